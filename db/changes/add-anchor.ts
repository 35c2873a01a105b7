import type { AnchorSelector, Claim } from '@/core/claim/claim';
import type { Call } from '@/db/call';
import { insertion } from '@/db/insertion';
import { anchorsOf, oneClaimRecord } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { openClaim } from '@/db/queries/open-article';
import { toldOnce } from '@/db/records/claim';
import { anchors } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { anchorAt } from './anchor-at';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

const insertAnchor = insertion(anchors);

/**
 * Adds a place where the article makes the same claim; a place that the claim has already changes nothing. Throws `absent`,
 * `stale` and what `anchorAt` throws.
 */
export async function addAnchor(
  store: Store,
  call: Call,
  claimId: string,
  revision: number,
  selector: AnchorSelector,
): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, claimId);
    await refuseStale(tx, call, opened, revision);
    const doc = await docOf(tx, opened.article);
    const place = anchorAt(doc, opened.article, selector);
    const stored = await anchorsOf(tx, claimId);
    if (stored.some(({ from, to }) => from === place.from && to === place.to))
      return oneClaimRecord(tx, call, opened.article, opened.claim);
    const anchor = { id: call.newId(), claimId, ...place, lost: null, createdAt: call.at };
    await insertAnchor(tx, anchor);
    return writeClaim(tx, call, opened, 'anchor.added', toldOnce(doc, [...stored, anchor]), {
      after: { anchorId: anchor.id, exact: anchor.exact, from: anchor.from, to: anchor.to },
    });
  });
}
