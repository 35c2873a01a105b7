import type { Claim, PatchClaim } from '@/core/claim/claim';
import { judge, needsApproval } from '@/core/claim/life';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf, openToChange } from '@/db/queries/checks';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import type { ClaimRow } from '@/db/records/claim';
import type { Store } from '@/db/store';
import { askCheck } from './ask-check';
import { checkVerdict } from './check-verdict';
import { checkAssignee } from './check-workers';
import { judgeWords } from './judge-words';
import { needRight } from './need-right';
import { refuseUnanswered } from './refuse-unanswered';
import { refuseUnsettled } from './refuse-unsettled';
import { settleCheck } from './settle-check';
import { actOf, refuseStale, writeClaimRow } from './write-claim';

/**
 * Changes what is said of a claim. A verdict that is given, the same one too, is given on the words that stand there now, or on
 * those of `words`: they are the ones judged from then on. A status of `approved` approves: it needs the right to, and all that
 * `approveClaim` asks. A `secondCheckerId` asks for a second check (`askCheck`), and a first verdict for which one waits settles it.
 * Throws `absent`, `stale`, `verdict-unknown`, `check-blind`, `check-disputed`, `check-first-by-second`, `query-unanswered`, and what `checkAssignee`,
 * `judge` and `askCheck` throw.
 */
export async function changeClaim(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchClaim,
): Promise<Claim> {
  needRight(call, 'claim.change');
  if (needsApproval(patch)) needRight(call, 'claim.approve');
  if (patch.secondCheckerId !== undefined) needRight(call, 'check.ask');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    const { words, secondCheckerId, ...said } = patch;
    if (needsApproval(patch)) await refuseUnsettled(tx, id);
    if (needsApproval(patch)) await refuseUnanswered(tx, id);
    await checkVerdict(tx, opened.article.scale, said.verdict);
    const held = await heldClaim(tx, opened.claim);
    const house = await houseOf(tx, opened.article);
    // The same verdict on other words is not what was approved.
    const judged = said.verdict ? await judgeWords(tx, opened, words) : null;
    const fields = judge(held, said, actOf(call), house, judged !== null);
    await checkAssignee(tx, call, opened.article, opened.claim.assigneeId, fields.assigneeId);
    await refuseAgainstCheck(tx, call, id, fields);
    const written = { ...fields, ...judged?.fields };
    let claim = await writeClaimRow(tx, call, opened, 'claim.changed', written, judged?.told);
    if (secondCheckerId !== undefined) claim = await askCheck(tx, call, { ...opened, claim }, secondCheckerId);
    if (said.verdict) claim = await settleCheck(tx, call, { ...opened, claim });
    return oneClaimRecord(tx, call, opened.article, claim);
  });
}

/** Throws where a change would make one person both checkers of a claim, or write over two verdicts that differ. */
async function refuseAgainstCheck(
  tx: Db,
  call: Call,
  claimId: string,
  fields: Partial<Pick<ClaimRow, 'verdict' | 'status' | 'assigneeId'>>,
): Promise<void> {
  const check = await checkOf(tx, claimId);
  if (check?.outcome === 'disputed' && (fields.verdict !== undefined || fields.status !== undefined))
    throw new Problem('check-disputed');
  if (check?.outcome !== 'waiting') return;
  const first = fields.verdict ? call.by.id : fields.assigneeId;
  if (first === check.checkerId) throw new Problem('check-first-by-second');
}
