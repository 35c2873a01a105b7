import { and, asc, desc, eq, gt, isNotNull, isNull, lt, not, or, type SQL } from 'drizzle-orm';
import type { AnchorState, Claim, ClaimStatus } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { claims } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { isUnseen } from './checks';
import { claimRecords, oneClaimRecord } from './claim-records';
import { pageOf, readCursor, rowsFor } from './cursor';
import { eventsOfClaim } from './events';
import { openArticle, openClaim } from './open-article';
import type { Paging } from './paging';

export interface ClaimQuery extends Paging {
  status?: ClaimStatus;
  /** A key of the article's scale; null for the claims without a verdict. */
  verdict?: string | null;
  /** A person's id; null for the claims that are nobody's. */
  assignee?: string | null;
  state?: AnchorState;
  /** The article's deleted claims instead. */
  deleted?: boolean;
  /** False leaves `repeats` empty. */
  repeats?: boolean;
}

/** The claims of an article in reading order (`inReadingOrder`); all of them without a limit. */
export async function listClaims(
  store: Reader,
  call: Call,
  articleId: string,
  query: ClaimQuery = {},
): Promise<Page<Claim>> {
  return store.see((db) => listed(db, call, articleId, query));
}

async function listed(db: Db, call: Call, articleId: string, query: ClaimQuery): Promise<Page<Claim>> {
  const { status, verdict, assignee, state, deleted = false, repeats, limit, cursor } = query;
  const article = await openArticle(db, call, articleId);
  const rows = await db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.articleId, articleId),
        deleted ? isNotNull(claims.deletedAt) : isNull(claims.deletedAt),
        status && asSeen(db, call, eq(claims.status, status), status === 'open'),
        state && eq(claims.state, state),
        verdict === undefined
          ? undefined
          : asSeen(db, call, verdict === null ? isNull(claims.verdict) : eq(claims.verdict, verdict), verdict === null),
        assignee === undefined
          ? undefined
          : assignee === null
            ? isNull(claims.assigneeId)
            : eq(claims.assigneeId, assignee),
        afterCursor(cursor),
      ),
    )
    .orderBy(asc(claims.place), desc(claims.reach), asc(claims.createdAt), asc(claims.id))
    .limit(rowsFor(limit));
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.place, row.reach, row.createdAt, row.id]);
  return { items: await claimRecords(db, call, article, items, repeats), nextCursor };
}

/** A filter on what a claim is found to be: one that the caller has yet to judge blind is open and has no verdict. */
function asSeen(db: Db, call: Call, filter: SQL, takesUnseen: boolean): SQL {
  const unseen = isUnseen(db, call.by.id, claims.id);
  return takesUnseen ? or(filter, unseen)! : and(filter, not(unseen))!;
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  const after = readCursor(cursor, [0, 0, 'createdAt', 'id']);
  if (!after) return undefined;
  const [place, reach, createdAt, id] = after;
  return or(
    gt(claims.place, place),
    and(
      eq(claims.place, place),
      or(
        lt(claims.reach, reach),
        and(
          eq(claims.reach, reach),
          or(gt(claims.createdAt, createdAt), and(eq(claims.createdAt, createdAt), gt(claims.id, id))),
        ),
      ),
    ),
  );
}

/** One claim; `absent` when there is none, it is deleted, or its article is not the caller's to open. */
export async function getClaim(store: Reader, call: Call, id: string): Promise<Claim> {
  return store.see(async (db) => {
    const { claim, article } = await openClaim(db, call, id);
    return oneClaimRecord(db, call, article, claim);
  });
}

/** Everything that happened to a claim, its anchors, its citations and the sources that it cites (since it cites them), oldest first. */
export async function claimHistory(store: Reader, call: Call, id: string): Promise<Event[]> {
  await openClaim(store.read, call, id);
  return eventsOfClaim(store.read, call, id);
}
