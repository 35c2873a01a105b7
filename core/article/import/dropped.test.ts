import { describe, expect, it } from 'vitest';
import { droppedKinds } from '@/core/article/dropped-kinds';
import { wordsOf } from '@/core/words/words';
import { Tally } from './dropped';

describe('Tally', () => {
  it('lists what occurred, in a fixed order', () => {
    const tally = new Tally();
    tally.add('style');
    tally.add('script', 2);
    tally.add('style');
    expect(tally.list()).toEqual([
      { kind: 'script', count: 2 },
      { kind: 'style', count: 2 },
    ]);
  });
});

describe('droppedKinds', () => {
  it.each(droppedKinds)('has words for %s', (kind) => {
    const words = wordsOf('articles');
    for (const count of [1, 2]) {
      const said = words(`preview.dropped-kinds.${kind}`, { count });
      expect(said).toMatch(new RegExp(`^${count} `));
    }
  });
});
