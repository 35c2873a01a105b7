import type { Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { reopened } from '@/db/records/claim';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

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
    const opened = await openToChange(tx, call, id);
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
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    if (opened.claim.closedAt === null) return oneClaimRecord(tx, call, opened.article, opened.claim);
    return writeClaim(tx, call, opened, 'claim.reopened', reopened, {});
  });
}
