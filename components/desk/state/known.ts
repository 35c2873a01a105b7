import type { ArticleWithDoc } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Comment } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import type { Entry } from './entry';
import type { TextStep } from './steps-since';

/** What the server is known to hold of one article. Deleted claims stay, with their `deletedAt`. */
export interface Known {
  /** Its `doc` is ProseMirror JSON as the desk was opened, and the document itself from the first edit on (`articleNode`). */
  readonly article: ArticleWithDoc;
  /** Their places are of the article's `version`, whatever version they came with. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** The edits since the desk was opened; the last of them made the article's `version`. */
  readonly steps: readonly TextStep[];
  /** Claims that came with places of a later text than is known: these are taken once the text is. */
  readonly early: ReadonlyMap<string, Claim>;
}

export function openKnown(article: ArticleWithDoc, claims: readonly Claim[]): Known {
  return { article, claims: new Map(claims.map((claim) => [claim.id, claim])), steps: [], early: new Map() };
}

export type KnownRecord = ArticleWithDoc | Claim | Citation | Comment;

/** The record that an entry changes, or undefined where the server has none that we know. */
export function recordOf(
  known: Known,
  entry: Pick<Entry, 'recordKind' | 'recordId' | 'claimId'>,
): KnownRecord | undefined {
  if (entry.recordKind === 'article') return known.article;
  if (entry.recordKind === 'claim') return known.claims.get(entry.recordId);
  const claim = entry.claimId === null ? undefined : known.claims.get(entry.claimId);
  const parts: readonly (Citation | Comment)[] | undefined =
    entry.recordKind === 'comment' ? claim?.comments : claim?.citations;
  return parts?.find(({ id }) => id === entry.recordId);
}

export function fieldOf(record: KnownRecord, field: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[field];
}
