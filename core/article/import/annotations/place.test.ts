import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { COST, doc, note, one, position, quote, target, text, wordsAt } from './hand-annotations';
import { remarksOfAnnotations } from './remarks-of-annotations';

describe('where remarksOfAnnotations finds a target', () => {
  it.each<[name: string, where: unknown, found: string[], starts: number[]]>([
    ['a quote', target(quote('It opened in May.')), ['It opened in May.'], [30]],
    ['a quote with other quotation marks', target(quote('The "old" ferry')), ['The “old” ferry'], [99]],
    [
      'a repeated quote by its surroundings',
      target(quote('said so', { prefix: 'came.\nThe mayor ' })),
      ['said so'],
      [90],
    ],
    ['a repeated quote by its position', target(quote('said so'), position(90, 97)), ['said so'], [90]],
    [
      'a quote whose position is of another text',
      target(quote('Nobody came.'), position(3, 15)),
      ['Nobody came.'],
      [67],
    ],
    [
      'surroundings against a position',
      target(quote('said so', { prefix: 'May.\nThe mayor ' }), position(90, 97)),
      ['said so'],
      [58],
    ],
    ['a position alone, in code points', target(position(13, 28)), ['cost 40 million'], [13]],
    ['one selector, not in a list', { selector: COST }, ['cost 40 million'], [13]],
    [
      'several targets, in reading order',
      [target(quote('Nobody')), target(COST)],
      ['cost 40 million', 'Nobody'],
      [13, 67],
    ],
    ['the same place twice', [target(COST), target(COST)], ['cost 40 million'], [13]],
    ['a set of targets', { type: 'List', items: [target(COST)] }, ['cost 40 million'], [13]],
    [
      'a selector that is not read beside one that is',
      target({ type: 'XPathSelector', value: '/p[1]' }, COST),
      ['cost 40 million'],
      [13],
    ],
    ['words across blocks', target(quote('in May.\nThe mayor')), ['in May.\nThe mayor'], [40]],
  ])('finds %s', (_name, where, found, starts) => {
    const { places } = one(note(where));
    expect(places.map(wordsAt)).toEqual(found);
    expect(places.map(({ from }) => text.pointsAt(text.offsetAt(from)))).toEqual(starts);
  });

  it.each<[name: string, annotation: unknown, reason: string]>([
    ['words that are not there', note(target(quote('The ferry sank'))), 'quote-not-found'],
    ['words in two places', note(target(quote('said so'))), 'quote-ambiguous'],
    [
      'words in two places, at neither of which the position is',
      note(target(quote('said so'), position(0, 7))),
      'quote-ambiguous',
    ],
    ['offsets beyond the text', note(target(position(100, 4_000))), 'range-impossible'],
    ['an empty position', note(target(position(4, 4))), 'range-impossible'],
    ['a passage marked gone', note({ ...target(COST), 'schema:creativeWorkStatus': 'Obsolete' }), 'passage-gone'],
    ['a whole page', note('https://post.example/bridge'), 'no-selector'],
    [
      'a range of a tree',
      note(target({ type: 'RangeSelector', startSelector: {}, endSelector: {} })),
      'selector-unknown',
    ],
    ['a part of a part', note(target({ ...COST, refinedBy: position(0, 4) })), 'selector-unknown'],
    ['offsets that are no numbers', note(target(position('1', 5))), 'selector-unknown'],
    ['offsets below nothing', note(target(position(-1, 5))), 'selector-unknown'],
    ['a quote that is no text', note(target(quote(7))), 'selector-unknown'],
    ['an empty quote', note(target(quote(''))), 'selector-unknown'],
    ['more places than a claim has', note(Array.from({ length: 101 }, () => target(COST))), 'too-many-places'],
    ['a control character', note(target(COST), { bodyValue: 'a\0b' }), 'control-character'],
    ['half a character', note(target(COST), { bodyValue: 'a\ud83d' }), 'control-character'],
    ['a comment that is too long', note(target(COST), { bodyValue: 'a'.repeat(20_001) }), 'too-long'],
    ['something else', { id: 'urn:note', type: 'Note' }, 'not-an-annotation'],
    ['no object', 'a', 'not-an-annotation'],
    ['nothing', null, 'not-an-annotation'],
    [
      'an answer to nothing that came',
      note('urn:other', { motivation: 'replying', bodyValue: 'Yes' }),
      'reply-unknown',
    ],
  ])('never guesses: skips %s', (_name, annotation, reason) => {
    const { remarks, skipped } = remarksOfAnnotations([annotation], doc);
    expect(remarks).toEqual([]);
    expect(skipped).toMatchObject([{ index: 0, reason }]);
  });

  it('takes in the targets that it finds and names the others', () => {
    const { remarks, skipped } = remarksOfAnnotations([note([target(quote('Nowhere')), target(COST)])], doc);
    expect(remarks[0]!.places.map(wordsAt)).toEqual(['cost 40 million']);
    expect(skipped).toEqual([{ index: 0, id: 'urn:note', reason: 'quote-not-found' }]);
  });

  it('finds a common quote by its whole surroundings alone', () => {
    const common = 'a b '.repeat(600);
    const long = articleOf(`${common}quite another place a for certain ${common}`);
    const read = (more: object) => remarksOfAnnotations(note(target(quote('a', more))), long);
    const from = common.length + 'quite another place '.length + 1;
    const whole = { prefix: 'quite another place ', suffix: ' for certain' };
    expect(read(whole).remarks[0]!.places).toEqual([{ from, to: from + 1 }]);
    for (const half of [{ ...whole, prefix: 'not another place ' }, { prefix: whole.prefix }, {}])
      expect(read(half).skipped[0]!.reason).toBe('quote-ambiguous');
  });
});
