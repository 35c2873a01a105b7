import { and, eq, exists, isNull, not, notExists, notLike, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { may } from '@/core/newsroom/rights';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { CommentRow } from '@/db/records/comment';
import { claims, comments, events } from '@/db/schema/schema';
import { claimsUnseenBy, isUnseen } from './checks';
import type { Beholder } from './known-sources';

/** `isOnClaim` as a condition on `claims`. */
function onClaim(personId: Beholder['by']['id']): SQL {
  return or(
    eq(claims.assigneeId, personId),
    eq(claims.secondCheckerId, personId),
    eq(claims.verdictBy, personId),
    eq(claims.createdBy, personId),
  )!;
}

/**
 * Which comments are shown to somebody, as a condition on `comments` (`seesConfidentialNote` is the rule): none to who sees nothing
 * internal, and none of a claim that they have yet to judge blind.
 */
export function commentShown(db: Db, whose: Beholder): SQL {
  return and(not(isUnseen(db, whose.by.id, comments.claimId)), noteShown(db, whose))!;
}

/** The same but for blind checks; no condition for those who see all notes. */
function noteShown(db: Db, { by: { id: personId, role } }: Beholder): SQL | undefined {
  if (may(role, 'confidential.read-all')) return undefined;
  if (!may(role, 'confidential.read')) return sql`0 = 1`;
  const theirClaim = db
    .select({ one: sql`1` })
    .from(claims)
    .where(and(eq(claims.id, comments.claimId), onClaim(personId)));
  const said = alias(comments, 'said');
  const first = sql`coalesce(${comments.parentId}, ${comments.id})`;
  const theirThread = db
    .select({ one: sql`1` })
    .from(said)
    .where(
      and(
        eq(said.claimId, comments.claimId),
        or(eq(said.id, first), eq(said.parentId, first)),
        or(eq(said.createdBy, personId), eq(said.to, personId)),
      ),
    );
  return or(eq(comments.confidential, false), exists(theirClaim), exists(theirThread));
}

/**
 * Which events are shown to somebody, as a condition on `events`: those of a comment that is not are not either. What a blind check
 * hides of a claim's events is asked apart (`isToldTo`).
 */
export function commentEventShown(db: Db, whose: Beholder): SQL | undefined {
  const shown = noteShown(db, whose);
  if (!shown) return undefined;
  const ofNone = notLike(events.kind, 'comment.%');
  if (!may(whose.by.role, 'confidential.read')) return ofNone;
  const field = (name: string) =>
    sql`coalesce(${events.after} ->> ${sql.raw(`'${name}'`)}, ${events.before} ->> ${sql.raw(`'${name}'`)})`;
  const about = eq(comments.id, field('commentId'));
  const there = db.select({ one: sql`1` }).from(comments);
  return or(
    ofNone,
    // What a comment's events tell of it stays when it is gone for good, as from a newsroom that it came from.
    and(isNull(field('confidential')), notExists(there.where(and(about, eq(comments.confidential, true))))),
    exists(there.where(and(about, shown))),
  );
}

/** Whether a comment is shown to the caller. */
export async function seesComment(db: Db, call: Call, comment: CommentRow): Promise<boolean> {
  if ((await claimsUnseenBy(db, call)).has(comment.claimId)) return false;
  if (!comment.confidential) return may(call.by.role, 'confidential.read');
  const shown = noteShown(db, call);
  if (!shown) return true;
  const [row] = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, comment.id), shown));
  return row !== undefined;
}
