import type { Claim } from '@/core/claim/claim';
import { approve } from '@/core/claim/life';
import { approversNeeded } from '@/core/claim/unmet-rules';
import type { Call } from '@/db/call';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import { openClaim } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { actOf, refuseStale, writeClaim } from './change-claim';
import { needRight } from './need-right';
import { reasonsInWords } from './reasons-in-words';
import { refuseUnanswered } from './refuse-unanswered';

/**
 * The reviewer's yes. Where the rules ask for several, the claim is approved with the last of them. `revision`, where it is given,
 * is what the reviewer saw. Throws `absent`, `stale`, `query-unanswered`, and what `approve`
 * throws.
 */
export async function approveClaim(store: Store, call: Call, id: string, revision?: number): Promise<Claim> {
  needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    await refuseUnanswered(tx, id);
    const house = await houseOf(tx, opened.article);
    const held = await heldClaim(tx, opened.claim);
    const fields = reasonsInWords(() => approve(held, actOf(call), house));
    return writeClaim(tx, call, opened, 'claim.approved', fields, { after: { needed: approversNeeded(held, house) } });
  });
}
