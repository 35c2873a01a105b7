import type { Node } from 'prosemirror-model';
import { placeAnchor, type StoredAnchor } from '@/core/anchor/place';
import { quoteOf } from '@/core/anchor/quote';
import type { Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import { presetScales } from '@/core/claim/scale';
import { plainNote } from '@/core/claim/vocabulary';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation, Source } from '@/core/source/source';
import { buildReport, type Edition, type Report, type ReportMaterial } from '../report';

/** Records and Reports by hand, for tests of what is written out and read back. */
export const at = '2026-03-02T09:30:00.000Z';

/** A UUID that ends in a number. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

const maya = id(0xa1);
const jun = id(0xa2);

export function source(number: number, about: Partial<Source> = {}): Source {
  return {
    id: id(number),
    revision: 1,
    kind: 'web',
    tier: 'primary',
    title: `Source ${number}`,
    url: `https://records.example/${number}`,
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
    createdBy: maya,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    ...about,
  };
}

export function citation(of: Source, about: Partial<Citation> = {}): Citation {
  return {
    id: of.id.replace('-4000-', '-4001-'),
    revision: 1,
    claimId: id(0),
    sourceId: of.id,
    source: of,
    stance: 'supports',
    quote: null,
    locator: null,
    note: null,
    accessedAt: at,
    createdBy: maya,
    createdAt: at,
    ...about,
  };
}

export function comment(number: number, body: string, about: Partial<Comment> = {}): Comment {
  return {
    id: id(number),
    revision: 1,
    claimId: id(0),
    parentId: null,
    body,
    author: null,
    createdBy: maya,
    createdAt: at,
    updatedAt: at,
    ...plainNote,
    resolvedBy: null,
    resolvedAt: null,
    ...about,
  };
}

/** A claim on ranges of a document, as it was judged there. */
export function claimOn(
  doc: Node,
  number: number,
  ranges: readonly { from: number; to: number }[],
  about: Partial<Claim> = {},
): Claim {
  const stored = ranges.map(
    (range, index): StoredAnchor => ({
      id: id(number * 1_000 + index),
      ...range,
      ...quoteOf(doc, range.from, range.to),
    }),
  );
  return claimOf(
    number,
    stored.map((anchor) => placeAnchor(doc, anchor)),
    about,
  );
}

export function claimOf(number: number, anchors: Claim['anchors'], about: Partial<Claim> = {}): Claim {
  return {
    id: id(number),
    articleId: id(0xf0),
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
    createdBy: maya,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    verdictBy: about.verdict ? maya : null,
    verdictAt: about.verdict ? at : null,
    approvedBy: about.status === 'approved' ? jun : null,
    approvedAt: about.status === 'approved' ? '2026-03-04T16:00:00.000Z' : null,
    approvals: about.status === 'approved' ? [{ by: jun, at: '2026-03-04T16:00:00.000Z' }] : [],
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

export function reportOf(
  doc: Node,
  claims: readonly Claim[],
  edition: Edition = 'internal',
  about: Partial<ReportMaterial['article']> = {},
): Report {
  const scale = presetScales.find((preset) => preset.id === 'five-point')!;
  return buildReport(
    {
      newsroom: 'The Harbour Post',
      article: {
        id: id(0xf0),
        revision: 3,
        version: 7,
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
        createdBy: maya,
        createdAt: at,
        updatedAt: at,
        deletedAt: null,
        signedOff: null,
        changedSinceSignOff: false,
        progress: { claims: claims.length, byStatus: {}, byVerdict: {}, stale: 0, orphaned: 0 },
        doc: doc.toJSON(),
        ...about,
      },
      start: doc.toJSON(),
      steps: [],
      sha256: 'ab'.repeat(32),
      claims,
      scale,
      people: [
        { id: maya, name: 'Maya Osei' },
        { id: jun, name: 'Jun Park' },
      ],
      history: [],
      notices: [],
      archive: { looks: [], strokes: [], placements: [], anchors: [], checks: [], claims: [], sources: [] },
    },
    edition,
  );
}
