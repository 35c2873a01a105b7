import type { Claim } from '@/core/claim/claim';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { anchorsOf } from '@/db/queries/claim-records';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

/** Deletes a claim so that it can be restored. Throws `absent` or `stale`. */
export async function deleteClaim(store: Store, call: Call, id: string, revision: number): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    const [first] = await anchorsOf(tx, id);
    const before = { exact: first?.exact, verdict: opened.claim.verdict };
    return writeClaim(tx, call, opened, 'claim.deleted', { deletedAt: call.at }, { before });
  });
}
