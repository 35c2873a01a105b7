import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Check, DecideCheck } from '@/core/claim/check';
import type { Claim } from '@/core/claim/claim';
import { judge, moved } from '@/core/claim/life';
import { mayOpen, rights } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf, openToChange } from '@/db/queries/checks';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import { readersOf } from '@/db/queries/open-article';
import { type ArticleRow, accessOf } from '@/db/records/article';
import { checks, people } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { checkVerdict } from './check-verdict';
import { needRight } from './need-right';
import { actOf, refuseStale, writeClaim } from './write-claim';

/**
 * Decides between two verdicts that differ, for one of them or a third, saying why. The verdict is the editor's from then on, so
 * that somebody else approves it; its reasoning is that of the checker whose verdict it is, and is yet to be written for a third.
 * Both checks stay as they were given. `revision`, where it is given, is what the editor saw. Throws `absent`, `stale`,
 * `check-not-disputed`, `verdict-unknown`, and `check-own-dispute` where one of the two is the caller's and another editor could
 * decide.
 */
export async function decideCheck(
  store: Store,
  call: Call,
  claimId: string,
  { verdict, reason }: DecideCheck,
  revision?: number,
): Promise<Claim> {
  needRight(call, 'check.decide');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, claimId);
    if (revision !== undefined) await refuseStale(tx, call, opened, revision);
    const { claim, article } = opened;
    const check = await checkOf(tx, claimId);
    if (check?.outcome !== 'disputed') throw new Problem('check-not-disputed');
    if (isOneOfTheTwo(call.by.id, check) && (await anotherCould(tx, article, check)))
      throw new Problem('check-own-dispute');
    await checkVerdict(tx, article.scale, verdict);
    const decided = { outcome: 'decided' as const, decidedBy: call.by.id, decidedVerdict: verdict, reason };
    await tx
      .update(checks)
      .set({ ...decided, settledAt: call.at })
      .where(eq(checks.id, check.id));
    const rationale =
      verdict === check.firstVerdict ? claim.rationale : verdict === check.verdict ? check.rationale : null;
    const act = actOf(call);
    const held = await heldClaim(tx, claim);
    const said = judge(held, { verdict, rationale }, act, await houseOf(tx, article));
    const fields = {
      ...said,
      ...moved({ ...held, ...said }, 'in-review', 'decide', act),
      verdictBy: call.by.id,
      verdictAt: call.at,
    };
    return writeClaim(tx, call, opened, 'check.decided', fields, {
      after: { decidedVerdict: verdict, note: reason },
    });
  });
}

function isOneOfTheTwo(personId: string, { checkerId, firstBy }: Check): boolean {
  return personId === checkerId || personId === firstBy;
}

/** Whether somebody other than the two may decide: an active editor who may open the article. */
async function anotherCould(tx: Db, article: ArticleRow, { checkerId, firstBy }: Check): Promise<boolean> {
  const others = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.active, true),
        eq(people.guest, false),
        inArray(people.role, [...rights['check.decide']]),
        notInArray(people.id, [checkerId, ...(firstBy ? [firstBy] : [])]),
      ),
    );
  const access = accessOf(article, article.restricted ? await readersOf(tx, article.id) : []);
  return others.some(({ id }) => mayOpen(id, { createdBy: article.createdBy, access }));
}
