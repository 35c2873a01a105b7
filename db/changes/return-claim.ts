import type { Claim } from '@/core/claim/claim';
import { sendBack } from '@/core/claim/life';
import type { Call } from '@/db/call';
import { openClaim } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { refuseStale, writeClaim } from './change-claim';
import { needRight } from './need-right';

/**
 * The reviewer's no, with what is to be done; the note is kept in the event. `revision`, where it is given, is what the reviewer
 * saw. Throws `absent` and `stale`.
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
    const opened = await openClaim(tx, call, id);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    const fields = sendBack(opened.claim, { by: call.by.id, at: call.at });
    return writeClaim(tx, call, opened, 'claim.returned', fields, { after: { note } });
  });
}
