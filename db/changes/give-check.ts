import { eq } from 'drizzle-orm';
import { checkSeenBy } from '@/core/claim/blind';
import type { Check, GiveCheck } from '@/core/claim/check';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { checkOf } from '@/db/queries/checks';
import { openClaim } from '@/db/queries/open-article';
import { seesConfidential } from '@/db/records/source';
import { checks } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { checkVerdict } from './check-verdict';
import { needRight } from './need-right';
import { settleCheck } from './settle-check';
import { answerAgain, takeId } from './take-id';
import { writeClaimRow } from './write-claim';

/**
 * The second checker's own verdict, once and for all. With it they see the first check; everybody else sees it when both are in.
 * Throws `absent`, `check-not-asked`, `check-of-another`, `check-given`, `verdict-unknown`, `id-taken`.
 */
export async function giveCheck(
  store: Store,
  call: Call,
  claimId: string,
  body: GiveCheck,
): Promise<{ record: Check; created: boolean }> {
  needRight(call, 'check.give');
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, claimId);
    const check = await checkOf(tx, claimId);
    if (!check) throw new Problem('check-not-asked');
    if (check.checkerId !== call.by.id) throw new Problem('check-of-another');
    const given = async () => checkSeenBy(call.by.id, await checkOf(tx, claimId), seesConfidential(call))!;
    const { id, repeated } = await takeId(tx, call, 'check', body.id, { ...body, claimId });
    if (repeated) return answerAgain(given);
    if (check.givenAt !== null) throw new Problem('check-given');
    await checkVerdict(tx, opened.article.scale, body.verdict);
    const { verdict, rationale = null } = body;
    await tx.update(checks).set({ id, verdict, rationale, givenAt: call.at }).where(eq(checks.id, check.id));
    const told = { after: { secondCheckerId: call.by.id } };
    const row = await writeClaimRow(tx, call, opened, 'check.given', {}, told);
    await settleCheck(tx, call, { ...opened, claim: row });
    return { record: await given(), created: true };
  });
}
