import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { locate } from '@/core/anchor/locate';
import { articleText } from '@/core/article/text';
import { coverageOf } from './coverage';

const doc = articleOf(
  'The harbour at Vik handled 41,000 containers in 2024. What could be done? Nine of its 12 boats were sold in May 2025.',
  'Should the town mourn them? In June 2025 the council spent 3 million euros on a new pier. 😀 Rents fell by 10% in 2023.',
);
const claim = (status: 'open' | 'approved', ...quotes: string[]) => ({
  status,
  deletedAt: null as string | null,
  anchors: quotes.map((exact): { from: number | null; to: number | null } => locate(doc, { exact })),
});
const none = coverageOf(doc, 'en', []);

describe('coverageOf', () => {
  it('counts sentences, and lists those worth checking that no claim touches', () => {
    expect(none).toMatchObject({ sentences: 6, checkable: 4, covered: 0, approved: 0 });
    expect(none.uncovered.map(({ exact }) => exact.slice(0, 11))).toEqual([
      'The harbour',
      'Nine of its',
      'In June 202',
      expect.stringContaining('Rents'),
    ]);
    const points = Array.from(articleText(doc).text);
    for (const { exact, start, end } of none.uncovered) expect(points.slice(start, end).join('')).toBe(exact);
  });

  it.each<[string, ReturnType<typeof claim>[], object]>([
    ['a whole sentence', [claim('open', 'Nine of its 12 boats were sold in May 2025.')], { covered: 1, approved: 0 }],
    ['one word', [claim('open', '41,000')], { covered: 1, approved: 0 }],
    ['part of a word', [claim('open', 'contain')], { covered: 1, approved: 0 }],
    ['two sentences', [claim('open', 'containers in 2024. What')], { checkable: 5, covered: 2 }],
    ['two blocks', [claim('open', 'May 2025.\nShould')], { checkable: 5, covered: 2 }],
    ['one sentence and a letter too many of the next', [claim('open', '2024. W')], { checkable: 4, covered: 1 }],
    ['one sentence and the next one’s space', [claim('open', '2024. ')], { checkable: 4, covered: 1 }],
    ['two places', [claim('open', '41,000', 'In June 2025')], { covered: 2 }],
    ['a sentence twice', [claim('open', '41,000'), claim('approved', 'Vik')], { covered: 1, approved: 1 }],
    ['a sentence, approved', [claim('approved', '41,000')], { covered: 1, approved: 1 }],
    [
      'what does not look checkable',
      [claim('approved', 'What could be done?')],
      { checkable: 5, covered: 1, approved: 1 },
    ],
  ])('sees that a claim touches %s', (_, claims, expected) => {
    const coverage = coverageOf(doc, 'en', claims);
    expect(coverage).toMatchObject(expected);
    expect(coverage.uncovered).toHaveLength(coverage.checkable - coverage.covered);
  });

  it('covers nothing by a claim that is deleted or has lost its place', () => {
    const deleted = { ...claim('approved', '41,000'), deletedAt: '2026-03-01T10:00:00Z' };
    const lost = { ...claim('approved'), anchors: [{ from: null, to: null }] };
    expect(coverageOf(doc, 'en', [deleted, lost])).toEqual(none);
  });
});
