import { and, count, eq, exists, inArray, isNotNull, isNull, max, ne, or, type SQL, sql, sum } from 'drizzle-orm';
import type { ArticleStatus } from '@/core/article/article';
import type { Severity } from '@/core/claim/vocabulary';
import { NEVER, type WorkItem, type WorkKind, type WorkOrder, workOrder } from '@/core/claim/work';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, checks, claims, comments, notifications } from '@/db/schema/schema';
import { openTo } from './open-article';

/** What of an article its work shows. */
export interface WorkArticle {
  readonly id: string;
  readonly title: string;
  readonly deadline: string | null;
  readonly status: ArticleStatus;
}

/** The claims of one article and severity that are the caller's to check: they follow one another in the order of work. */
export interface Heap {
  readonly article: WorkArticle;
  readonly severity: Severity | null;
  readonly count: number;
  /** What the places of all of them begin with. */
  readonly order: readonly [WorkOrder[0], WorkOrder[1], WorkOrder[2]];
}

/** One thing to do, as it is read: `id` is the claim's, or the article's where that is the thing. */
export interface Loose {
  readonly id: string;
  readonly article: WorkArticle;
  readonly kind: WorkKind;
  readonly severity: Severity | null;
  readonly status: WorkItem['status'];
  readonly place: number;
  readonly reach: number;
  readonly at: string;
  readonly commentId: string | null;
}

const about = { id: articles.id, title: articles.title, deadline: articles.deadline, status: articles.status };
const onClaim = { id: claims.id, severity: claims.severity, place: claims.place, reach: claims.reach };

/** The articles in which there is something to do for the caller: those that they may open and that nobody has put away. */
function working(db: Db, call: Call): SQL {
  return and(isNull(articles.deletedAt), ne(articles.status, 'archived'), openTo(db, call))!;
}

const live = () => and(isNull(claims.deletedAt), isNull(claims.closedAt))!;

/** The claims that the caller has to check; with an article, all is asked of the index `claims_of_assignee` alone. */
const heldBy = (call: Call) => and(eq(claims.assigneeId, call.by.id), live(), ne(claims.status, 'approved'))!;

/** How many claims the caller has to check, counted as far as `most`. */
export async function countHeld(db: Db, call: Call, most: number): Promise<number> {
  const held = db
    .select({ one: sql`1`.as('one') })
    .from(articles)
    .innerJoin(claims, eq(claims.articleId, articles.id))
    .where(and(working(db, call), heldBy(call)))
    .limit(most)
    .as('held');
  const [row] = await db.select({ claims: count() }).from(held);
  return row?.claims ?? 0;
}

const due = sql<string>`coalesce(${articles.deadline}, ${NEVER})`;

/**
 * The first heaps, at most `limit`, in the order of work: from the one on that holds a place. The database orders them, as
 * `workOrder` does: a person may have claims in thousands of articles, and a page needs few.
 */
export async function heapsOf(db: Db, call: Call, from: WorkOrder | undefined, limit: number): Promise<Heap[]> {
  const until = await lastDue(db, call, from, limit);
  const inTime = and(from && sql`${due} >= ${from[0]}`, until === null ? undefined : sql`${due} <= ${until}`);
  const held = db
    .select({ articleId: claims.articleId, severity: claims.severity, count: count().as('count') })
    .from(claims)
    .where(
      and(
        heldBy(call),
        inTime && inArray(claims.articleId, db.select({ id: articles.id }).from(articles).where(inTime)),
      ),
    )
    .groupBy(claims.articleId, claims.severity)
    .as('held');
  const rank = sql`case ${held.severity} when 'critical' then 0 when 'major' then 1 when 'minor' then 2 else 3 end`;
  const rows = await db
    .select({ article: about, severity: held.severity, count: held.count })
    .from(held)
    .innerJoin(articles, eq(articles.id, held.articleId))
    .where(
      and(working(db, call), from && sql`(${due}, ${rank}, ${articles.id}) >= (${from[0]}, ${from[1]}, ${from[2]})`),
    )
    .orderBy(due, rank, articles.id)
    .limit(limit);
  return rows.map(({ article, severity, count: n }) => ({
    article,
    severity,
    count: n,
    order: orderOf(article, severity),
  }));
}

/**
 * The deadline by which so many heaps come at the latest, after that of the place: each article holds one at least. Null where
 * there are fewer. Who has claims in thousands of articles is not asked for those of all.
 */
async function lastDue(db: Db, call: Call, from: WorkOrder | undefined, heaps: number): Promise<string | null> {
  const holds = exists(
    db
      .select({ one: sql`1` })
      .from(claims)
      .where(and(heldBy(call), eq(claims.articleId, articles.id))),
  );
  const [last] = await db
    .select({ due })
    .from(articles)
    .where(and(working(db, call), holds, from && sql`${due} > ${from[0]}`))
    .orderBy(due)
    .limit(1)
    .offset(heaps - 1);
  return last?.due ?? null;
}

/** How many claims everybody has to check, in the articles that the caller may open; out of the same index. */
export async function loadOf(db: Db, call: Call): Promise<{ personId: string; claims: number }[]> {
  const held = db
    .select({ personId: claims.assigneeId, articleId: claims.articleId, count: count().as('count') })
    .from(claims)
    .where(and(isNotNull(claims.assigneeId), live(), ne(claims.status, 'approved')))
    .groupBy(claims.assigneeId, claims.articleId)
    .as('held');
  const rows = await db
    .select({ personId: held.personId, claims: sum(held.count).mapWith(Number) })
    .from(held)
    .innerJoin(articles, eq(articles.id, held.articleId))
    .where(working(db, call))
    .groupBy(held.personId)
    .orderBy(held.personId);
  return rows.flatMap(({ personId, claims: n }) => (personId === null ? [] : { personId, claims: n }));
}

function orderOf({ id, deadline }: WorkArticle, severity: Severity | null): Heap['order'] {
  const [due, rank, articleId] = workOrder({
    deadline,
    severity,
    articleId: id,
    place: 0,
    reach: 0,
    kind: 'claim',
    id: '',
  });
  return [due, rank, articleId];
}

/** Everything else that the caller has to do: few things, read whole; and which of their claims came back to them, since when. */
export async function looseOf(db: Db, call: Call): Promise<{ loose: Loose[]; returned: ReadonlyMap<string, string> }> {
  const back = await sentBack(db, call);
  const asked = await secondChecks(db, call);
  return {
    loose: [
      ...(await articlesAnsweredFor(db, call)),
      ...asked,
      ...(await queries(db, call, new Set(asked.map(({ id }) => id)))),
      ...back.flatMap(({ own, ...one }) => (own ? [] : one)),
    ],
    returned: new Map(back.flatMap(({ own, id, at }) => (own ? [[id, at] as const] : []))),
  };
}

async function articlesAnsweredFor(db: Db, call: Call): Promise<Loose[]> {
  const rows = await db
    .select({ article: about, at: articles.updatedAt })
    .from(articles)
    .where(
      and(
        eq(articles.assigneeId, call.by.id),
        inArray(articles.status, ['draft', 'checking']),
        isNull(articles.deletedAt),
        openTo(db, call),
      ),
    );
  return rows.map(({ article, at }) => ({
    id: article.id,
    article,
    kind: 'article',
    severity: null,
    status: article.status,
    place: -1,
    reach: 0,
    at,
    commentId: null,
  }));
}

/** The second checks that are asked of the caller and not given; of what the first checker found they hold nothing. */
async function secondChecks(db: Db, call: Call): Promise<Loose[]> {
  const asked = and(eq(checks.claimId, claims.id), eq(checks.checkerId, call.by.id), isNull(checks.withdrawnAt));
  const rows = await db
    .select({ ...onClaim, article: about, askedAt: checks.askedAt, createdAt: claims.createdAt })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(checks, asked)
    .where(and(eq(claims.secondCheckerId, call.by.id), live(), isNull(checks.givenAt), working(db, call)));
  return rows.map(({ askedAt, createdAt, ...row }) => ({
    ...row,
    kind: 'second-check',
    status: 'open',
    at: askedAt ?? createdAt,
    commentId: null,
  }));
}

/** The queries put to the caller that wait for an answer; those on a claim that they check blind wait until they have. */
async function queries(db: Db, call: Call, blind: ReadonlySet<string>): Promise<Loose[]> {
  const rows = await db
    .select({ ...onClaim, article: about, status: claims.status, at: comments.createdAt, commentId: comments.id })
    .from(comments)
    .innerJoin(claims, eq(claims.id, comments.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        eq(comments.to, call.by.id),
        eq(comments.kind, 'query'),
        isNull(comments.answeredAt),
        isNull(comments.deletedAt),
        isNull(claims.deletedAt),
        working(db, call),
      ),
    );
  return rows.filter(({ id }) => !blind.has(id)).map((row) => ({ ...row, kind: 'query' }));
}

/**
 * The claims that came back to the caller and are being checked again: they were told of it, as who judged or who checks.
 * `own` are those that are theirs to check.
 */
async function sentBack(db: Db, call: Call): Promise<(Loose & { own: boolean })[]> {
  const me = call.by.id;
  const rows = await db
    .select({
      ...onClaim,
      article: about,
      status: claims.status,
      assigneeId: claims.assigneeId,
      at: max(notifications.at).as('at'),
    })
    .from(notifications)
    .innerJoin(claims, eq(claims.id, notifications.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        eq(notifications.personId, me),
        // Said as the index `notifications_of_returns` says it: a parameter would not be seen to be the same.
        sql`${notifications.kind} = 'returned'`,
        eq(claims.status, 'checking'),
        or(eq(claims.assigneeId, me), eq(claims.verdictBy, me)),
        live(),
        working(db, call),
      ),
    )
    .groupBy(claims.id);
  return rows.map(({ assigneeId, at, ...row }) => ({
    ...row,
    kind: 'returned',
    at: at ?? '',
    commentId: null,
    own: assigneeId === me,
  }));
}
