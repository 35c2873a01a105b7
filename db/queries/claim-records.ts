import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { checkSeenBy, unseen } from '@/core/claim/blind';
import type { Claim } from '@/core/claim/claim';
import { grouped } from '@/core/grouped';
import type { Citation } from '@/core/source/source';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { type AnchorRow, type ClaimRow, claimRecord } from '@/db/records/claim';
import { citationRecord, seesConfidential } from '@/db/records/source';
import { anchors, citations } from '@/db/schema/schema';
import { approvalsByClaim } from './approvals';
import { checksByClaim, claimsUnseenBy } from './checks';
import { commentsByClaim } from './comments';
import { docOf } from './doc';
import { sourcesById } from './source-records';

const selectAnchors = statement((db) =>
  db
    .select()
    .from(anchors)
    .where(eq(anchors.claimId, sql.placeholder('claimId')))
    .orderBy(anchors.createdAt, anchors.id)
    .prepare(),
);

/** The stored anchors of a claim, oldest first. */
export async function anchorsOf(db: Db, claimId: string): Promise<AnchorRow[]> {
  return selectAnchors(db).execute({ claimId });
}

/**
 * The records of claims of one article, in the order given, as the caller may see them. Why one was closed or sent back is internal,
 * like every note; one that they have yet to judge blind is not judged (`unseen`).
 */
export async function claimRecords(
  db: Db,
  call: Call,
  article: ArticleRow,
  rows: ClaimRow[],
  repeats = true,
): Promise<Claim[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const anchorRows = await db
    .select()
    .from(anchors)
    .where(inArray(anchors.claimId, ids))
    .orderBy(anchors.createdAt, anchors.id);
  const anchorsByClaim = grouped(anchorRows, (anchor) => anchor.claimId);
  const citationsByClaim = await citationsOf(db, call, ids);
  const said = await commentsByClaim(db, call, ids);
  const given = await approvalsByClaim(db, ids);
  const checks = await checksByClaim(db, ids);
  const blind = await claimsUnseenBy(db, call);
  const internal = seesConfidential(call);
  const text = { version: article.version, doc: await docOf(db, article), language: article.language, repeats };
  return rows.map((row) => {
    const record = claimRecord(
      row,
      {
        anchors: anchorsByClaim.get(row.id) ?? [],
        citations: citationsByClaim.get(row.id),
        comments: said.get(row.id),
        approvals: given.get(row.id),
        check: checkSeenBy(call.by.id, checks.get(row.id) ?? null, internal),
      },
      text,
    );
    if (blind.has(row.id)) return unseen(record);
    return internal ? record : withoutNotes(record);
  });
}

function withoutNotes(record: Claim): Claim {
  const { closed, returned } = record;
  return {
    ...record,
    closed: closed && { ...closed, reason: '' },
    returned: returned && { ...returned, note: '' },
  };
}

/** The record of one claim whose row is at hand. */
export async function oneClaimRecord(db: Db, call: Call, article: ArticleRow, row: ClaimRow): Promise<Claim> {
  const [record] = await claimRecords(db, call, article, [row]);
  return record!;
}

/** The live citations of claims, oldest first; those of confidential sources are left out for who may not see them. */
async function citationsOf(db: Db, call: Call, claimIds: string[]): Promise<Map<string, Citation[]>> {
  const rows = await db
    .select()
    .from(citations)
    .where(and(inArray(citations.claimId, claimIds), isNull(citations.deletedAt)))
    .orderBy(citations.createdAt, citations.id);
  const sources = await sourcesById(db, call, [...new Set(rows.map(({ sourceId }) => sourceId))]);
  const shown = rows.flatMap((row) => {
    const source = sources.get(row.sourceId);
    return source ? [citationRecord(call, row, source)] : [];
  });
  return grouped(shown, (citation) => citation.claimId);
}
