import type { Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

/** Turns a proposed correction down; it and the reason stay in the event. Throws `absent`, `stale`, `correction-missing`. */
export async function rejectCorrection(
  store: Store,
  call: Call,
  id: string,
  reason: string,
  revision: number,
): Promise<Claim> {
  needRight(call, 'text.change');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    if (opened.claim.correction === null) throw new Problem('correction-missing');
    return writeClaim(tx, call, opened, 'correction.rejected', { correction: null }, { after: { note: reason } });
  });
}
