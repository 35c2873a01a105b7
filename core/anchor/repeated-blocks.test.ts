import { describe, expect, it } from 'vitest';
import { articleOf } from './generated-article';
import { repeatedBlocks } from './repeated-blocks';

describe('repeatedBlocks', () => {
  it('ties a later block to the first of the same words', () => {
    const long = 'The harbour at Vik handled 41,000 containers last year.';
    const doc = articleOf(long, 'Another thing.', long.toUpperCase(), `${long} Truly.`, `  ${long}`);
    expect([...repeatedBlocks(doc)]).toEqual([
      [2, 0],
      [4, 0],
    ]);
  });

  it('leaves short blocks alone', () => {
    expect(repeatedBlocks(articleOf('Photo: Reuters', 'Text.', 'Photo: Reuters')).size).toBe(0);
  });
});
