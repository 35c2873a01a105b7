import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import { presetScales } from '@/core/claim/scale';
import type { Citation, Source } from '@/core/source/source';
import { reportHtml } from './html/report-html';
import { reportJson } from './json';
import { buildReport, type ReportMaterial } from './report';

const at = '2026-03-02T09:30:00.000Z';
const words = ['The bridge cost 40 million. It opened in May.', 'The bridge cost 40 million. It opened in May.'];

function source(id: string, about: Partial<Source> = {}): Source {
  return {
    id,
    revision: 1,
    kind: 'document',
    tier: 'primary',
    title: `Ledger ${id}`,
    url: null,
    publisher: null,
    author: null,
    publishedAt: null,
    accessedAt: null,
    archivedUrl: null,
    confidential: false,
    note: null,
    files: [],
    contacts: [],
    createdBy: 'maya',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    ...about,
  };
}

function citation(id: string, of: Source, about: Partial<Citation> = {}): Citation {
  return {
    id,
    revision: 1,
    claimId: 'bridge',
    sourceId: of.id,
    source: of,
    stance: 'refutes',
    quote: null,
    locator: null,
    note: null,
    accessedAt: at,
    createdBy: 'maya',
    createdAt: at,
    ...about,
  };
}

function claim(id: string, from: number, to: number, exact: string, about: Partial<Claim> = {}): Claim {
  return {
    id,
    articleId: 'article',
    revision: 1,
    version: 0,
    closed: null,
    anchors: [
      {
        id: `${id}-1`,
        from,
        to,
        exact,
        prefix: '',
        suffix: '',
        start: from,
        end: to,
        current: exact,
        state: 'anchored',
      },
    ],
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
    secondCheckerId: null,
    citations: [],
    repeats: [],
    ...about,
  };
}

function material(about: Partial<ReportMaterial> = {}): ReportMaterial {
  const doc = { type: 'doc', content: words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) };
  articleSchema.nodeFromJSON(doc).check();
  return {
    newsroom: 'The Harbour Post',
    article: {
      id: 'article',
      revision: 3,
      version: 0,
      title: 'The bridge <opens>',
      language: 'en',
      scale: 'five-point',
      status: 'checking',
      deadline: null,
      access: { kind: 'restricted', people: ['tomas'] },
      origin: null,
      createdBy: 'maya',
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      signedOff: null,
      changedSinceSignOff: false,
      progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
      doc,
    },
    start: doc,
    steps: [],
    sha256: 'ab'.repeat(32),
    claims: [
      claim('opened', 30, 47, 'opened in May.', {
        verdict: 'true',
        status: 'approved',
        verdictBy: 'maya',
        verdictAt: at,
        approvedBy: 'jun',
        approvedAt: at,
      }),
      claim('bridge', 1, 28, 'The bridge cost 40 million.', {
        verdict: 'false',
        rationale: 'It cost **60 million**. <script>alert(1)</script> [ledger](javascript:alert(2))',
        correction: 'The bridge cost 60 million.',
        citations: [citation('b', source('second')), citation('a', source('first'))],
      }),
    ],
    scale: { ...presetScales.find((scale) => scale.id === 'five-point')!, revision: 1, inUse: [] },
    people: [
      { id: 'tomas', name: 'Tomás Rey' },
      { id: 'maya', name: 'Maya Osei' },
      { id: 'jun', name: 'Jun Park' },
    ],
    history: [],
    ...about,
  };
}

const SECRET = 'the source in the harbour office';
const confidential = () =>
  material({
    claims: [
      claim('bridge', 1, 28, 'The bridge cost 40 million.', {
        verdict: 'false',
        citations: [
          citation(
            'open',
            source('open', {
              note: `ask ${SECRET}`,
              contacts: [{ id: 'k', channel: 'phone', who: SECRET, at, outcome: 'talked', nextTry: null, by: 'maya' }],
            }),
            { note: SECRET },
          ),
          citation('hidden', source('hidden', { confidential: true, title: SECRET }), {
            quote: SECRET,
            locator: SECRET,
          }),
        ],
      }),
    ],
    history: [
      {
        id: 1,
        kind: 'citation.added',
        at,
        by: 'maya',
        articleId: 'article',
        claimId: 'bridge',
        sourceId: 'hidden',
        before: null,
        after: { title: SECRET },
      },
    ],
  });

describe('buildReport', () => {
  it('numbers claims in reading order, however they were listed', () => {
    expect(buildReport(material(), 'internal').claims.map(({ id }) => id)).toEqual(['bridge', 'opened']);
  });

  it('names those who appear and nobody else', () => {
    expect(buildReport(material(), 'internal').people.map(({ name }) => name)).toEqual(['Jun Park', 'Maya Osei']);
  });

  it.each([
    ['JSON', reportJson],
    ['HTML', (report: Parameters<typeof reportJson>[0]) => reportHtml(report)],
  ])('keeps what is confidential, and every internal note, out of the public %s', (_format, format) => {
    expect(format(buildReport(confidential(), 'internal'))).toContain(SECRET);
    expect(format(buildReport(confidential(), 'public'))).not.toContain(SECRET);
  });

  it('leaves out of the public what was closed since its words are gone, and keeps it for the newsroom', () => {
    const one = material();
    const closed = { by: 'maya', at, reason: 'Cut by the desk.' };
    const cut = { ...one, claims: one.claims.map((claim, nth) => (nth === 0 ? { ...claim, closed } : claim)) };
    expect(buildReport(cut, 'internal').claims).toHaveLength(one.claims.length);
    expect(buildReport(cut, 'public').claims).toHaveLength(one.claims.length - 1);
    expect(reportJson(buildReport(cut, 'public'))).not.toContain('Cut by the desk.');
  });

  it('does not say in public who may read a restricted article', () => {
    expect(reportJson(buildReport(material(), 'public'))).not.toContain('tomas');
  });
});

describe('reportJson', () => {
  it('gives the same bytes for the same state, in whatever order it was read', () => {
    const one = material();
    const other = { ...material(), claims: one.claims.toReversed(), people: one.people.toReversed() };
    expect(reportJson(buildReport(one, 'internal'))).toBe(reportJson(buildReport(other, 'internal')));
  });
});

describe('reportHtml', () => {
  const page = reportHtml(buildReport(material(), 'internal'));

  it('gives the same bytes for the same state', () => {
    expect(reportHtml(buildReport(material(), 'internal'))).toBe(page);
  });

  it('escapes what people typed', () => {
    expect(page).toContain('The bridge &#60;opens&#62;');
    expect(page).not.toMatch(/<script|javascript:/i);
    expect(page).toContain('<strong>60 million</strong>');
  });

  it('asks nobody for anything', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\((?!data:)|@import/);
  });

  it('marks each place with its verdict and leads from the words to the claim and back', () => {
    expect(page).toMatch(
      /<span class="m" data-lane="0" data-colour="red" data-pattern="double" id="t1">The bridge cost 40 million\.<\/span><a class="ref" data-colour="red" href="#c1"/,
    );
    expect(page).toContain('<li id="c1"');
    expect(page).toContain('href="#t1"');
  });

  it('says of a repeated paragraph which one it repeats', () => {
    expect(page).toContain('Repeats paragraph 1 word for word');
  });

  it('names the text that it judges by its SHA-256', () => {
    expect(page).toContain('ab'.repeat(32));
  });

  it('says beside a claim that it is not approved', () => {
    expect(page).toContain('Not approved yet: open.');
  });
});
