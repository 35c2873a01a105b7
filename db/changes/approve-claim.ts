import type { Claim } from '@/core/claim/claim';
import { approve } from '@/core/claim/life';
import type { Call } from '@/db/call';
import { openClaim } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { refuseStale, writeClaim } from './change-claim';
import { needRight } from './need-right';

/**
 * The reviewer's yes. `revision`, where it is given, is what the reviewer saw. Throws `absent`, `stale`, `already-approved` and
 * `verdict-missing`.
 */
export async function approveClaim(store: Store, call: Call, id: string, revision?: number): Promise<Claim> {
  needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    const fields = approve(opened.claim, { by: call.by.id, at: call.at });
    return writeClaim(tx, call, opened, 'claim.approved', fields);
  });
}
