import { and, eq, gt, isNull } from 'drizzle-orm';
import type { ClaimStatus } from '@/core/claim/claim';
import { moved } from '@/core/claim/life';
import { moveOf } from '@/core/claim/moves';
import { answers, waits } from '@/core/claim/query';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { waitingQueries } from '@/db/queries/comments';
import { heldClaim } from '@/db/queries/held-claim';
import type { Opened } from '@/db/queries/open-article';
import { peopleWhoMayWrite } from '@/db/queries/who-may-write';
import type { CommentRow } from '@/db/records/comment';
import { comments, guests, people } from '@/db/schema/schema';
import { notify } from './notify';
import { actOf, writeClaim } from './write-claim';

/**
 * Throws `person-unknown` where there is nobody of this id at work here, and `person-cannot-answer` where they could not answer:
 * a viewer, who sees no comments; whom the article is not open to; the guest of another article, or one whose link has ended; any
 * guest where the query is confidential.
 */
export async function checkAsked(
  tx: Db,
  call: Call,
  { article }: Opened,
  { to, confidential }: { to: string; confidential: boolean },
): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, to));
  if (!person || !(person.active || person.guest)) throw new Problem('person-unknown');
  if (!person.guest) {
    const able = await peopleWhoMayWrite(tx, article);
    if (able.some(({ id }) => id === to)) return;
    throw new Problem('person-cannot-answer');
  }
  const [link] = await tx
    .select({ id: guests.id })
    .from(guests)
    .where(
      and(
        eq(guests.personId, to),
        eq(guests.articleId, article.id),
        isNull(guests.revokedAt),
        gt(guests.expiresAt, call.at),
      ),
    );
  if (!link || confidential) throw new Problem('person-cannot-answer');
}

/** Throws `query-of-others` where resolving a thread would settle a query that waits, and is not this person's to answer. */
export function refuseSettling(call: Call, first: CommentRow): void {
  if (waits(first) && !answers(first, call.by, 'resolve')) throw new Problem('query-of-others');
}

/** A query was put, or waits again: the claim waits with it. */
export async function noteWaiting(tx: Db, call: Call, opened: Opened): Promise<void> {
  await moveTo(tx, call, opened, 'query', 'query-put');
}

/** A query waits no more, answered or gone: after the last one the claim goes back to who checks it. */
export async function noteSettled(tx: Db, call: Call, opened: Opened): Promise<void> {
  if ((await waitingQueries(tx, opened.claim.id)).length === 0)
    await moveTo(tx, call, opened, 'checking', 'query-answered');
}

/** Moves a claim where there is such a move: what is approved or disputed stays so. */
async function moveTo(
  tx: Db,
  call: Call,
  opened: Opened,
  status: ClaimStatus,
  by: 'query-put' | 'query-answered',
): Promise<void> {
  const { claim } = opened;
  if (moveOf(claim.status, status, by, call.by.role) !== 'possible') return;
  const fields = moved(await heldClaim(tx, claim), status, by, actOf(call));
  await writeClaim(tx, call, opened, 'claim.changed', fields);
}

/**
 * Answers a query, where it waits and this person's reply or resolving answers it: with its own event, and word to who asked.
 * Returns the query as it stands then.
 */
export async function answerQuery(
  tx: Db,
  call: Call,
  opened: Opened,
  query: CommentRow,
  by: 'reply' | 'resolve',
): Promise<CommentRow> {
  if (!waits(query) || !answers(query, call.by, by)) return query;
  const fields = { answeredBy: call.by.id, answeredAt: call.at, revision: query.revision + 1 };
  await tx.update(comments).set(fields).where(eq(comments.id, query.id));
  const event = await appendEvent(tx, call, {
    kind: 'comment.answered',
    articleId: opened.claim.articleId,
    claimId: opened.claim.id,
    after: { commentId: query.id, ...(query.confidential && { confidential: true }), said: query.body },
  });
  await notify(tx, call, event, [{ personId: query.createdBy, kind: 'answer', commentId: query.id }]);
  await noteSettled(tx, call, opened);
  return { ...query, ...fields };
}
