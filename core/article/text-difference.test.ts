import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { character } from '@/core/anchor/generated-article';
import { REWRITE, revisionOf } from '@/core/anchor/generated-revisions';
import { type Hunk, type Lines, textDifference } from './text-difference';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

const boats = 'The fleet of Vik has shrunk to nine boats since 1998.';
const record = 'The harbour handled 41,000 containers last year, a record.';
const mayor = 'Nobody doubts the mayor’s word, except for the auditors.';
const budget = 'A new quay would cost the council “eighty million” kroner.';
const page = (...lines: string[]) => lines.join('\n');

/** Each hunk as its kind and lines. */
function told(before: string, after: string): string[] {
  const of = (text: string, lines: Lines | null) => (lines ? text.slice(lines.start, lines.end) : '');
  return textDifference(before, after).map((hunk) => {
    const [old, fresh] = [of(before, hunk.before), of(after, hunk.after)];
    return `${hunk.kind}: ${old === fresh || fresh === '' ? old : old === '' ? fresh : `${old} > ${fresh}`}`;
  });
}

const parts = (text: string, hunks: readonly Hunk[], side: 'before' | 'after') =>
  hunks
    .flatMap((hunk) => hunk[side] ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');

describe('textDifference', () => {
  it.each<[string, string, string, string[]]>([
    ['two empty texts', '', '', []],
    ['equal texts', page(boats, record), page(boats, record), [`same: ${page(boats, record)}`]],
    ['a text where there was none', '', boats, [`added: ${boats}`]],
    ['no text where there was one', page(boats, mayor), '', [`removed: ${page(boats, mayor)}`]],
    [
      'a line put in',
      page(boats, mayor),
      page(boats, record, mayor),
      [`same: ${boats}`, `added: ${record}`, `same: ${mayor}`],
    ],
    ['a line taken out', page(boats, record), page(record), [`removed: ${boats}`, `same: ${record}`]],
    [
      'two lines rewritten, one after the other',
      page(boats, record, mayor),
      page(boats.replace('nine', 'ten'), record.replace('41', '43'), mayor),
      [
        `changed: ${boats} > ${boats.replace('nine', 'ten')}`,
        `changed: ${record} > ${record.replace('41', '43')}`,
        `same: ${mayor}`,
      ],
    ],
    [
      'a line replaced by another',
      page(boats, record, mayor),
      page(boats, budget, mayor),
      [`same: ${boats}`, `removed: ${record}`, `added: ${budget}`, `same: ${mayor}`],
    ],
    [
      'two lines moved down',
      page(boats, mayor, record, budget, 'Nothing is signed before the summer recess, said the clerk.'),
      page(record, budget, 'Nothing is signed before the summer recess, said the clerk.', boats, mayor),
      [
        `same: ${page(record, budget, 'Nothing is signed before the summer recess, said the clerk.')}`,
        `moved: ${page(boats, mayor)}`,
      ],
    ],
    [
      'a line moved and rewritten',
      page(boats, record, mayor, budget),
      page(record, mayor, budget, boats.replace('nine', 'ten')),
      [`same: ${page(record, mayor, budget)}`, `moved: ${boats} > ${boats.replace('nine', 'ten')}`],
    ],
    [
      'a line cut in two',
      page(boats, `${record} ${mayor}`),
      page(boats, record, mayor),
      [`same: ${boats}`, `changed: ${record} ${mayor} > ${record}`, `added: ${mayor}`],
    ],
    [
      'an empty line put in',
      page(boats, record),
      page(boats, '', record),
      [`same: ${boats}`, 'added: ', `same: ${record}`],
    ],
    [
      'one of three equal lines taken out',
      page('Ha!', 'Ha!', 'Ha!'),
      page('Ha!', 'Ha!'),
      [`same: ${page('Ha!', 'Ha!')}`, 'removed: Ha!'],
    ],
  ])('tells %s', (_, before, after, hunks) => {
    expect(told(before, after)).toEqual(hunks);
  });

  it('gives both texts back', patient, () => {
    const lines = fc.array(
      fc.array(character, { maxLength: 8 }).map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, lines, lines, lines, (a, b, c, d) => {
        const [before, after] = [page(...a, ...b, ...c), page(...c, ...b, ...d)];
        const hunks = textDifference(before, after);
        expect(parts(before, hunks, 'before')).toBe(before);
        expect(parts(after, hunks, 'after')).toBe(after);
        const fresh = hunks.flatMap(({ after: place }) => place ?? []);
        expect(fresh).toEqual([...fresh].sort((one, other) => one.start - other.start || one.end - other.end));
        for (const { kind, before: old, after: now } of hunks)
          if (kind === 'same') expect(before.slice(old!.start, old!.end)).toBe(after.slice(now!.start, now!.end));
      }),
      { numRuns: 500 },
    );
  });

  it('gives both drafts of a heavy rewrite back', patient, () => {
    for (const seed of [1, 2, 3]) {
      const { oldText, newText } = revisionOf(seed, 1000, REWRITE);
      const hunks = textDifference(oldText, newText);
      expect(parts(oldText, hunks, 'before')).toBe(oldText);
      expect(parts(newText, hunks, 'after')).toBe(newText);
    }
  });
});
