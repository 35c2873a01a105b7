import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { AssignClaims, Claim } from '@/core/claim/claim';
import { shareOut } from '@/core/claim/share-out';
import type { Event } from '@/core/event/event';
import { mayHold } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf, checksByClaim } from '@/db/queries/checks';
import { claimRecords } from '@/db/queries/claim-records';
import { openArticle } from '@/db/queries/open-article';
import type { ClaimRow } from '@/db/records/claim';
import { claims, people } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { checkWorkers } from './check-workers';
import { needRight } from './need-right';
import { notify } from './notify';
import { touchArticle } from './touch-article';

/**
 * Gives claims of an article to people, all of them or none: one person gets all, several get a run of neighbours each
 * (`shareOut`), nobody in `to` takes them from whoever has them. Answers the claims in reading order. Throws `absent`,
 * `claim-unknown` where one is not a live claim of this article, `check-first-by-second`, and what `checkWorkers` throws.
 */
export async function assignClaims(
  store: Store,
  call: Call,
  articleId: string,
  { claims: which, to }: AssignClaims,
): Promise<Claim[]> {
  needRight(call, 'claim.assign');
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, articleId);
    const workers = [...new Set(to)];
    await checkWorkers(tx, article, workers);
    const chosen = await chosenOf(tx, articleId, which);
    const shares = shareOut(
      chosen.map(({ id }) => id),
      workers,
    );
    const checks = await checksByClaim(tx, [...shares.keys()]);
    for (const { claimId, checkerId, outcome } of checks.values())
      if (outcome === 'waiting' && shares.get(claimId) === checkerId) throw new Problem('check-first-by-second');
    const firsts = new Map<string, { event: Event; count: number }>();
    const now: ClaimRow[] = [];
    for (const claim of chosen) {
      const assigneeId = shares.get(claim.id) ?? null;
      if (assigneeId === claim.assigneeId) {
        now.push(claim);
        continue;
      }
      await refuseSecondChecker(tx, claim, assigneeId);
      const raised = { assigneeId, revision: claim.revision + 1, updatedAt: call.at };
      await tx.update(claims).set(raised).where(eq(claims.id, claim.id));
      const event = await appendEvent(tx, call, {
        kind: 'claim.changed',
        articleId,
        claimId: claim.id,
        before: { assigneeId: claim.assigneeId },
        after: { assigneeId },
      });
      now.push({ ...claim, ...raised });
      if (assigneeId === null) continue;
      const first = firsts.get(assigneeId);
      if (first) first.count++;
      else firsts.set(assigneeId, { event, count: 1 });
    }
    if (now.some((claim, at) => claim !== chosen[at])) await touchArticle(tx, call, articleId);
    // Whoever gets many hears of it once, and of the article rather than of one claim in it.
    for (const [personId, { event, count }] of firsts)
      await notify(tx, call, count === 1 ? event : { ...event, claimId: null }, [{ personId, kind: 'assigned' }]);
    return claimRecords(tx, call, article, now);
  });
}

/** Throws `check-first-by-second` where a claim would be given to who is to check it blind. */
async function refuseSecondChecker(tx: Db, claim: ClaimRow, personId: string | null): Promise<void> {
  if (personId === null || claim.secondCheckerId !== personId) return;
  if ((await checkOf(tx, claim.id))?.outcome === 'waiting') throw new Problem('check-first-by-second');
}

/** The claims that are meant, in reading order. What is approved or closed is meant only where it is named. */
async function chosenOf(tx: Db, articleId: string, which: AssignClaims['claims']): Promise<ClaimRow[]> {
  const rows = await tx
    .select()
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isNull(claims.deletedAt)))
    .orderBy(asc(claims.place), desc(claims.reach), asc(claims.createdAt), asc(claims.id));
  if (typeof which === 'object') {
    const named = new Set(which);
    const found = rows.filter(({ id }) => named.has(id));
    if (found.length < named.size) throw new Problem('claim-unknown');
    return found;
  }
  const open = rows.filter(({ status, closedAt }) => status !== 'approved' && closedAt === null);
  if (which === 'all') return open;
  const staff = await tx
    .select({ id: people.id, role: people.role, active: people.active })
    .from(people)
    .where(eq(people.guest, false));
  const holders = new Set(staff.filter(mayHold).map(({ id }) => id));
  return open.filter(({ assigneeId }) => assigneeId === null || !holders.has(assigneeId));
}
