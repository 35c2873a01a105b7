import type { Anchor, Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import type { ChangeKind, Field, RecordKind } from './desk-state';

/**
 * One change that the server has not acknowledged: what the outbox keeps, in this shape, on the browser's disk. All of it is
 * plain data.
 */
export interface Entry {
  readonly id: string;
  /** Its place in the article's queue: unique enough with `id`, and only ever growing. */
  readonly seq: number;
  readonly articleId: string;
  /** Whose change it is. It is sent under no other name. */
  readonly personId: string;
  readonly kind: ChangeKind;
  readonly recordKind: RecordKind;
  readonly recordId: string;
  readonly claimId: string | null;
  readonly field: Field;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  /** With `{anchorId}` where the id of an anchor goes that may still be provisional (`pathOf`). */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  /** A field's new value; the body of what is created or said; null otherwise. */
  readonly value: unknown;
  /**
   * What the person started from: the field's value; for an approval, what was approved (`judgementOf`); for an anchor dropped
   * or moved, the anchor; for a claim sent back, its status.
   */
  readonly base: unknown;
  /** The record's revision that the person saw; null for a record that the server did not have yet. */
  readonly baseRevision: number | null;
  /** What to show for something that only the server can complete. */
  readonly shown: Shown | null;
  /** When it was last typed at. ISO 8601. */
  readonly at: string;
  /** Changes with every edit of the entry: an answer settles the edit that was sent, and no later one. */
  readonly stamp: string;
  /** Values sent of which no answer came: should the server turn out to have one, it was us. */
  readonly sent: readonly unknown[];
  /** How often the server failed (5xx) on this very entry. */
  readonly failures: number;
  readonly refused: Refused | null;
}

export type Shown =
  | { readonly claim: Claim }
  | { readonly anchor: Anchor }
  | { readonly citation: Citation }
  | { readonly comment: Comment };

export interface Refused {
  readonly status: number;
  readonly code: string | null;
  readonly message: string;
  readonly errors: readonly { path: string; message: string }[];
}

/** A change of one field of a record, which later changes of the same field replace. Everything else is done once each. */
export function isFieldChange(entry: Pick<Entry, 'kind'>): boolean {
  return entry.kind.endsWith('.changed');
}

export function isCreation(entry: Pick<Entry, 'kind'>): boolean {
  return entry.kind === 'claim.created' || entry.kind === 'citation.added' || entry.kind === 'comment.added';
}

/** The comment that a new one answers. */
export function answeredBy({ kind, body }: Pick<Entry, 'kind' | 'body'>): string | undefined {
  return kind === 'comment.added' && typeof body?.parentId === 'string' ? body.parentId : undefined;
}

/** Equal as JSON, whatever the order of an object's members; undefined is null. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || a === undefined) return b === null || b === undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || b === null || b === undefined) return false;
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Array.isArray(a) === Array.isArray(b) && [...names].every((name) => sameValue(left[name], right[name]));
}

/** Equal but for what a server may tidy in a text: space around it, line ends, nothing for null. */
export function alike(a: unknown, b: unknown): boolean {
  const tidied = (value: unknown) => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() || null : value);
  return sameValue(tidied(a), tidied(b));
}

/** What a reviewer approves: when one of these changes under them, they have not seen what they approve. */
export function judgementOf(claim: Claim): Readonly<Record<string, unknown>> {
  return {
    verdict: claim.verdict,
    rationale: claim.rationale,
    correction: claim.correction,
    severity: claim.severity,
    attributedTo: claim.attributedTo,
    words: claim.anchors.map(({ current }) => current),
    citations: claim.citations.map(({ id, sourceId, stance, quote, locator }) => ({
      id,
      sourceId,
      stance,
      quote,
      locator,
    })),
  };
}

/**
 * The anchor of the claim that an entry drops or moves: by its id, else, when it was provisional as the person saw it, by its
 * place. Undefined when the claim has it no more.
 */
export function anchorOf(claim: Claim, seen: Anchor): Anchor | undefined {
  return (
    claim.anchors.find(({ id }) => id === seen.id) ??
    (isProvisional(seen) ? claim.anchors.find((anchor) => standsAt(anchor, seen)) : undefined)
  );
}

export function standsAt(anchor: Anchor, place: Pick<Anchor, 'from' | 'to'>): boolean {
  return anchor.from === place.from && anchor.to === place.to;
}

/** Ids of anchors are the server's to give; until then an anchor has one that says so. */
export const provisionalId = (id: string) => `provisional-${id}`;
export const isProvisional = (anchor: Pick<Anchor, 'id'>) => anchor.id.startsWith('provisional-');
