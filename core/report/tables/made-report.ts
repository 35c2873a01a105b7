import { articleOf } from '@/core/anchor/generated-article';
import { Prose } from '@/core/anchor/generated-prose';
import { mulberry32 } from '@/core/anchor/mulberry32';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import { presetScales } from '@/core/claim/scale';
import { plainNote } from '@/core/claim/vocabulary';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation, Source } from '@/core/source/source';
import type { ReportMaterial } from '../report';

/** For tests and measures: reports of made-up articles, with the records as the interface has them. */

export const AT = '2026-03-02T09:30:00.000Z';
const scale = presetScales.find(({ id }) => id === 'five-point')!;

/** A claim of which nothing has been said but what is given. */
export function claimOf(id: string, anchors: Anchor[], about: Partial<Claim> = {}): Claim {
  return {
    id,
    articleId: 'article',
    revision: 1,
    version: 0,
    anchors,
    verdict: null,
    rationale: null,
    correction: null,
    severity: null,
    status: 'open',
    attributedTo: null,
    assigneeId: null,
    createdBy: 'maya',
    createdAt: AT,
    updatedAt: AT,
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

/** A place whose words stand as they were judged; `start` counts as `from` does less what stands before a first paragraph. */
export function anchorOf(id: string, from: number, exact: string, about: Partial<Anchor> = {}): Anchor {
  const points = [...exact].length;
  return {
    id,
    from,
    to: from + exact.length,
    exact,
    prefix: '',
    suffix: '',
    start: from - 1,
    end: from - 1 + points,
    current: exact,
    state: 'anchored',
    ...about,
  };
}

export const GONE = { from: null, to: null, start: null, end: null, current: null, state: 'orphaned' } as const;

export function sourceOf(id: string, about: Partial<Source> = {}): Source {
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
    createdAt: AT,
    updatedAt: AT,
    deletedAt: null,
    ...about,
  };
}

export function citationOf(id: string, source: Source, about: Partial<Citation> = {}): Citation {
  return {
    id,
    revision: 1,
    claimId: 'claim',
    sourceId: source.id,
    source,
    stance: 'refutes',
    quote: null,
    locator: null,
    note: null,
    accessedAt: AT,
    createdBy: 'maya',
    createdAt: AT,
    ...about,
  };
}

export function commentOf(id: string, body: string, about: Partial<Comment> = {}): Comment {
  return {
    id,
    revision: 1,
    claimId: 'claim',
    parentId: null,
    body,
    author: null,
    createdBy: 'maya',
    createdAt: AT,
    updatedAt: AT,
    ...plainNote,
    resolvedBy: null,
    resolvedAt: null,
    ...about,
  };
}

/** An article of the paragraphs given, and its claims. */
export function materialOf(
  paragraphs: readonly string[],
  claims: readonly Claim[],
  about: Partial<ReportMaterial['article']> = {},
): ReportMaterial {
  const doc = articleOf(...paragraphs).toJSON();
  return {
    newsroom: 'The Harbour Post',
    article: {
      id: 'article',
      revision: 3,
      version: 4,
      title: 'The bridge opens',
      language: 'en',
      scale: 'five-point',
      status: 'checking',
      deadline: null,
      assigneeId: null,
      access: { kind: 'newsroom' },
      origin: null,
      byline: null,
      publisher: null,
      publishedAt: null,
      url: null,
      newsroom: null,
      createdBy: 'maya',
      createdAt: AT,
      updatedAt: AT,
      deletedAt: null,
      signedOff: null,
      changedSinceSignOff: false,
      progress: { claims: 0, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
      doc,
      ...about,
    },
    start: doc,
    steps: [],
    sha256: 'ab'.repeat(32),
    claims,
    scale,
    people: [
      { id: 'maya', name: 'Maya Osei' },
      { id: 'tomas', name: 'Tomás Rey' },
      { id: 'jun', name: 'Jun Park' },
    ],
    history: [],
    notices: [],
    archive: { looks: [], strokes: [], placements: [], anchors: [], checks: [], claims: [], sources: [] },
  };
}

/** A made-up article of about so many words with so many claims, spread over its sentences: the same for the same numbers. */
export function madeMaterial(words: number, claims: number, seed = 1): ReportMaterial {
  const prose = new Prose(mulberry32(seed));
  const sentences = prose.paragraphs(words).map((paragraph) => paragraph.map(({ text }) => text));
  const paragraphs = sentences.map((paragraph) => paragraph.join(' '));
  const text = articleText(articleOf(...paragraphs));
  const spans: { start: number; end: number }[] = [];
  sentences.forEach((paragraph, index) => {
    let start = text.blocks[index]!.start;
    for (const sentence of paragraph) {
      spans.push({ start, end: start + sentence.length });
      start += sentence.length + 1;
    }
  });
  const made = Array.from({ length: claims }, (_, number) => {
    const span = spans[Math.floor((number * spans.length) / claims)]!;
    // Where there are more claims than sentences, several stand in one, each on a part of it.
    const start = claims > spans.length ? span.start + (number % 7) : span.start;
    return madeClaim(number, prose, placed(`anchor-${number}`, text, start, span.end));
  });
  return materialOf(paragraphs, made, { title: 'What the harbour cost, and who paid for it' });
}

function placed(id: string, text: ReturnType<typeof articleText>, start: number, end: number): Anchor {
  const exact = text.text.slice(start, end);
  const points = { start: text.pointsAt(start), end: text.pointsAt(end) };
  return anchorOf(id, text.positionAt(start), exact, { to: text.positionAt(end), ...points });
}

function madeClaim(number: number, prose: Prose, anchor: Anchor): Claim {
  const verdict = scale.verdicts[number % scale.verdicts.length]!;
  const approved = number % 3 !== 0;
  return claimOf(`claim-${number}`, [anchor], {
    verdict: verdict.key,
    verdictBy: number % 2 === 0 ? 'maya' : 'tomas',
    verdictAt: AT,
    rationale: `${prose.sentence()} **${prose.clause()}**.\n\n- ${prose.sentence()}\n- ${prose.sentence()}`,
    correction: number % 4 === 0 ? prose.sentence() : null,
    attributedTo: number % 5 === 0 ? 'The harbour office' : null,
    status: approved ? 'approved' : 'in-review',
    approvedBy: approved ? 'jun' : null,
    approvedAt: approved ? AT : null,
    approvals: approved ? [{ by: 'jun', at: AT }] : [],
    citations: Array.from({ length: number % 3 }, (_, nth) => madeCitation(`${number}-${nth}`, prose)),
    comments: number % 6 === 0 ? [commentOf(`comment-${number}`, prose.sentence())] : [],
  });
}

function madeCitation(id: string, prose: Prose): Citation {
  const source = sourceOf(`source-${id}`, {
    title: prose.clause(),
    url: `https://example.org/${id}`,
    publisher: 'Harbour archive',
    publishedAt: '2025-10-28',
  });
  return citationOf(`citation-${id}`, source, { quote: prose.sentence(), locator: 'p. 12' });
}
