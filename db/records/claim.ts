import type { Node } from 'prosemirror-model';
import { placeAnchor, type StoredAnchor } from '@/core/anchor/place';
import type { Check } from '@/core/claim/check';
import type { Anchor, Approval, Claim } from '@/core/claim/claim';
import { claimState } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import { type anchors, type claims, NOWHERE } from '@/db/schema/schema';
import { knownRepeats } from './repeats';

export type ClaimRow = typeof claims.$inferSelect;
export type AnchorRow = typeof anchors.$inferSelect;

/** The text that a claim is about: the article's present one. */
export interface Text {
  version: number;
  doc: Node;
  language: string;
  /** False where nobody asks for the passages that repeat a claim: looking for them is most of the work. */
  repeats?: boolean;
}

/** What is kept beside a claim's row. */
export interface Beside {
  anchors: readonly AnchorRow[];
  citations?: Citation[] | undefined;
  comments?: Comment[] | undefined;
  approvals?: readonly Approval[] | undefined;
  check?: Check | null | undefined;
}

/** A claim with its places as they stand in the text now, in reading order; what is gone comes last. */
export function claimRecord(
  row: ClaimRow,
  { anchors: stored, citations = [], comments = [], approvals = [], check = null }: Beside,
  text: Text,
): Claim {
  const placed = placedAnchors(text.doc, stored);
  const found = placed.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  return {
    id: row.id,
    articleId: row.articleId,
    revision: row.revision,
    version: text.version,
    anchors: placed,
    verdict: row.verdict,
    rationale: row.rationale,
    correction: row.correction,
    severity: row.severity,
    status: row.status,
    attributedTo: row.attributedTo,
    assigneeId: row.assigneeId,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deletedAt: row.deletedAt,
    verdictBy: row.verdictBy,
    verdictAt: row.verdictAt,
    approvedBy: row.approvedBy,
    approvedAt: row.approvedAt,
    approvals: approvalsOf(row, approvals),
    returned: returnedOf(row),
    secondCheckerId: row.secondCheckerId,
    closed: closedOf(row),
    citations,
    comments,
    check,
    repeats: text.repeats === false ? [] : [...knownRepeats(text.doc, text.language, found)],
  };
}

/** The fields of a claim that is closed no more: what has a place in the text is open again. */
export const reopened = { closedBy: null, closedAt: null, closedReason: null };

/** One that was approved before approvals were kept one by one has the one that its row names. */
export function approvalsOf({ approvedBy: by, approvedAt: at }: ClaimRow, kept: readonly Approval[]): Approval[] {
  if (kept.length > 0 || by === null || at === null) return [...kept];
  return [{ by, at }];
}

export function returnedOf({ returnedBy, returnedAt, returnedNote }: ClaimRow): Claim['returned'] {
  return returnedBy && returnedAt ? { by: returnedBy, at: returnedAt, note: returnedNote ?? '' } : null;
}

export function returnedColumns(returned: Claim['returned']) {
  return {
    returnedBy: returned?.by ?? null,
    returnedAt: returned?.at ?? null,
    returnedNote: returned?.note ?? null,
  };
}

function closedOf({ closedBy, closedAt, closedReason }: ClaimRow): Claim['closed'] {
  return closedBy && closedAt ? { by: closedBy, at: closedAt, reason: closedReason ?? '' } : null;
}

/** What a claim's row says of its anchors: where the first one is, the longer of two that begin together, and the worst state. */
export function toldOnce(doc: Node, stored: readonly StoredAnchor[]) {
  const placed = placedAnchors(doc, stored);
  const first = placed[0];
  return { place: first?.from ?? NOWHERE, reach: first?.to ?? NOWHERE, state: claimState({ anchors: placed }) };
}

function placedAnchors(doc: Node, stored: readonly StoredAnchor[]): Anchor[] {
  return stored
    .map((anchor) => placeAnchor(doc, anchor))
    .sort((a, b) => (a.from ?? NOWHERE) - (b.from ?? NOWHERE) || (b.to ?? NOWHERE) - (a.to ?? NOWHERE));
}
