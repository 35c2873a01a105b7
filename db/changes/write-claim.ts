import { eq } from 'drizzle-orm';
import type { Approval, Claim } from '@/core/claim/claim';
import type { Act, Judged } from '@/core/claim/life';
import type { EventKind } from '@/core/event/event';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { approvalsByClaim } from '@/db/queries/approvals';
import { oneClaimRecord } from '@/db/queries/claim-records';
import type { Opened } from '@/db/queries/open-article';
import { approvalsOf, type ClaimRow, returnedColumns } from '@/db/records/claim';
import { approvals, claims } from '@/db/schema/schema';
import { changedFields } from './changed-fields';
import { tellAssignee } from './check-workers';
import { type Notice, notify } from './notify';
import { refuseUnanswered } from './refuse-unanswered';
import { touchArticle } from './touch-article';

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
  fields: ClaimFields,
  told: Told | null = null,
): Promise<Claim> {
  const row = await writeClaimRow(tx, call, { claim, article }, kind, fields, told);
  return oneClaimRecord(tx, call, article, row);
}

/** The same, for more to be done with the row as it then stands. */
export async function writeClaimRow(
  tx: Db,
  call: Call,
  { claim, article }: Opened,
  kind: EventKind,
  { approvals: given, returned, ...fields }: ClaimFields,
  told: Told | null = null,
): Promise<ClaimRow> {
  // Whatever approves, and whoever forgot to ask.
  if (fields.approvedBy) await refuseUnanswered(tx, claim.id);
  const changed = changedFields(claim, { ...fields, ...(returned !== undefined && returnedColumns(returned)) });
  const approved = given ? await writeApprovals(tx, claim, given) : null;
  if (!changed && !approved && !told) return claim;
  const raised = { ...changed?.after, revision: claim.revision + 1, updatedAt: call.at };
  await tx.update(claims).set(raised).where(eq(claims.id, claim.id));
  await touchArticle(tx, call, article.id);
  const before = { ...forEvent(changed?.before), ...approved?.before, ...told?.before };
  const after = { ...forEvent(changed?.after), ...approved?.after, ...told?.after };
  const { sourceId, notices = [] } = told ?? {};
  const about = { articleId: article.id, claimId: claim.id, sourceId };
  const event = await appendEvent(tx, call, { kind, ...about, before, after });
  await tellAssignee(tx, call, event);
  await notify(tx, call, event, notices);
  return { ...claim, ...raised };
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
