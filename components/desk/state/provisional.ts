import type { Anchor, Claim } from '@/core/claim/claim';
import type { Comment, CreateComment } from '@/core/claim/comment';
import { unjudged } from '@/core/claim/life';
import { plainNote } from '@/core/claim/vocabulary';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation, CreateCitation, CreateSource, Source } from '@/core/source/source';
import type { Passage } from './commands';
import { provisionalId } from './entry';

/** Records as they are shown until the server gives its own. Their revision is 0: the server has none of them. */

export interface Making {
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  newId(): string;
}

export function provisionalAnchor(passage: Passage, { newId }: Pick<Making, 'newId'>): Anchor {
  const { from, to, exact, prefix, suffix, start = null, end = null } = passage;
  const id = provisionalId(newId());
  return { id, from, to, exact, prefix, suffix, start, end, current: exact, state: 'anchored' };
}

export function provisionalClaim(
  claim: {
    id: string;
    articleId: string;
    version: number;
    passages: readonly Passage[];
    verdict: string | null;
    assigneeId: string | null;
  },
  making: Making,
): Claim {
  const { by, at } = making;
  const { id, articleId, version, passages, verdict, assigneeId } = claim;
  return {
    id,
    articleId,
    revision: 0,
    version,
    anchors: passages.map((passage) => provisionalAnchor(passage, making)),
    ...unjudged,
    assigneeId,
    ...(verdict !== null && { verdict, verdictBy: by, verdictAt: at }),
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    closed: null,
    citations: [],
    comments: [],
    check: null,
    repeats: [],
  };
}

export function provisionalCitation(
  claimId: string,
  body: CreateCitation & { id: string },
  shown: Source | undefined,
  making: Making,
): Citation {
  const { by, at } = making;
  const source = shown ?? provisionalSource(body.source ?? {}, making);
  const { id, stance, quote = null, locator = null, note = null } = body;
  const accessedAt = body.accessedAt === undefined ? at : body.accessedAt;
  return {
    id,
    revision: 0,
    claimId,
    sourceId: source.id,
    source,
    stance,
    quote,
    locator,
    note,
    accessedAt,
    createdBy: by,
    createdAt: at,
  };
}

export function provisionalComment(
  claimId: string,
  { body, parentId, kind, to, confidential, proposal }: Omit<CreateComment, 'id'>,
  { by, at, newId }: Making,
): Comment {
  return {
    id: newId(),
    revision: 0,
    claimId,
    parentId: parentId ?? null,
    body,
    author: null,
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    ...plainNote,
    kind: kind ?? plainNote.kind,
    to: to ?? null,
    confidential: confidential ?? false,
    proposal: proposal ?? null,
    resolvedBy: null,
    resolvedAt: null,
  };
}

function provisionalSource(body: CreateSource, { by, at, newId }: Making): Source {
  return {
    id: body.id ?? newId(),
    revision: 0,
    kind: body.kind ?? 'web',
    tier: body.tier ?? null,
    title: body.title?.trim() || body.url || '',
    url: body.url ?? null,
    publisher: body.publisher ?? null,
    author: body.author ?? null,
    publishedAt: body.publishedAt ?? null,
    accessedAt: body.accessedAt ?? null,
    archivedUrl: body.archivedUrl ?? null,
    confidential: body.confidential ?? false,
    note: body.note ?? null,
    ...newlyNamed,
    details: body.details ?? null,
    files: [],
    contacts: [],
    createdBy: by,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  };
}
