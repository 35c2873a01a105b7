import { eq } from 'drizzle-orm';
import type { Approval, Claim, PatchClaim } from '@/core/claim/claim';
import { type Act, type Judged, judge, needsApproval } from '@/core/claim/life';
import type { EventKind } from '@/core/event/event';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { approvalsByClaim } from '@/db/queries/approvals';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import { type Opened, openClaim } from '@/db/queries/open-article';
import { approvalsOf, type ClaimRow, returnedColumns } from '@/db/records/claim';
import { approvals, claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { checkPeople } from './check-people';
import { checkVerdict } from './check-verdict';
import { checkAssignee, tellAssignee } from './check-workers';
import { judgeWords } from './judge-words';
import { needRight } from './need-right';
import { type Notice, notify } from './notify';
import { reasonsInWords } from './reasons-in-words';
import { refuseUnanswered } from './refuse-unanswered';
import { touchArticle } from './touch-article';

/**
 * Changes what is said of a claim. A verdict that is given, the same one too, is given on the words that stand there now, or on
 * those of `words`: they are the ones judged from then on. A status of `approved` approves: it needs the right to, and all that
 * `approveClaim` asks. Throws `absent`, `stale`, `verdict-unknown`, `query-unanswered`, and what `checkAssignee` and
 * `judge` throw.
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
    if (needsApproval(patch)) await refuseUnanswered(tx, id);
    await checkVerdict(tx, opened.article.scale, said.verdict);
    const held = await heldClaim(tx, opened.claim);
    const house = await houseOf(tx, opened.article);
    // The same verdict on other words is not what was approved.
    const judged = said.verdict ? await judgeWords(tx, opened, words) : null;
    const fields = reasonsInWords(() => judge(held, said, actOf(call), house, judged !== null));
    await checkAssignee(tx, call, opened.article, opened.claim.assigneeId, fields.assigneeId);
    await checkPeople(tx, [fields.secondCheckerId]);
    return writeClaim(tx, call, opened, 'claim.changed', { ...fields, ...judged?.fields }, judged?.told);
  });
}

/** Who acts on a claim, as what, and when. */
export function actOf(call: Call): Act {
  return { by: call.by.id, role: call.by.role, at: call.at };
}

/** Throws `stale`, with the claim as it stands, unless this is its revision. */
export async function refuseStale(tx: Db, call: Call, { claim, article }: Opened, revision: number): Promise<void> {
  if (claim.revision !== revision)
    throw new Problem('stale', {}, { current: await oneClaimRecord(tx, call, article, claim) });
}

/** What changes of a claim: fields of its row, and of its life what is kept in other ways. */
export type ClaimFields = Partial<ClaimRow> & Partial<Judged>;

/** What an event tells beside the fields that changed, and whom it is told to. */
export interface Told {
  before?: object;
  after?: object;
  /** The source that it comes of. */
  sourceId?: string;
  notices?: readonly Notice[];
}

/**
 * Writes fields of a claim whose revision has been checked, raises it, and tells it as an event of this kind, with what `told`
 * adds. Fields that change nothing write nothing, unless something is told. Throws `query-unanswered` where they approve it too early.
 */
export async function writeClaim(
  tx: Db,
  call: Call,
  { claim, article }: Opened,
  kind: EventKind,
  { approvals: given, returned, ...fields }: ClaimFields,
  told: Told | null = null,
): Promise<Claim> {
  // Whatever approves: confirming the words of what was approved does, too.
  if (fields.approvedBy) await refuseUnanswered(tx, claim.id);
  const changed = changedFields(claim, { ...fields, ...(returned !== undefined && returnedColumns(returned)) });
  const approved = given ? await writeApprovals(tx, claim, given) : null;
  if (!changed && !approved && !told) return oneClaimRecord(tx, call, article, claim);
  const raised = { ...changed?.after, revision: claim.revision + 1, updatedAt: call.at };
  await tx.update(claims).set(raised).where(eq(claims.id, claim.id));
  await touchArticle(tx, call, article.id);
  const before = { ...forEvent(changed?.before), ...approved?.before, ...told?.before };
  const after = { ...forEvent(changed?.after), ...approved?.after, ...told?.after };
  const { sourceId, notices = [] } = told ?? {};
  const event = await appendEvent(tx, call, {
    kind,
    articleId: article.id,
    claimId: claim.id,
    sourceId,
    before,
    after,
  });
  await tellAssignee(tx, call, event);
  await notify(tx, call, event, notices);
  return oneClaimRecord(tx, call, article, { ...claim, ...raised });
}

/** Puts who has approved the claim in the place of those who had; null where they are the same. */
async function writeApprovals(tx: Db, claim: ClaimRow, given: readonly Approval[]) {
  const had = approvalsOf(claim, (await approvalsByClaim(tx, [claim.id])).get(claim.id) ?? []);
  const changed = changedFields({ approvals: had }, { approvals: [...given] });
  if (!changed) return null;
  await tx.delete(approvals).where(eq(approvals.claimId, claim.id));
  for (const { by, at } of given) await tx.insert(approvals).values({ claimId: claim.id, personId: by, at });
  return changed;
}

/** Without what only indexes need, and without the reasons of a closing or a return: their events tell them as their note. */
function forEvent(fields: Partial<ClaimRow> = {}): Partial<ClaimRow> {
  const { place, reach, state, deletedAt, closedReason, returnedBy, returnedAt, returnedNote, ...said } = fields;
  return said;
}
