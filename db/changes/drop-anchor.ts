import { eq } from 'drizzle-orm';
import type { Claim } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { anchorsOf } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { openClaim } from '@/db/queries/open-article';
import { toldOnce } from '@/db/records/claim';
import { anchors } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { refuseStale, writeClaim } from './write-claim';

/** Takes a place off a claim, never the last one (`last-anchor`). Throws `absent` (of the anchor too) and `stale`. */
export async function dropAnchor(
  store: Store,
  call: Call,
  claimId: string,
  anchorId: string,
  revision: number,
): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, claimId);
    const stored = await anchorsOf(tx, claimId);
    const anchor = stored.find(({ id }) => id === anchorId);
    if (!anchor) throw new Problem('absent');
    await refuseStale(tx, call, opened, revision);
    const rest = stored.filter((one) => one !== anchor);
    if (rest.length === 0) throw new Problem('last-anchor');
    await tx.delete(anchors).where(eq(anchors.id, anchorId));
    const { exact, from, to } = anchor;
    return writeClaim(tx, call, opened, 'anchor.dropped', toldOnce(await docOf(tx, opened.article), rest), {
      before: { anchorId, exact, from, to },
    });
  });
}
