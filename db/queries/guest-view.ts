import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { placeAnchor } from '@/core/anchor/place';
import { grouped } from '@/core/grouped';
import type { GuestQuery, GuestReply, GuestView } from '@/core/newsroom/guest';
import { Problem } from '@/core/problem';
import type { Db } from '@/db/database';
import type { GuestCall, GuestOfArticle } from '@/db/guest-call';
import type { CommentRow } from '@/db/records/comment';
import { anchors, articles, claims, comments, people } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { docOf } from './doc';
import { guestStanding } from './guests';
import { newsroomRecord } from './newsroom';

/**
 * All that a guest may see of their article. It reads what it gives and nothing else: no verdict, reasoning, correction, source or
 * citation is read at all, of the comments only those of threads that put a query to this guest, and of the names only who asks.
 * Throws `absent` once the link stands no more.
 */
export async function guestView(store: Reader, call: GuestCall): Promise<GuestView> {
  return store.see(async (db) => {
    const guest = await guestStanding(db, call.guest.id, call.at);
    if (!guest) throw new Problem('absent');
    const [article] = await db
      .select({
        id: articles.id,
        title: articles.title,
        language: articles.language,
        version: articles.version,
      })
      .from(articles)
      .where(eq(articles.id, guest.articleId));
    const { id: _, ...about } = article!;
    const doc = await docOf(db, article!);
    const newsroom = (await newsroomRecord(db)).name;
    const asked = await queriesByClaim(db, guest, newsroom);
    return {
      name: guest.name,
      newsroom,
      expiresAt: guest.expiresAt,
      article: { ...about, doc: doc.toJSON() },
      claims: await Promise.all(
        [...asked].map(async ([id, queries]) => {
          const stored = await db
            .select()
            .from(anchors)
            .where(eq(anchors.claimId, id))
            .orderBy(anchors.createdAt, anchors.id);
          return { id, exact: stored[0]?.exact ?? '', anchors: stored.map((one) => placeAnchor(doc, one)), queries };
        }),
      ),
    };
  });
}

/** The threads that put a query to the guest, by claim in reading order; none of them, and no reply, that is confidential. */
async function queriesByClaim(db: Db, guest: GuestOfArticle, newsroom: string): Promise<Map<string, GuestQuery[]>> {
  const put = await db
    .select({ comment: comments })
    .from(comments)
    .innerJoin(claims, eq(claims.id, comments.claimId))
    .where(
      and(
        eq(claims.articleId, guest.articleId),
        isNull(claims.deletedAt),
        eq(comments.kind, 'query'),
        eq(comments.to, guest.personId),
        isNull(comments.parentId),
        eq(comments.confidential, false),
        isNull(comments.deletedAt),
      ),
    )
    .orderBy(asc(claims.place), desc(claims.reach), asc(claims.createdAt), asc(claims.id), asc(comments.createdAt));
  const firsts = put.map(({ comment }) => comment);
  if (firsts.length === 0) return new Map();
  const ids = firsts.map(({ id }) => id);
  const replies = await db
    .select()
    .from(comments)
    .where(and(inArray(comments.parentId, ids), eq(comments.confidential, false), isNull(comments.deletedAt)))
    .orderBy(comments.createdAt, comments.id);
  const askers = await namesOf(db, firsts);
  const repliesTo = grouped(replies, ({ parentId }) => parentId);
  const queries = new Map<string, GuestQuery[]>();
  for (const first of firsts) {
    const query = queryRecord(first, repliesTo.get(first.id) ?? [], {
      guest,
      newsroom,
      asker: askers.get(first.createdBy) ?? newsroom,
    });
    queries.set(first.claimId, [...(queries.get(first.claimId) ?? []), query]);
  }
  return queries;
}

async function namesOf(db: Db, asked: readonly CommentRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(asked.map(({ createdBy }) => createdBy))];
  const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whom a guest is told of: themselves, who asks, and for everybody else the newsroom. */
export interface Named {
  guest: Pick<GuestOfArticle, 'personId' | 'name'>;
  asker: string;
  newsroom: string;
}

/** A query as its guest sees it, with what was said since. */
function queryRecord(first: CommentRow, replies: readonly CommentRow[], named: Named): GuestQuery {
  const { id, body, createdAt, answeredAt, resolvedAt } = first;
  return {
    id,
    body,
    name: named.asker,
    at: createdAt,
    answeredAt,
    resolvedAt,
    replies: replies.map((reply) => replyRecord(first, reply, named)),
  };
}

/** What was said in a query's thread, as its guest is told. */
export function replyRecord(first: CommentRow, reply: CommentRow, { guest, asker, newsroom }: Named): GuestReply {
  const { id, body, proposal, createdAt } = reply;
  const said = { id, body, proposal, at: createdAt };
  if (reply.createdBy === guest.personId) return { ...said, by: 'you', name: guest.name };
  return reply.createdBy === first.createdBy
    ? { ...said, by: 'asker', name: asker }
    : { ...said, by: 'newsroom', name: newsroom };
}
