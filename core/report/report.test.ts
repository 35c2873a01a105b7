import { describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import { presetScales } from '@/core/claim/scale';
import { plainNote } from '@/core/claim/vocabulary';
import type { Event } from '@/core/event/event';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation, Source } from '@/core/source/source';
import { reportHtml } from './html/report-html';
import { reportJson } from './json';
import { buildReport, type Edition, type Report, type ReportMaterial } from './report';

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
    ...newlyNamed,
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
    approvals: [],
    returned: null,
    secondCheckerId: null,
    citations: [],
    comments: [],
    check: null,
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
      assigneeId: null,
      access: { kind: 'restricted', people: ['tomas'] },
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
        approvals: [{ by: 'jun', at }],
      }),
      claim('bridge', 1, 28, 'The bridge cost 40 million.', {
        verdict: 'false',
        rationale: 'It cost **60 million**. <script>alert(1)</script> [ledger](javascript:alert(2))',
        correction: 'The bridge cost 60 million.',
        citations: [citation('b', source('second')), citation('a', source('first'))],
      }),
    ],
    scale: presetScales.find((scale) => scale.id === 'five-point')!,
    people: [
      { id: 'tomas', name: 'Tomás Rey' },
      { id: 'maya', name: 'Maya Osei' },
      { id: 'jun', name: 'Jun Park' },
    ],
    history: [],
    notices: [],
    archive: { looks: [], strokes: [], placements: [], anchors: [], checks: [], claims: [], sources: [] },
    ...about,
  };
}

/** Every place where something is internal, each with words of its own. */
const secrets = {
  note: 'ask the clerk',
  'note of a source': 'came by courier',
  contact: 'the woman at the harbour office',
  'title of a confidential source': 'Letter of resignation',
  'quote of a confidential source': 'we never paid',
  'place in a confidential source': 'drawer four',
  comment: 'Can we print this?',
  'name in a comment': 'Rita of the copy desk',
  'reason of a closing': 'Cut by the lawyers',
  history: 'an older title',
  'text before': 'The mayor stole it.',
  'name of the file': 'draft-for-lawyers.docx',
  'name of a later file': 'second-draft-for-lawyers.docx',
  'words of an orphan': 'stole the bridge',
  'deleted claim': 'The mayor is rich.',
  'source of old': 'A rumour',
  'reader of the article': 'Tomás Rey',
};

function confidential(): ReportMaterial {
  const open = source('open', {
    note: secrets['note of a source'],
    contacts: [
      {
        id: 'k',
        revision: 1,
        channel: 'phone',
        who: secrets.contact,
        at,
        outcome: 'talked',
        note: null,
        nextTry: null,
        by: 'maya',
      },
    ],
  });
  const hidden = source('hidden', { confidential: true, title: secrets['title of a confidential source'] });
  const said = {
    id: 'm',
    revision: 1,
    claimId: 'bridge',
    parentId: null,
    body: secrets.comment,
    author: secrets['name in a comment'],
    createdBy: 'maya',
    createdAt: at,
    updatedAt: at,
    ...plainNote,
    resolvedBy: null,
    resolvedAt: null,
  };
  const one = material();
  const before = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: secrets['text before'] }] }],
  };
  return {
    ...one,
    article: { ...one.article, version: 1, origin: secrets['name of the file'] },
    start: before,
    steps: [{ version: 1, step: { stepType: 'replace', from: 0, to: 21 }, clientId: 'desk', by: 'maya', at }],
    claims: [
      claim('bridge', 1, 28, 'The bridge cost 40 million.', {
        verdict: 'false',
        citations: [
          citation('open', open, { note: secrets.note }),
          citation('hidden', hidden, {
            quote: secrets['quote of a confidential source'],
            locator: secrets['place in a confidential source'],
          }),
        ],
        comments: [said],
      }),
      claim('cut', 30, 47, 'It opened in May.', { closed: { by: 'maya', at, reason: secrets['reason of a closing'] } }),
    ],
    history: [
      {
        id: 1,
        kind: 'article.changed',
        at,
        by: 'maya',
        articleId: 'article',
        claimId: null,
        sourceId: null,
        before: { title: secrets.history },
        after: { title: 'The bridge <opens>' },
      },
    ],
    archive: {
      strokes: [{ version: 1, kind: 'draft', by: 'maya', at, origin: secrets['name of a later file'], restored: null }],
      looks: [],
      placements: [],
      anchors: [
        {
          id: 'bridge-1',
          createdAt: at,
          lost: { version: 0, from: 11, to: 19, exact: secrets['words of an orphan'], prefix: '', suffix: '' },
        },
      ],
      checks: [],
      claims: [claim('gone', 1, 19, secrets['deleted claim'], { deletedAt: at })],
      sources: [source('old', { title: secrets['source of old'] })],
    },
  };
}

/** Every form as text in which its words can be looked for. */
const texts: [string, (report: Report) => string][] = [
  ['JSON', reportJson],
  ['HTML', (report) => reportHtml(report)],
];

describe('buildReport', () => {
  it('numbers claims in reading order, however they were listed', () => {
    expect(buildReport(material(), 'internal').claims.map(({ id }) => id)).toEqual(['bridge', 'opened']);
  });

  it('names those who appear and nobody else', () => {
    const people = [...material().people, { id: 'ines', name: 'Inês Faro' }];
    const named = (edition: Edition) => buildReport(material({ people }), edition).people.map(({ name }) => name);
    expect(named('public')).toEqual(['Jun Park', 'Maya Osei']);
    expect(named('internal')).toEqual(['Jun Park', 'Maya Osei', 'Tomás Rey']);
  });

  it('names whom only the history names', () => {
    const assigned: Event = {
      id: 9,
      kind: 'claim.changed',
      at,
      by: 'maya',
      articleId: 'article',
      claimId: 'bridge',
      sourceId: null,
      before: { assigneeId: 'ines' },
      after: { assigneeId: null },
    };
    const people = [...material().people, { id: 'ines', name: 'Inês Faro' }];
    const report = buildReport(material({ people, history: [assigned] }), 'internal');
    expect(report.people.map(({ id }) => id)).toContain('ines');
  });

  it('tells what happened by its time and numbers it from 1, without what concerns others or this newsroom alone', () => {
    const event = (id: number, minute: number, about: Partial<Event>): Event => ({
      id,
      kind: 'article.changed',
      at: `2026-03-02T09:${minute}:00.000Z`,
      by: 'maya',
      articleId: 'article',
      claimId: null,
      sourceId: null,
      before: null,
      after: null,
      ...about,
    });
    const { history } = buildReport(
      material({
        history: [
          event(40, 30, {}),
          event(41, 20, { kind: 'source.changed', articleId: null, sourceId: 'first' }),
          event(42, 40, { kind: 'source.changed', articleId: null, sourceId: 'uncited' }),
          event(43, 40, { kind: 'scale.changed', articleId: null }),
          event(44, 40, { kind: 'article.brought-back' }),
          event(45, 40, { articleId: 'another' }),
        ],
      }),
      'internal',
    );
    expect(history.map(({ id, kind }) => [id, kind])).toEqual([
      [1, 'source.changed'],
      [2, 'article.changed'],
    ]);
  });

  it('counts how far the work is by what this edition tells', () => {
    const one = material();
    const gone = { ...one.claims[0]!.anchors[0]!, from: null, to: null, start: null, end: null, current: null };
    const orphan = claim('orphan', 1, 2, 'T', { anchors: [{ ...gone, state: 'orphaned' }] });
    const closed = { ...orphan, id: 'closed', closed: { by: 'maya', at, reason: 'Cut.' } };
    const whole = material({ claims: [...one.claims, orphan, closed] });
    const counted = { byVerdict: { '': 2, true: 1, false: 1 }, byStatus: { open: 3, approved: 1 }, stale: 0 };
    expect(buildReport(whole, 'internal').article.progress).toEqual({ claims: 4, ...counted, orphaned: 1 });
    expect(buildReport(whole, 'public').article.progress).toMatchObject({ claims: 3, orphaned: 1 });
  });

  it('says which newsroom checked an article that came from another one', () => {
    const one = material();
    const foreign = { ...one, article: { ...one.article, newsroom: 'The Inland Post' } };
    expect(buildReport(one, 'public').newsroom).toBe('The Harbour Post');
    expect(buildReport(foreign, 'public').newsroom).toBe('The Inland Post');
  });

  it.each([
    ['of this very text', false],
    ['of a text that has changed since, and says so', true],
  ])('tells the public of a sign-off %s', (_of, changedSinceSignOff) => {
    const one = material();
    const signedOff = { by: 'jun', at, version: 4, sha256: 'ab'.repeat(32) };
    const signed = { ...one, article: { ...one.article, version: 4, signedOff, changedSinceSignOff } };
    const { article } = buildReport(signed, 'public');
    expect(article).toMatchObject({ signedOff: { ...signedOff, version: 0 }, changedSinceSignOff });
    expect(buildReport(signed, 'internal').article.signedOff?.version).toBe(4);
  });

  it.each(Object.entries(secrets))('keeps for the newsroom what is internal: %s', (_what, words) => {
    expect(reportJson(buildReport(confidential(), 'internal'))).toContain(words);
  });

  it.each(texts)('keeps everything that is internal out of the public %s', (_format, textOf) => {
    const told = textOf(buildReport(confidential(), 'public'));
    expect(Object.entries(secrets).filter(([, words]) => told.includes(words))).toEqual([]);
    expect(told).toContain('The bridge cost 40 million.');
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
