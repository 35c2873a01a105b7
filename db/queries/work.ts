import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { compareOrder, MANY, type WorkItem, type WorkOrder, workOrder } from '@/core/claim/work';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { claims } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { claimWords } from './claim-words';
import { cursorAfter, readCursor } from './cursor';
import type { Paging } from './paging';
import { countHeld, type Heap, heapsOf, type Loose, looseOf, type WorkArticle } from './work-heaps';

/** Something to do, with where it stands among the others. */
interface Placed {
  readonly order: WorkOrder;
  readonly item: Omit<WorkItem, 'exact'>;
}

/** How much is taken up of what a person has to do where nobody says: an answer, not an archive. */
const USUAL = 50;
/** An example of each value that a cursor holds. */
const kinds = ['due', 0, 'article', 0, 0, 0, 'id'] as const;

/**
 * What the caller has to do in the articles that they may open, by deadline (none last), severity and reading order. What is
 * approved, closed, deleted or archived asks for nothing. A second check tells nothing of the first.
 *
 * A person may have tens of thousands of claims: they are counted by article and severity from an index, and only those of the
 * page are read.
 */
export async function listWork(
  store: Reader,
  call: Call,
  { limit = USUAL, cursor }: Paging = {},
): Promise<Page<WorkItem>> {
  const after = readCursor(cursor, kinds);
  return store.see(async (db) => {
    // Each holds one claim at least; the one that the place is in may hold no more that come after it.
    const heaps = await heapsOf(db, call, after, limit + 2);
    const { loose, returned } = await looseOf(db, call);
    const held = await claimsOf(db, call, heapsAfter(heaps, after, limit + 1), returned);
    const all = [...held, ...loose]
      .map((one) => placed(call, one))
      .filter(({ order }) => !after || compareOrder(order, after) > 0)
      .sort((a, b) => compareOrder(a.order, b.order));
    const page = all.slice(0, limit);
    const claimIds = page.flatMap(({ item }) => item.claimId ?? []);
    const words = await claimWords(db, claimIds);
    return {
      items: page.map(({ item }) => ({
        ...item,
        exact: item.claimId === null ? null : (words.get(item.claimId) ?? ''),
      })),
      nextCursor: all.length > limit ? cursorAfter(page.at(-1)!.order) : null,
    };
  });
}

/** How many things `listWork` has, all pages together; `MANY` stands for as many or more. */
export async function countWork(store: Reader, call: Call): Promise<number> {
  return store.see(async (db) => {
    const { loose } = await looseOf(db, call);
    return Math.min(MANY, (await countHeld(db, call, MANY)) + loose.length);
  });
}

/** The heaps that hold the first `wanted` claims after a place; the one that the place is in comes whole. */
function heapsAfter(heaps: readonly Heap[], after: WorkOrder | undefined, wanted: number): Heap[] {
  const taken: Heap[] = [];
  let sure = 0;
  for (const heap of heaps) {
    const where = after ? compareOrder(heap.order, after) : 1;
    if (where < 0) continue;
    if (sure >= wanted) break;
    taken.push(heap);
    if (where > 0) sure += heap.count;
  }
  return taken;
}

/** The claims of heaps; `returned` says which of them came back, and when. */
async function claimsOf(
  db: Db,
  call: Call,
  heaps: readonly Heap[],
  returned: ReadonlyMap<string, string>,
): Promise<Loose[]> {
  if (heaps.length === 0) return [];
  const articles = new Map(heaps.map(({ article }) => [article.id, article]));
  const wanted = new Set(heaps.map(({ article, severity }) => `${severity} ${article.id}`));
  const rows = await db
    .select({
      id: claims.id,
      articleId: claims.articleId,
      severity: claims.severity,
      status: claims.status,
      place: claims.place,
      reach: claims.reach,
      at: claims.updatedAt,
    })
    .from(claims)
    .where(
      and(
        eq(claims.assigneeId, call.by.id),
        isNull(claims.deletedAt),
        isNull(claims.closedAt),
        ne(claims.status, 'approved'),
        inArray(claims.articleId, [...articles.keys()]),
      ),
    );
  const chosen = rows.filter(({ articleId, severity }) => wanted.has(`${severity} ${articleId}`));
  return chosen.map(({ articleId, ...row }) => {
    const back = returned.get(row.id);
    const kind = back === undefined ? 'claim' : 'returned';
    return { ...row, article: articles.get(articleId)!, commentId: null, kind, at: back ?? row.at };
  });
}

function placed(call: Call, { id, article, place, reach, kind, severity, status, at, commentId }: Loose): Placed {
  return {
    order: workOrder({
      deadline: article.deadline,
      severity,
      articleId: article.id,
      place,
      reach,
      kind,
      id: commentId ?? id,
    }),
    item: {
      kind,
      articleId: article.id,
      articleTitle: article.title,
      deadline: article.deadline,
      late: isLate(article, call.at),
      claimId: kind === 'article' ? null : id,
      commentId,
      severity,
      status,
      at,
    },
  };
}

/** An article that is signed off is in time for ever. */
function isLate({ deadline, status }: WorkArticle, now: string): boolean {
  return deadline !== null && deadline < now && status !== 'signed-off';
}
