import type { Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { openClaim } from '@/db/queries/open-article';
import { reopened } from '@/db/records/claim';
import type { Store } from '@/db/store';
import { refuseStale, writeClaim } from './change-claim';
import { needRight } from './need-right';

/**
 * Closes a claim whose every passage is gone, saying why: it keeps its record and waits for nobody. Throws `absent`, `stale`,
 * and `not-orphaned` while one of its places stands.
 */
export async function closeClaim(
  store: Store,
  call: Call,
  id: string,
  reason: string,
  revision: number,
): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    if (opened.claim.state !== 'orphaned') throw new Problem('not-orphaned');
    const closed = { closedBy: call.by.id, closedAt: call.at, closedReason: reason };
    return writeClaim(tx, call, opened, 'claim.closed', closed, { after: { note: reason } });
  });
}

/** Takes a closing back. Throws `absent` and `stale`. */
export async function reopenClaim(store: Store, call: Call, id: string, revision: number): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    if (opened.claim.closedAt === null) return oneClaimRecord(tx, call, opened.article, opened.claim);
    return writeClaim(tx, call, opened, 'claim.reopened', reopened, {});
  });
}
