import { eq } from 'drizzle-orm';
import type { Claim, PatchClaim } from '@/core/claim/claim';
import { confirm, judge, needsApproval } from '@/core/claim/life';
import type { EventKind } from '@/core/event/event';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { type Opened, openClaim } from '@/db/queries/open-article';
import type { ClaimRow } from '@/db/records/claim';
import { claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { checkPeople } from './check-people';
import { checkVerdict } from './check-verdict';
import { checkAssignee, tellAssignee } from './check-workers';
import { judgeWords } from './judge-words';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Changes what is said of a claim. A verdict that is given, the same one too, is given on the words that stand there now, or on
 * those of `words`: they are the ones judged from then on. Throws `absent`, `stale`, `verdict-unknown`, `verdict-missing` and what `checkAssignee` throws; a status of
 * `approved` needs the right to approve.
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
  return store.change(async (tx) => {
    const opened = await openClaim(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    const { words, ...said } = patch;
    const act = { by: call.by.id, at: call.at };
    const fields = judge(opened.claim, said, act);
    await checkVerdict(tx, opened.article.scale, fields.verdict);
    await checkAssignee(tx, call, opened.article, opened.claim.assigneeId, fields.assigneeId);
    await checkPeople(tx, [fields.secondCheckerId]);
    const judged = said.verdict ? await judgeWords(tx, opened, words) : null;
    // The same verdict on other words is not what was approved.
    const renewed =
      judged && fields.status === undefined && confirm(opened.claim, act, may(call.by.role, 'claim.approve'));
    return writeClaim(tx, call, opened, 'claim.changed', { ...fields, ...renewed, ...judged?.fields }, judged?.told);
  });
}

/** Throws `stale`, with the claim as it stands, unless this is its revision. */
export async function refuseStale(tx: Db, call: Call, { claim, article }: Opened, revision: number): Promise<void> {
  if (claim.revision !== revision)
    throw new Problem('stale', {}, { current: await oneClaimRecord(tx, call, article, claim) });
}

/**
 * Writes fields of a claim whose revision has been checked, raises it, and tells it as an event of this kind, with what `told`
 * adds. Fields that change nothing write nothing, unless something is told.
 */
export async function writeClaim(
  tx: Db,
  call: Call,
  { claim, article }: Opened,
  kind: EventKind,
  fields: Partial<ClaimRow>,
  told: { before?: object; after?: object } | null = null,
): Promise<Claim> {
  const changed = changedFields(claim, fields);
  if (!changed && !told) return oneClaimRecord(tx, call, article, claim);
  const raised = { ...changed?.after, revision: claim.revision + 1, updatedAt: call.at };
  await tx.update(claims).set(raised).where(eq(claims.id, claim.id));
  await touchArticle(tx, call, article.id);
  const before = { ...forEvent(changed?.before), ...told?.before };
  const after = { ...forEvent(changed?.after), ...told?.after };
  const event = await appendEvent(tx, call, { kind, articleId: article.id, claimId: claim.id, before, after });
  await tellAssignee(tx, call, event);
  return oneClaimRecord(tx, call, article, { ...claim, ...raised });
}

/** Without what only indexes need, and without a closing's reason: the event that closes tells it as its note. */
function forEvent(fields: Partial<ClaimRow> = {}): Partial<ClaimRow> {
  const { place: _, reach: __, state: ___, deletedAt: ____, closedReason: _____, ...said } = fields;
  return said;
}
