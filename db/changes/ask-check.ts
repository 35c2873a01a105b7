import { eq } from 'drizzle-orm';
import { unapproved } from '@/core/claim/life';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf } from '@/db/queries/checks';
import { heldClaim } from '@/db/queries/held-claim';
import type { Opened } from '@/db/queries/open-article';
import type { ClaimRow } from '@/db/records/claim';
import { checks } from '@/db/schema/schema';
import { checkWorkers } from './check-workers';
import { actOf, writeClaimRow } from './write-claim';

/**
 * Asks somebody for a blind second check of a claim, in place of who was asked and has not given it; null withdraws the question.
 * What was approved goes back to its reviewer until both verdicts are in. Returns the claim's row as it then stands. Throws
 * `check-given` for what is given already, `check-disputed`, `check-by-first`, and what
 * `checkWorkers` throws.
 */
export async function askCheck(tx: Db, call: Call, opened: Opened, personId: string | null): Promise<ClaimRow> {
  const { claim } = opened;
  const present = await checkOf(tx, claim.id);
  const waiting = present?.outcome === 'waiting' ? present : null;
  if (present?.outcome === 'disputed') throw new Problem('check-disputed');
  if (personId === (waiting ? waiting.checkerId : claim.secondCheckerId) && (waiting || personId === null))
    return claim;
  if (waiting?.givenAt || (personId === null && present && !waiting)) throw new Problem('check-given');
  if (personId !== null) await refuseUnfit(tx, opened, personId);
  if (waiting) await tx.update(checks).set({ withdrawnAt: call.at }).where(eq(checks.id, waiting.id));
  if (personId === null) return writeClaimRow(tx, call, opened, 'check.withdrawn', { secondCheckerId: null }, {});
  const asked = { id: call.newId(), claimId: claim.id, checkerId: personId, askedBy: call.by.id, askedAt: call.at };
  await tx.insert(checks).values(asked);
  // An approval was of one verdict alone.
  const fields = unapproved(await heldClaim(tx, claim), 'judged-anew', actOf(call));
  return writeClaimRow(
    tx,
    call,
    opened,
    'check.asked',
    { ...fields, secondCheckerId: personId },
    // The same person may be asked again.
    { after: { secondCheckerId: personId }, notices: [{ personId, kind: 'second-check' }] },
  );
}

async function refuseUnfit(tx: Db, { claim, article }: Opened, personId: string): Promise<void> {
  if (personId === claim.assigneeId || personId === claim.verdictBy) throw new Problem('check-by-first');
  await checkWorkers(tx, article, [personId]);
}
