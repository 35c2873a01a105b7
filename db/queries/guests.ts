import { and, desc, eq, gt, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Guest } from '@/core/newsroom/guest';
import { may } from '@/core/newsroom/rights';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import type { GuestOfArticle } from '@/db/guest-call';
import { articles, guests, people } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor, rowsFor } from './cursor';
import { openArticle } from './open-article';
import type { Paging } from './paging';

const guestColumns = {
  id: guests.id,
  personId: guests.personId,
  name: people.name,
  email: guests.email,
  expiresAt: guests.expiresAt,
  createdBy: guests.createdBy,
  createdAt: guests.createdAt,
  lastSeenAt: guests.lastSeenAt,
  revokedAt: guests.revokedAt,
};

/**
 * The guests' links of an article, newest first, those that are revoked or at their end too. Addresses are for those who may let
 * guests in. Throws `absent`.
 */
export async function listGuests(
  store: Reader,
  call: Call,
  articleId: string,
  { limit, cursor }: Paging = {},
): Promise<Page<Guest>> {
  await openArticle(store.read, call, articleId);
  const after = readCursor(cursor, ['createdAt', 'id']);
  const rows = await store.read
    .select(guestColumns)
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .where(
      and(
        eq(guests.articleId, articleId),
        after && or(lt(guests.createdAt, after[0]), and(eq(guests.createdAt, after[0]), lt(guests.id, after[1]))),
      ),
    )
    .orderBy(desc(guests.createdAt), desc(guests.id))
    .limit(rowsFor(limit));
  const { items, nextCursor } = pageOf(rows, limit, (last) => [last.createdAt, last.id]);
  return { items: items.map((guest) => shownTo(call, guest)), nextCursor };
}

/** A guest as the caller may see them. */
function shownTo(call: Call, guest: Guest): Guest {
  return may(call.by.role, 'guest.invite') ? guest : { ...guest, email: null };
}

/** One link with the name of its guest, whatever became of it. */
export async function guestRecord(db: Db, id: string): Promise<Guest> {
  const [guest] = await db
    .select(guestColumns)
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .where(eq(guests.id, id));
  return guest!;
}

const standing = (): SQL =>
  and(
    isNull(guests.revokedAt),
    gt(guests.expiresAt, sql.placeholder('at')),
    isNull(articles.deletedAt),
    ne(articles.status, 'archived'),
  )!;
const columns = {
  id: guests.id,
  personId: guests.personId,
  name: people.name,
  articleId: guests.articleId,
  expiresAt: guests.expiresAt,
};
const byToken = statement((db) =>
  db
    .select(columns)
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .innerJoin(articles, eq(articles.id, guests.articleId))
    .where(and(eq(guests.tokenHash, sql.placeholder('hash')), standing()))
    .prepare(),
);
const byId = statement((db) =>
  db
    .select(columns)
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .innerJoin(articles, eq(articles.id, guests.articleId))
    .where(and(eq(guests.id, sql.placeholder('id')), standing()))
    .prepare(),
);

/** The guest whose link has a token with this SHA-256, while it stands at `at` and the article is open to guests; else null. */
export async function guestOfToken(store: Reader, hash: string, at: string): Promise<GuestOfArticle | null> {
  const [found] = await byToken(store.read).execute({ hash, at });
  return found ?? null;
}

/** The same by the link's id: asked again in the transaction of a guest's change, so that what was revoked meanwhile changes nothing. */
export async function guestStanding(db: Db, id: string, at: string): Promise<GuestOfArticle | null> {
  const [found] = await byId(db).execute({ id, at });
  return found ?? null;
}
