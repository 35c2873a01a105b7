import { and, count, desc, eq, exists, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Article } from '@/core/article/article';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articleRecord } from '@/db/records/article';
import { articles, claims } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { unfinished } from './articles';
import { claimsUnseenBy } from './checks';
import { pageOf, readCursor } from './cursor';
import { finds } from './finding';
import { openTo, readersOfAll } from './open-article';
import { progressOf } from './progress';

/**
 * The lists that the front page keeps articles in. Of `to-check`, `mine` is the part that the caller has a hand in, `late` the part
 * whose deadline is over.
 */
export type BoardTab = 'to-check' | 'mine' | 'late' | 'signed-off' | 'archived' | 'bin';

export interface BoardQuery {
  tab: BoardTab;
  /** `deadline`: what is due first, then what has none; `activity`: what changed last. */
  order: 'deadline' | 'activity';
  /** Words of the title. */
  q: string;
  limit: number;
  cursor: string | null;
}

export interface Board {
  /** Each article with the people who have claims of it in hand, the busiest first. */
  items: (Article & { people: string[] })[];
  nextCursor: string | null;
  /** How many articles each tab has, of those that `q` finds. */
  counts: Record<BoardTab, number>;
}

/** Sorts after every time: what has no deadline comes last. */
const NEVER = '~';

/** One page of the front page's list, and how many there are behind each of its tabs. */
export async function articleBoard(store: Reader, call: Call, query: BoardQuery): Promise<Board> {
  const db = store.read;
  const { tab, order, q, limit, cursor } = query;
  const due = order === 'deadline' ? sql<string>`coalesce(${articles.deadline}, ${NEVER})` : sql<string>`''`;
  const after = readCursor(cursor, ['due', 'updatedAt', 'id']);
  const rows = await db
    .select({ article: articles, due })
    .from(articles)
    .where(
      and(
        openTo(db, call),
        finds(articles.finding, q),
        within(db, call, tab),
        after &&
          or(
            sql`${due} > ${after[0]}`,
            and(
              sql`${due} = ${after[0]}`,
              or(lt(articles.updatedAt, after[1]), and(eq(articles.updatedAt, after[1]), lt(articles.id, after[2]))),
            ),
          ),
      ),
    )
    .orderBy(due, desc(articles.updatedAt), desc(articles.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ article, due }) => [due, article.updatedAt, article.id]);
  const ids = page.items.map(({ article }) => article.id);
  const progress = await progressOf(db, call, ids);
  const readers = await readersOfAll(db, ids);
  const people = await peopleOn(db, call, ids);
  return {
    items: page.items.map(({ article }) => ({
      ...articleRecord(article, readers.get(article.id) ?? [], progress.get(article.id)!),
      people: people.get(article.id) ?? [],
    })),
    nextCursor: page.nextCursor,
    counts: await countTabs(db, call, q),
  };
}

function within(db: Db, call: Call, tab: BoardTab): SQL | undefined {
  if (tab === 'bin') return isNotNull(articles.deletedAt);
  if (tab === 'signed-off' || tab === 'archived') return and(isNull(articles.deletedAt), eq(articles.status, tab));
  const toCheck = and(isNull(articles.deletedAt), inArray(articles.status, unfinished));
  if (tab === 'late') return and(toCheck, lt(articles.deadline, call.at));
  return tab === 'mine' ? and(toCheck, inHandOf(db, call.by.id)) : toCheck;
}

/** Articles that a person brought in or answers for, or of which they marked or check a claim. */
function inHandOf(db: Db, personId: string): SQL | undefined {
  // Each is one look into an index that holds the person before the article, however many claims are theirs.
  const some = (whose: SQL) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(claims)
        .where(and(whose, eq(claims.articleId, articles.id), isNull(claims.deletedAt))),
    );
  const open = isNull(claims.closedAt);
  return or(
    eq(articles.createdBy, personId),
    eq(articles.assigneeId, personId),
    some(and(eq(claims.assigneeId, personId), open)!),
    some(and(eq(claims.secondCheckerId, personId), open)!),
    some(eq(claims.createdBy, personId)),
  );
}

/** One look at every article that the caller may open, whatever the number of tabs. */
async function countTabs(db: Db, call: Call, q: string): Promise<Record<BoardTab, number>> {
  const inTab = (tab: BoardTab) =>
    sql<number>`coalesce(sum(case when ${within(db, call, tab)} then 1 else 0 end), 0)`.mapWith(Number);
  const [row] = await db
    .select({
      'to-check': inTab('to-check'),
      mine: inTab('mine'),
      late: inTab('late'),
      'signed-off': inTab('signed-off'),
      archived: inTab('archived'),
      bin: inTab('bin'),
    })
    .from(articles)
    .where(and(openTo(db, call), finds(articles.finding, q)));
  return row!;
}

/**
 * Who has the claims of each article: the one they are given to, else the one who judged (unless the caller has yet to judge the
 * claim blind), else the one who marked.
 */
async function peopleOn(db: Db, call: Call, articleIds: string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (articleIds.length === 0) return found;
  const unseen = [...(await claimsUnseenBy(db, call))];
  const judge =
    unseen.length === 0
      ? claims.verdictBy
      : sql`case when ${inArray(claims.id, unseen)} then null else ${claims.verdictBy} end`;
  const hand = sql<string>`coalesce(${claims.assigneeId}, ${judge}, ${claims.createdBy})`;
  const rows = await db
    .select({ articleId: claims.articleId, personId: hand, n: count() })
    .from(claims)
    .where(and(inArray(claims.articleId, articleIds), isNull(claims.deletedAt)))
    .groupBy(claims.articleId, hand)
    .orderBy(claims.articleId, desc(count()), hand);
  for (const { articleId, personId } of rows) found.set(articleId, [...(found.get(articleId) ?? []), personId]);
  return found;
}
