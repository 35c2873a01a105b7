import type { Claim } from '@/core/claim/claim';
import { withdraw } from '@/core/claim/life';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { heldClaim } from '@/db/queries/held-claim';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { actOf, refuseStale, writeClaim } from './write-claim';

/** Takes the caller's own approval back, and nobody else's. Throws `absent`, `stale`, and what `withdraw` throws. */
export async function withdrawApproval(store: Store, call: Call, id: string, revision: number): Promise<Claim> {
  needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    const fields = withdraw(await heldClaim(tx, opened.claim), actOf(call));
    return writeClaim(tx, call, opened, 'claim.unapproved', fields);
  });
}
