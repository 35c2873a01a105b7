import { Problem } from '@/core/problem';
import type { Db } from '@/db/database';
import { checkOf } from '@/db/queries/checks';

/** Throws `check-waiting` or `check-disputed` while a claim's second check is asked for and not settled: nobody approves it before. */
export async function refuseUnsettled(tx: Db, claimId: string): Promise<void> {
  const check = await checkOf(tx, claimId);
  if (check?.outcome === 'waiting') throw new Problem('check-waiting');
  if (check?.outcome === 'disputed') throw new Problem('check-disputed');
}

/** Throws `check-disputed` while two verdicts differ: what stands between them is an editor's to decide, not to write over. */
export async function refuseDisputed(tx: Db, claimId: string): Promise<void> {
  if ((await checkOf(tx, claimId))?.outcome === 'disputed') throw new Problem('check-disputed');
}
