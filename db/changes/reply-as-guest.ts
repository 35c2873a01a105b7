import { and, eq, isNull } from 'drizzle-orm';
import type { GuestReply, ReplyAsGuest } from '@/core/newsroom/guest';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { GuestCall, GuestOfArticle } from '@/db/guest-call';
import { liveComment } from '@/db/queries/comments';
import { replyRecord } from '@/db/queries/guest-view';
import { guestStanding } from '@/db/queries/guests';
import type { Opened } from '@/db/queries/open-article';
import type { CommentRow } from '@/db/records/comment';
import { articles, claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { answerQuery } from './ask';
import { makeComment } from './make-comment';
import { notify } from './notify';
import { takeId } from './take-id';
import { touchArticle } from './touch-article';

/**
 * A guest answers a query that is put to them, and may propose other wording. It is a comment like any, under the guest's name, and
 * nothing more: the claim's correction stays the newsroom's. Throws `absent` where the link stands no more or the query is not
 * theirs, `query-resolved` and `id-taken`.
 */
export async function replyAsGuest(
  store: Store,
  { guest: { id: linkId }, at, newId }: GuestCall,
  queryId: string,
  body: ReplyAsGuest,
): Promise<{ record: GuestReply; created: boolean }> {
  return store.change(async (tx) => {
    const guest = await guestStanding(tx, linkId, at);
    if (!guest) throw new Problem('absent');
    const call = callAs(guest, at, newId);
    const query = await theirQuery(tx, guest, queryId);
    const opened = await claimOf(tx, guest, query);
    const named = { guest, asker: '', newsroom: '' };
    const { id, repeated } = await takeId(tx, call, 'comment', body.id, { ...body, queryId });
    if (repeated) return { record: replyRecord(query, await theirReply(tx, guest, id), named), created: false };
    if (query.resolvedAt !== null) throw new Problem('query-resolved');
    const { comment, event } = await makeComment(tx, call, opened.claim, {
      id,
      body: body.body,
      parentId: query.id,
      proposal: body.proposal ?? null,
    });
    await touchArticle(tx, call, guest.articleId);
    // Who asked hears of the answer; what is added to it later is told as a reply.
    if (query.answeredAt !== null)
      await notify(tx, call, event, [{ personId: query.createdBy, kind: 'reply', commentId: id }]);
    await answerQuery(tx, call, opened, query, 'reply');
    return { record: replyRecord(query, comment, named), created: true };
  });
}

/** The guest as who does something, for the record. The role is the least there is. */
function callAs({ personId, name }: GuestOfArticle, at: string, newId: () => string): Call {
  return { by: { id: personId, name, email: '', role: 'viewer' }, at, newId };
}

async function theirQuery(tx: Db, guest: GuestOfArticle, id: string): Promise<CommentRow> {
  const query = await liveComment(tx, id);
  if (query?.kind !== 'query' || query.to !== guest.personId || query.confidential) throw new Problem('absent');
  return query;
}

/** The claim that a query is about, in the guest's own article: restricted or not, the link opens it. */
async function claimOf(tx: Db, guest: GuestOfArticle, query: CommentRow): Promise<Opened> {
  const [found] = await tx
    .select({ claim: claims, article: articles })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(claims.id, query.claimId), eq(claims.articleId, guest.articleId), isNull(claims.deletedAt)));
  if (!found) throw new Problem('absent');
  return found;
}

/** A reply of the guest's own that a create made before. */
async function theirReply(tx: Db, guest: GuestOfArticle, id: string): Promise<CommentRow> {
  const reply = await liveComment(tx, id);
  if (reply?.createdBy !== guest.personId) throw new Problem('id-taken');
  return reply;
}
