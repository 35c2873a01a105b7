import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { placeAnchor } from '@/core/anchor/place';
import { quoteOf } from '@/core/anchor/quote';
import { articleSchema } from '@/core/article/schema';
import type { Claim } from '@/core/claim/claim';
import { presetScales } from '@/core/claim/scale';
import { plainNote } from '@/core/claim/vocabulary';
import { Problem } from '@/core/problem';
import { newlyNamed } from '@/core/source/newly-named';
import type { Source } from '@/core/source/source';
import { wordsOf } from '@/core/words/words';
import { reportJson } from './json';
import { readReportJson } from './read-json';
import { buildReport, type ReportMaterial } from './report';

const at = '2026-03-02T09:30:00.000Z';
const start = articleSchema.node('doc', null, [
  articleSchema.node('paragraph', null, [articleSchema.text('The ferry sails at six. It carries 40 cars.')]),
  articleSchema.node('paragraph', null, [articleSchema.text('Fares rose twice last year.')]),
]);
const edit = new Transform(start).insert(1, articleSchema.text('Once: ')).delete(24, 29);
const doc = edit.doc;

const source: Source = {
  id: 'timetable',
  revision: 2,
  kind: 'document',
  tier: 'primary',
  title: 'Timetable',
  url: 'https://ferry.example.org/times',
  publisher: null,
  author: null,
  publishedAt: '2026-01',
  accessedAt: null,
  archivedUrl: null,
  confidential: true,
  note: 'By post.',
  ...newlyNamed,
  files: [],
  contacts: [
    {
      id: 'call',
      revision: 1,
      channel: 'phone',
      who: 'The purser',
      at,
      outcome: 'talked',
      note: null,
      nextTry: null,
      by: 'ola',
    },
  ],
  createdBy: 'ola',
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
};

function claim(id: string, from: number, to: number, about: Partial<Claim> = {}): Claim {
  return {
    id,
    articleId: 'ferry',
    revision: 3,
    version: 2,
    anchors: [placeAnchor(doc, { id: `${id}-place`, from, to, ...quoteOf(doc, from, to) })],
    verdict: 'true',
    rationale: null,
    correction: null,
    severity: null,
    status: 'open',
    attributedTo: null,
    assigneeId: 'per',
    createdBy: 'ola',
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    verdictBy: 'ola',
    verdictAt: at,
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

function material(): ReportMaterial {
  const cited = {
    id: 'cited',
    revision: 1,
    claimId: 'sails',
    sourceId: 'timetable',
    source,
    stance: 'supports' as const,
    quote: null,
    locator: null,
    note: null,
    accessedAt: null,
    createdBy: 'ola',
    createdAt: at,
  };
  const said = {
    id: 'said',
    revision: 1,
    claimId: 'sails',
    parentId: null,
    body: 'Every day?',
    author: null,
    createdBy: 'per',
    createdAt: at,
    updatedAt: at,
    ...plainNote,
    resolvedBy: null,
    resolvedAt: null,
  };
  const claims = [
    claim('sails', 7, 23, { citations: [cited], comments: [said] }),
    claim('fares', doc.child(0).nodeSize + 1, doc.child(0).nodeSize + 11),
  ];
  const deleted = claim('gone', 1, 5, { deletedAt: at, verdict: 'of-another-scale' });
  return {
    newsroom: 'The Ferry Post',
    article: {
      id: 'ferry',
      revision: 4,
      version: 2,
      title: 'The ferry',
      language: 'en',
      scale: 'five-point',
      status: 'checking',
      deadline: null,
      assigneeId: null,
      access: { kind: 'restricted', people: ['per'] },
      origin: 'ferry.md',
      byline: null,
      publisher: null,
      publishedAt: null,
      url: null,
      newsroom: null,
      createdBy: 'ola',
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      signedOff: null,
      changedSinceSignOff: false,
      progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
      doc: doc.toJSON(),
    },
    start: start.toJSON(),
    steps: edit.steps.map((step, nth) => ({ version: nth + 1, step: step.toJSON(), clientId: 'desk', by: 'ola', at })),
    sha256: 'ab'.repeat(32),
    claims,
    scale: presetScales.find(({ id }) => id === 'five-point')!,
    people: [
      { id: 'ola', name: 'Ola' },
      { id: 'per', name: 'Per' },
    ],
    history: [
      {
        id: 1,
        kind: 'citation.added',
        at,
        by: 'ola',
        articleId: 'ferry',
        claimId: 'sails',
        sourceId: 'timetable',
        before: null,
        after: { citationId: 'cited', stance: 'supports' },
      },
    ],
    notices: [],
    archive: {
      looks: [],
      strokes: [{ version: 2, kind: 'corrected', by: 'ola', at, origin: null, restored: null }],
      placements: [{ version: 2, anchors: [{ id: 'sails-place', from: 7, to: 23 }] }],
      anchors: [...claims, deleted].map(({ anchors: [anchor] }) => ({ id: anchor!.id, createdAt: at, lost: null })),
      checks: [],
      claims: [deleted],
      sources: [],
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: what is done to a file here is what no type allows
type File = any;
const written = (): File => JSON.parse(reportJson(buildReport(material(), 'internal')));
const read = (file: unknown) => readReportJson(JSON.stringify(file));

function refusalOf(text: string): Problem | null {
  try {
    readReportJson(text);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

describe('readReportJson', () => {
  it.each(['internal', 'public'] as const)('reads back the %s edition that was written', (edition) => {
    const json = reportJson(buildReport(material(), edition));
    expect(reportJson(readReportJson(json).report)).toBe(json);
  });

  it('makes again the versions that are worth keeping: the first, one now and then, and the last', () => {
    const typing = new Transform(start);
    for (let key = 0; key < 450; key++) typing.insert(1, articleSchema.text('x'));
    const file = written();
    Object.assign(file, { claims: [], sources: [], history: [], start: start.toJSON() });
    Object.assign(file.archive, { claims: [], anchors: [], sources: [], strokes: [], placements: [] });
    Object.assign(file.article, { version: 450, doc: typing.doc.toJSON() });
    file.steps = typing.steps.map((step, nth) => ({ ...file.steps[0], version: nth + 1, step: step.toJSON() }));
    const { texts } = read(file);
    expect(texts.map(({ version }) => version)).toEqual([0, 200, 400, 450]);
    expect(texts[1]!.doc).toEqual(typing.docs[200]!.toJSON());
    expect(texts[3]!.doc).toEqual(typing.doc.toJSON());
  });

  it('leaves out fields that it does not know', () => {
    const file = written();
    file.claims[0].mood = 'glad';
    file.weather = 'fair';
    expect(reportJson(read(file).report)).toBe(reportJson(read(written()).report));
  });

  it.each([
    ['nothing', ''],
    ['half a file', reportJson(buildReport(material(), 'internal')).slice(0, 2000)],
    ['prose', 'Dear desk, here is the article.'],
    ['null', 'null'],
    ['a list', '[1, 2]'],
    ['a nest of lists', '['.repeat(1_000_000)],
    ['a whole nest of lists', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`],
    ['somebody else’s JSON', '{"format": "other", "formatVersion": 1}'],
  ])('refuses what is not Stet’s: %s', (_what, text) => {
    expect(refusalOf(text)?.code).toBe('report-not-stet');
  });

  it.each([2, 0, '1', null, undefined])('refuses a version that it does not know: %s', (formatVersion) => {
    expect(refusalOf(JSON.stringify({ ...written(), formatVersion }))).toMatchObject({
      code: 'report-version-unknown',
      values: { version: String(formatVersion), known: 1 },
    });
  });

  it.each<[string, (file: File) => void, string]>([
    ['an article without a title', (file) => delete file.article.title, 'article.title'],
    ['a status of its own', (file) => (file.claims[1].status = 'perfect'), 'claims.1.status'],
    ['a claim without a place', (file) => (file.claims[0].anchors = []), 'claims.0.anchors'],
    ['an address of another kind', (file) => (file.sources[0].url = 'javascript:alert(1)'), 'sources.0.url'],
    ['a deleted article', (file) => (file.article.deletedAt = at), 'article.deletedAt'],
    ['a time without a zone', (file) => (file.claims[0].createdAt = '2026-03-02'), 'claims.0.createdAt'],
    ['an event of no known kind', (file) => (file.history[0].kind = 'article.burnt'), 'history.0.kind'],
    ['a coming into this newsroom', (file) => (file.history[0].kind = 'article.brought-back'), 'history.0.kind'],
    ['a third edition', (file) => (file.edition = 'secret'), 'edition'],
    ['a public edition with a history', (file) => Object.assign(file, { edition: 'public', archive: null }), 'history'],
    [
      'a verdict’s mark that would be drawn as it likes',
      (file) => (file.scale.verdicts[0].glyph = '<b>'),
      'scale.verdicts.0.glyph',
    ],
  ])('refuses what has not the shape that it should have: %s', (_what, spoil, path) => {
    const file = written();
    spoil(file);
    expect(refusalOf(JSON.stringify(file))).toMatchObject({ code: 'report-field', values: { path } });
  });

  it.each<[string, (file: File) => void, string]>([
    ['steps that lead elsewhere', (file) => (file.article.doc.content[1].content[0].text = 'Fares fell.'), 'steps'],
    ['a step that does not apply', (file) => (file.steps[1].step.to = 9000), 'steps'],
    ['a step that is none', (file) => (file.steps[1].step = { stepType: 'burn' }), 'steps'],
    ['a step too many', (file) => file.steps.push({ ...file.steps[1], version: 3 }), 'order'],
    ['steps out of order', (file) => file.steps.reverse(), 'order'],
    ['a start that is no article', (file) => (file.start = { type: 'paragraph' }), 'text'],
    ['a start with a node of its own', (file) => (file.start.content[0].type = 'script'), 'text'],
    ['a start that is nothing', (file) => (file.start = null), 'text'],
    ['a text that links to a script', (file) => link(file.start, 'javascript:alert(1)'), 'text'],
    ['a place of other words', (file) => (file.claims[0].anchors[0].from += 1), 'place'],
    ['a place beyond the text', (file) => Object.assign(file.claims[1].anchors[0], { from: 900, to: 950 }), 'place'],
    ['a state that is not so', (file) => (file.claims[0].anchors[0].state = 'changed'), 'place'],
    ['a deleted claim’s place', (file) => (file.archive.claims[0].anchors[0].start = 3), 'place'],
    ['a claim of another article', (file) => (file.claims[0].articleId = 'other'), 'claim'],
    ['a claim of another version', (file) => (file.claims[0].version = 1), 'claim'],
    ['a live claim that is deleted', (file) => (file.claims[0].deletedAt = at), 'claim'],
    ['a deleted claim that lives', (file) => (file.archive.claims[0].deletedAt = null), 'claim'],
    ['a verdict that the scale lacks', (file) => (file.claims[0].verdict = 'perhaps'), 'verdict'],
    ['a citation of another claim', (file) => (file.claims[0].citations[0].claimId = 'fares'), 'citation'],
    ['a source that is not there', (file) => (file.sources = []), 'citation'],
    ['a source told in two ways', (file) => (file.sources[0].confidential = false), 'citation'],
    ['a comment on another claim', (file) => (file.claims[0].comments[0].claimId = 'fares'), 'comment'],
    ['two things with one id', (file) => (file.claims[1].id = 'said'), 'twice'],
    ['a person twice', (file) => file.people.push(file.people[0]), 'twice'],
    ['somebody without a name', (file) => file.people.pop(), 'person'],
    ['an event of another article', (file) => (file.history[0].articleId = 'other'), 'history'],
    ['an event of nothing', (file) => (file.history[0].articleId = null), 'history'],
    ['an event of a source that is not there', (file) => (file.history[0].sourceId = 'other'), 'history'],
    ['a stroke of a version to come', (file) => (file.archive.strokes[0].version = 3), 'version'],
    ['a version twice placed', (file) => file.archive.placements.push(file.archive.placements[0]), 'version'],
    ['an anchor of no claim', (file) => (file.archive.anchors[0].id = 'other'), 'anchor'],
    ['an anchor without its trace', (file) => file.archive.anchors.pop(), 'anchor'],
    ['half a character', (file) => (file.claims[0].rationale = '\ud83d'), 'character'],
    ['a control character in a name of a field', (file) => (file.history[0].after['a\u0000'] = 1), 'character'],
    ['a nest', (file) => (file.history[0].after.nest = nested(1000)), 'depth'],
  ])('refuses what does not fit the rest: %s', (_what, spoil, what) => {
    const file = written();
    spoil(file);
    const refusal = refusalOf(JSON.stringify(file));
    expect(refusal).toMatchObject({ code: 'report-inconsistent', values: { what } });
    const sentence = wordsOf('problem', 'en')('report-inconsistent', refusal!.values as never);
    expect(sentence).not.toContain('its parts do not fit together');
  });
});

function link(json: File, href: string): void {
  json.content[0].content[0].marks = [{ type: 'link', attrs: { href } }];
}

function nested(levels: number): unknown {
  let nest: unknown = 1;
  for (let level = 0; level < levels; level++) nest = [nest];
  return nest;
}
