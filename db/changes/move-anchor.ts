import { eq } from 'drizzle-orm';
import type { AnchorSelector, Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { anchorsOf, oneClaimRecord } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { openClaim } from '@/db/queries/open-article';
import { reopened, toldOnce } from '@/db/records/claim';
import { anchors } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { anchorAt } from './anchor-at';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

/**
 * Attaches an anchor to another place by hand, an orphan above all. `exact` stays what was judged: where other words stand at
 * the new place, the anchor is `changed`. Throws `absent` (of the anchor too), `stale` and what `anchorAt` throws.
 */
export async function moveAnchor(
  store: Store,
  call: Call,
  claimId: string,
  anchorId: string,
  revision: number,
  selector: AnchorSelector,
): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, claimId);
    const stored = await anchorsOf(tx, claimId);
    const anchor = stored.find(({ id }) => id === anchorId);
    if (!anchor) throw new Problem('absent');
    await refuseStale(tx, call, opened, revision);
    const doc = await docOf(tx, opened.article);
    const { exact: current, ...place } = anchorAt(doc, opened.article, selector);
    if (anchor.from === place.from && anchor.to === place.to)
      return oneClaimRecord(tx, call, opened.article, opened.claim);
    await tx
      .update(anchors)
      .set({ ...place, lost: null })
      .where(eq(anchors.id, anchorId));
    const moved = stored.map((one) => (one.id === anchorId ? { ...one, ...place } : one));
    const { id, exact, from, to } = anchor;
    return writeClaim(
      tx,
      call,
      opened,
      'anchor.moved',
      { ...toldOnce(doc, moved), ...reopened },
      {
        before: { anchorId: id, exact, from, to },
        after: { anchorId: id, exact, current, from: place.from, to: place.to },
      },
    );
  });
}
