import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import { presetScales } from '@/core/claim/scale';
import { plainNote } from '@/core/claim/vocabulary';
import { reportDocx } from '@/core/report/docx/report-docx';
import { buildReport } from '@/core/report/report';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation } from '@/core/source/source';
import { Tally } from '../dropped';
import { fromDocx } from './from-docx';

const at = '2026-03-02T09:30:00.000Z';
const text = (words: string, ...marks: string[]) =>
  articleSchema.text(
    words,
    marks.map((name) => articleSchema.mark(name)),
  );
const { nodes } = articleSchema;
const p = (...inline: Node[]) => nodes.paragraph.create(null, inline);

const blocks: Record<string, Node> = {
  paragraph: p(text('The bridge cost '), text('40 million', 'strong'), text('. It opened in May, 😀 they say.')),
  'odd white space': p(text('  two  spaces\tand a tab '), nodes.hard_break.create(), text('a line\u00a0on ')),
  empty: p(),
  heading: nodes.heading.create({ level: 3 }, text('What it cost')),
  list: nodes.ordered_list.create({ start: 4 }, [
    nodes.list_item.create(null, [
      p(text('four')),
      nodes.bullet_list.create(null, nodes.list_item.create(null, p(text('in it')))),
    ]),
    nodes.list_item.create(null, [p(text('five')), p(text('goes on'))]),
  ]),
  quote: nodes.blockquote.create(null, [p(text('It is <ours> & yours.'))]),
  code: nodes.code_block.create(null, text('a  b\n\n c')),
  table: nodes.table.create(null, [
    nodes.caption.create(null, text('Costs')),
    nodes.table_row.create(null, [nodes.table_header.create({ colspan: 2 }, p(text('Year')))]),
    nodes.table_row.create(null, [
      nodes.table_cell.create({ rowspan: 2 }, p(text('2019'))),
      nodes.table_cell.create(null, [p(text('1.4')), p(text('or so'))]),
    ]),
    nodes.table_row.create(null, nodes.table_cell.create(null, p())),
  ]),
  image: nodes.image.create({ alt: 'A crane' }),
  rule: nodes.horizontal_rule.create(),
};

function claim(
  id: string,
  doc: Node,
  places: readonly (readonly [from: number, to: number])[],
  about: Partial<Claim> = {},
): Claim {
  const plain = articleText(doc);
  return {
    id,
    articleId: 'article',
    revision: 1,
    version: 0,
    anchors: places.map(([start, end], index) => {
      const exact = plain.text.slice(start, end);
      const [from, to] = [plain.positionAt(start), plain.positionAt(end)];
      return {
        id: `${id}-${index}`,
        from,
        to,
        exact,
        prefix: '',
        suffix: '',
        start,
        end,
        current: exact,
        state: 'anchored',
      };
    }),
    verdict: null,
    rationale: null,
    correction: null,
    severity: null,
    status: 'open',
    attributedTo: null,
    assigneeId: null,
    createdBy: 'maya',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    verdictBy: null,
    verdictAt: null,
    approvedBy: null,
    approvedAt: null,
    approvals: [],
    returned: null,
    secondCheckerId: null,
    closed: null,
    citations: [],
    comments: [],
    check: null,
    repeats: [],
    ...about,
  };
}

function roundTrip(doc: Node, claims: readonly Claim[]) {
  const material = {
    newsroom: 'The Harbour Post',
    article: {
      id: 'article',
      revision: 1,
      version: 0,
      title: 'The bridge',
      language: 'en',
      scale: 'five-point',
      status: 'checking' as const,
      deadline: null,
      assigneeId: null,
      access: { kind: 'newsroom' as const },
      origin: null,
      byline: null,
      publisher: null,
      publishedAt: null,
      url: null,
      newsroom: null,
      createdBy: 'maya',
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      signedOff: null,
      changedSinceSignOff: false,
      progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
      doc: doc.toJSON(),
    },
    start: doc.toJSON(),
    steps: [],
    sha256: 'ab'.repeat(32),
    claims,
    scale: presetScales.find(({ id }) => id === 'five-point')!,
    people: [{ id: 'maya', name: 'Maya Osei' }],
    history: [],
    notices: [],
    archive: { looks: [], strokes: [], placements: [], anchors: [], checks: [], claims: [], sources: [] },
  };
  const tally = new Tally();
  const found = fromDocx(reportDocx(buildReport(material, 'internal')), tally, 'accepted');
  found.doc.check();
  const plain = articleText(found.doc);
  const words = found.remarks.map(({ places }) =>
    places.map(({ from, to }) => [plain.offsetAt(from), plain.offsetAt(to)]),
  );
  return { ...found, words, text: plain.text, dropped: tally.list() };
}

describe('a report as a Word document, read back', () => {
  it.each(Object.entries(blocks))('has the article’s %s', (_name, block) => {
    const doc = nodes.doc.create(null, [p(text('Before.')), block, p(text('After.'))]);
    const found = roundTrip(doc, []);
    expect(found.doc.toString()).toBe(doc.toString());
    expect(found.text).toBe(articleText(doc).text);
    expect(found).toMatchObject({ remarks: [], changes: 0 });
  });

  it('has its claims with all that was said of them', () => {
    const doc = nodes.doc.create(null, [blocks.paragraph!, blocks.paragraph!]);
    const source = {
      id: 's',
      revision: 1,
      kind: 'web',
      tier: null,
      title: 'The “ledger”',
      url: 'https://example.org/l?a=1&b=2',
      publisher: 'The office',
      author: null,
      publishedAt: null,
      accessedAt: at,
      archivedUrl: null,
      confidential: false,
      note: null,
      ...newlyNamed,
      files: [],
      contacts: [],
      createdBy: 'maya',
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    } as const;
    const citation = {
      id: 'c',
      revision: 1,
      claimId: 'a',
      sourceId: 's',
      source: { ...source, files: [], contacts: [] },
      stance: 'refutes',
      quote: ' 60\nmillion ',
      locator: 'p. 3',
      note: 'ask',
      accessedAt: at,
      createdBy: 'maya',
      createdAt: at,
    } satisfies Citation;
    const said = {
      revision: 1,
      claimId: 'a',
      createdAt: at,
      updatedAt: at,
      createdBy: 'maya',
      author: null,
      ...plainNote,
      resolvedBy: null,
      resolvedAt: null,
    };
    const full = claim(
      'a',
      doc,
      [
        [0, 26],
        [63, 89],
      ],
      {
        verdict: 'false',
        rationale: 'It cost **60 million**.\n\n- [ledger](https://example.org)\n  two',
        correction: 'The bridge cost 60 million',
        severity: 'critical',
        attributedTo: 'The mayor',
        citations: [citation],
        comments: [
          { ...said, id: '1', parentId: null, body: 'Sure?\n*Really*', resolvedBy: 'maya', resolvedAt: at },
          { ...said, id: '2', parentId: '1', body: 'Yes.' },
          { ...said, id: '3', parentId: null, body: 'Other', author: 'Rita' },
        ],
      },
    );
    const found = roundTrip(doc, [full, claim('b', doc, [[10, 26]])]);
    expect(found.text).toBe(articleText(doc).text);
    expect(found.words).toEqual([
      [
        [0, 26],
        [63, 89],
      ],
      [[10, 26]],
    ]);
    const by = (author: string, body: string) => ({ author, at, body });
    expect(found.remarks[0]).toMatchObject({
      verdict: 'False',
      rationale: full.rationale,
      correction: full.correction,
      severity: 'critical',
      attributedTo: 'The mayor',
      sources: [
        {
          url: source.url,
          title: source.title,
          publisher: 'The office',
          stance: 'refutes',
          quote: citation.quote,
          locator: 'p. 3',
          consulted: at,
        },
      ],
      threads: [
        { resolved: true, comments: [by('Maya Osei', 'Sure?\n*Really*'), by('Maya Osei', 'Yes.')] },
        { resolved: false, comments: [by('Rita', 'Other')] },
      ],
    });
    expect(found.remarks[1]).toMatchObject({ verdict: null, rationale: null, sources: [], threads: [] });
  });

  it('has the same words of every claim, wherever they begin and end', () => {
    const names = Object.keys(blocks);
    const places = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }), places, (chosen, wanted) => {
        const doc = nodes.doc.create(null, [blocks.paragraph!, ...chosen.map((name) => blocks[name]!)]);
        const plain = articleText(doc);
        const claims = wanted.map((ranges, index) => {
          const whole = ranges.map(([one, other]) => {
            const start = plain.offsetAt(plain.positionAt(one % (plain.length - 1), -1));
            const end = plain.offsetAt(plain.positionAt(start + 1 + (other % (plain.length - start)), 1));
            return [start, end] as const;
          });
          return claim(
            `claim-${index}`,
            doc,
            whole.sort(([a, b], [c, d]) => a - c || b - d),
          );
        });
        const found = roundTrip(doc, claims);
        expect(found.text).toBe(plain.text);
        const sorted = (all: readonly (readonly (readonly number[])[])[]) =>
          all.map((one) => JSON.stringify(one)).sort();
        expect(sorted(found.words)).toEqual(
          sorted(
            claims.map(({ anchors }) => anchors.map(({ from, to }) => [plain.offsetAt(from!), plain.offsetAt(to!)])),
          ),
        );
      }),
      { numRuns: 150 },
    );
  });
});
