import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { article } from '@/core/anchor/generated-article';
import { placeAnchor } from '@/core/anchor/place';
import { drawnIn } from '@/core/anchor/range';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import {
  at,
  citation,
  claimOf,
  claimOn,
  comment,
  id,
  reportOf,
  source,
} from '@/core/report/web-annotation/hand-report';
import { reportWebAnnotation } from '@/core/report/web-annotation/report-web-annotation';
import { doc, text } from './hand-annotations';
import { remarksOfAnnotations } from './remarks-of-annotations';

function exported(of: Node, claims: readonly Claim[], edition: 'internal' | 'public' = 'internal'): unknown {
  return JSON.parse(reportWebAnnotation(reportOf(of, claims, edition), { origin: 'https://desk.example' }));
}

describe('remarksOfAnnotations, of Stet’s own', () => {
  const start = text.text.indexOf('It opened');
  const ranges = [
    { from: 1, to: 11 },
    { from: text.positionAt(start), to: text.positionAt(start + 9) },
  ];
  const told: Partial<Claim> = {
    verdict: 'mostly-true',
    rationale: '  Because **so**.\r\n\nAnd so.',
    correction: 'It opened in June.',
    attributedTo: 'The mayor',
    status: 'approved',
    citations: [
      citation(source(20, { publisher: 'City' }), { stance: 'refutes', quote: ' the words ', locator: 'p. 3' }),
      citation(source(21, { url: null, title: 'A call' }), { accessedAt: null }),
    ],
    comments: [
      comment(30, 'Sure?', { resolvedBy: id(1), resolvedAt: at }),
      comment(31, 'Yes.', { parentId: id(30), author: 'A writer' }),
      comment(32, 'And this?'),
    ],
  };

  it('reads back the claim on its words with all that is said of it', () => {
    const { remarks, skipped } = remarksOfAnnotations(exported(doc, [claimOn(doc, 1, ranges, told)]), doc);
    expect(skipped).toEqual([]);
    expect(remarks).toEqual([
      {
        places: ranges,
        verdict: 'Mostly true',
        rationale: told.rationale,
        correction: told.correction,
        attributedTo: 'The mayor',
        severity: null,
        sources: [
          {
            url: 'https://records.example/20',
            title: 'Source 20',
            publisher: 'City',
            stance: 'refutes',
            quote: ' the words ',
            locator: 'p. 3',
            consulted: at,
          },
          {
            url: null,
            title: 'A call',
            publisher: null,
            stance: 'supports',
            quote: null,
            locator: null,
            consulted: null,
          },
        ],
        threads: [
          {
            resolved: true,
            comments: [
              { author: 'Maya Osei', at, body: 'Sure?' },
              { author: 'A writer', at, body: 'Yes.' },
            ],
          },
          { resolved: false, comments: [{ author: 'Maya Osei', at, body: 'And this?' }] },
        ],
      },
    ]);
  });

  it('does not take the verdict of a passage that has changed for the new words, nor put back one that is gone', () => {
    const stored = { id: id(9), ...ranges[1]!, exact: 'It closed', prefix: '', suffix: '' };
    const gone = placeAnchor(doc, { id: id(8), from: null, to: null, exact: 'Nobody came.', prefix: '', suffix: '' });
    const { remarks, skipped } = remarksOfAnnotations(
      exported(doc, [claimOf(1, [placeAnchor(doc, stored), gone], told)]),
      doc,
    );
    expect(remarks).toMatchObject([{ places: [ranges[1]], verdict: null, correction: told.correction }]);
    expect(skipped.map(({ reason }) => reason)).toEqual(['passage-gone', 'verdict-of-other-words']);
  });

  it('finds every place of every claim again, in any article', () => {
    const places = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(article, places, (of, drawn) => {
        const whole = articleText(of);
        const claims = drawn.flatMap((ends, number) => {
          const found = ends.flatMap(([a, b]) => rangeIn(whole, a, b));
          const distinct = found.filter(
            (range, index) => found.findIndex((other) => other.from === range.from && other.to === range.to) === index,
          );
          return distinct.length === 0 ? [] : [claimOn(of, number, distinct, { verdict: 'true' })];
        });
        const { remarks, skipped } = remarksOfAnnotations(exported(of, claims), of);
        expect(skipped).toEqual([]);
        expect(remarks.map(({ places }) => places.map(key).sort()).sort()).toEqual(
          claims.map(({ anchors }) => anchors.map(key).sort()).sort(),
        );
        expect(remarks.every(({ verdict }) => verdict === 'True')).toBe(true);
      }),
    );
  });

  function key({ from, to }: { from: number | null; to: number | null }): string {
    return `${from}-${to}`;
  }

  function rangeIn(whole: ReturnType<typeof articleText>, a: number, b: number) {
    const points = [a, b]
      .map((drawn) => whole.offsetOfPoints(drawn % (whole.points + 1)))
      .sort((one, other) => one - other);
    const range = drawnIn(whole, whole.positionAt(points[0]!), whole.positionAt(points[1]!));
    return range ? [range] : [];
  }
});
