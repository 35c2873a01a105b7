import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { placeAnchor } from '@/core/anchor/place';
import { anchorIn, claimOf } from './told-texts';
import { judgedOn, wordsOf } from './words-judged';

const boats = articleOf('Ten men saw nine boats.', 'It rained.');
const same = anchorIn(boats, 'same', 'rained');
const changed = placeAnchor(boats, { ...anchorIn(boats, 'changed', 'nine boats'), exact: 'eight boats' });
const gone = placeAnchor(boats, { ...same, id: 'gone', from: null, to: null });
const claim = claimOf('c', [changed, same, gone]);

describe('wordsOf', () => {
  it('gives the words that stand at each anchor, and none where it is gone', () => {
    expect(wordsOf(claim)).toEqual({ same: 'rained', changed: 'nine boats' });
  });
});

describe('judgedOn', () => {
  it('takes the words that were seen as the ones judged', () => {
    const { anchors } = judgedOn(claim, wordsOf(claim));
    expect(anchors).toEqual([{ ...changed, exact: 'nine boats', state: 'anchored' }, same, gone]);
  });

  it.each([
    ['none were named', undefined],
    ['others stand there by now', { changed: 'ten boats' }],
    ['they are those of another anchor', { same: 'nine boats' }],
  ])('leaves the very claim where %s', (_, words) => {
    expect(judgedOn(claim, words)).toBe(claim);
  });
});
