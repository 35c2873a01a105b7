import type { Claim } from '@/core/claim/claim';
import { approve } from '@/core/claim/life';
import { approversNeeded } from '@/core/claim/unmet-rules';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseUnanswered } from './refuse-unanswered';
import { refuseUnsettled } from './refuse-unsettled';
import { actOf, refuseStale, writeClaim } from './write-claim';

/**
 * The reviewer's yes. Where the rules ask for several, the claim is approved with the last of them. `revision`, where it is given,
 * is what the reviewer saw. Throws `absent`, `stale`, `query-unanswered`, what `approve` throws, and `check-waiting`,
 * `check-disputed` while a second check is not settled.
 */
export async function approveClaim(store: Store, call: Call, id: string, revision?: number): Promise<Claim> {
  needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    await refuseUnsettled(tx, id);
    await refuseUnanswered(tx, id);
    const house = await houseOf(tx, opened.article);
    const held = await heldClaim(tx, opened.claim);
    const fields = approve(held, actOf(call), house);
    return writeClaim(tx, call, opened, 'claim.approved', fields, { after: { needed: approversNeeded(held, house) } });
  });
}
