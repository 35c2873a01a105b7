import type { Claim } from '@/core/claim/claim';
import { sendBack } from '@/core/claim/life';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { heldClaim } from '@/db/queries/held-claim';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseDisputed } from './refuse-unsettled';
import { actOf, refuseStale, writeClaim } from './write-claim';

/**
 * The reviewer's no, with what is to be done: the note stands on the claim until that is done, and in the event for ever. Who
 * judged and who is to check are told. `revision`, where it is given, is what the reviewer saw. Throws `absent`, `stale`, and
 * `check-disputed` where two verdicts are to be decided between.
 */
export async function returnClaim(
  store: Store,
  call: Call,
  id: string,
  note: string,
  revision?: number,
): Promise<Claim> {
  needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    await refuseDisputed(tx, id);
    const { verdictBy, assigneeId } = opened.claim;
    const fields = sendBack(await heldClaim(tx, opened.claim), note, actOf(call));
    const notices = [verdictBy, assigneeId].map((personId) => ({ personId, kind: 'returned' as const }));
    return writeClaim(tx, call, opened, 'claim.returned', fields, { after: { note }, notices });
  });
}
