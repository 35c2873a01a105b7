import type { Claim } from '@/core/claim/claim';
import { judge } from '@/core/claim/life';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { anchorsOf, oneClaimRecord } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import { toldOnce } from '@/db/records/claim';
import type { Store } from '@/db/store';
import { hasVerdict } from './check-verdict';
import { needRight } from './need-right';
import { actOf, writeClaim } from './write-claim';

/**
 * Brings a deleted claim back with its anchors and citations; one that is not deleted stays as it is. A verdict that the
 * article's scale has lost meanwhile is taken off, and the event says so. Throws `absent`.
 */
export async function restoreClaim(store: Store, call: Call, id: string): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const { claim, article } = await openToChange(tx, call, id, { deleted: true });
    if (claim.deletedAt === null) return oneClaimRecord(tx, call, article, claim);
    const homeless = claim.verdict !== null && !(await hasVerdict(tx, article.scale, claim.verdict));
    const fields = homeless
      ? judge(await heldClaim(tx, claim), { verdict: null }, actOf(call), await houseOf(tx, article))
      : {};
    const stored = await anchorsOf(tx, id);
    return writeClaim(
      tx,
      call,
      { claim, article },
      'claim.restored',
      { ...fields, deletedAt: null, ...toldOnce(await docOf(tx, article), stored) },
      { after: { exact: stored[0]?.exact } },
    );
  });
}
