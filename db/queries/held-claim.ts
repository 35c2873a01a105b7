import { and, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Approval } from '@/core/claim/claim';
import type { Held } from '@/core/claim/life';
import type { Evidence, House } from '@/core/claim/unmet-rules';
import { rights } from '@/core/newsroom/rights';
import { type Db, statement } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { approvalsOf, type ClaimRow, returnedOf } from '@/db/records/claim';
import { citations, events, people, sources } from '@/db/schema/schema';
import { approvalsByClaim } from './approvals';
import { waitingQueries } from './comments';
import { newsroomRecord } from './newsroom';

const selectEvidence = statement((db) =>
  db
    .select({
      sourceId: citations.sourceId,
      stance: citations.stance,
      tier: sources.tier,
      standing: sources.standing,
      publisher: sources.publisher,
      url: sources.url,
      deletedAt: sources.deletedAt,
    })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(eq(citations.claimId, sql.placeholder('claimId')), isNull(citations.deletedAt)))
    .prepare(),
);
const countCheckers = statement((db) =>
  db
    .select({ checkers: count() })
    .from(people)
    .where(and(eq(people.active, true), eq(people.guest, false), inArray(people.role, [...rights['claim.change']])))
    .prepare(),
);
const selectSaid = statement((db) =>
  db
    .select({ by: events.by, after: events.after })
    .from(events)
    .where(
      and(eq(events.claimId, sql.placeholder('claimId')), inArray(events.kind, ['claim.created', 'claim.changed'])),
    )
    .orderBy(desc(events.id))
    .prepare(),
);

/**
 * A claim's row with all that its approval is asked about, whoever asks: a source that is hidden from a person counts as it does
 * for everybody.
 */
export async function heldClaim(tx: Db, row: ClaimRow): Promise<Held & ClaimRow> {
  const found = await selectEvidence(tx).execute({ claimId: row.id });
  const evidence = found.map(({ sourceId, stance, ...source }): Evidence => ({ sourceId, stance, source }));
  const given: Approval[] = (await approvalsByClaim(tx, [row.id])).get(row.id) ?? [];
  const reasonedBy = row.verdict === null && row.rationale !== null ? await reasonedByOf(tx, row.id) : null;
  const queryWaits = row.status === 'approved' && (await waitingQueries(tx, row.id)).length > 0;
  return {
    ...row,
    approvals: approvalsOf(row, given),
    returned: returnedOf(row),
    citations: evidence,
    reasonedBy,
    queryWaits,
  };
}

/** What the newsroom asks of the claims of an article now. */
export async function houseOf(tx: Db, { scale }: Pick<ArticleRow, 'scale'>): Promise<House> {
  const { rules } = await newsroomRecord(tx);
  const [counted] = await countCheckers(tx).execute();
  return { rules, scale, checkers: counted?.checkers ?? 0 };
}

/** Who wrote a claim's rationale last. */
async function reasonedByOf(tx: Db, claimId: string): Promise<string | null> {
  const told = await selectSaid(tx).execute({ claimId });
  return told.find(({ after }) => after?.rationale)?.by ?? null;
}
