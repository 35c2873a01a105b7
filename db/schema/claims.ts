import { and, isNotNull, isNull } from 'drizzle-orm';
import type { Lost } from '../../core/anchor/placement';
import type { AnchorState, CheckOutcome, ClaimStatus, CommentKind, Severity } from '../../core/claim/vocabulary';
import type { ArticleTables } from './articles';
import type { Kit } from './kit';
import type { PeopleTables } from './people';

/** The place of a claim whose every passage is gone: after every position, so that such claims come last. */
export const NOWHERE = 2 ** 31 - 1;

/**
 * Claims and the places where the article makes them. `place` and `state` are the anchors' told once for the claim, so that a
 * list is ordered, filtered and counted by an index: whoever writes anchors writes them too, in the same transaction.
 */
export function claimTables(kit: Kit, { people, articles }: PeopleTables & ArticleTables) {
  const person = () => kit.text().references(() => people.id);

  const claims = kit.table(
    'claims',
    {
      id: kit.text().primaryKey(),
      articleId: kit
        .text()
        .notNull()
        .references(() => articles.id),
      revision: kit.integer().notNull().default(1),
      verdict: kit.text(),
      rationale: kit.text(),
      correction: kit.text(),
      severity: kit.text().$type<Severity>(),
      status: kit.text().$type<ClaimStatus>().notNull(),
      attributedTo: kit.text(),
      assigneeId: person(),
      secondCheckerId: person(),
      createdBy: person().notNull(),
      createdAt: kit.text().notNull(),
      updatedAt: kit.text().notNull(),
      deletedAt: kit.text(),
      verdictBy: person(),
      verdictAt: kit.text(),
      approvedBy: person(),
      approvedAt: kit.text(),
      /** Who sent it back, when and why, until it has been dealt with. */
      returnedBy: person(),
      returnedAt: kit.text(),
      returnedNote: kit.text(),
      /** Set by hand, with a reason, when its passage is gone for good: it then waits for nobody. */
      closedBy: person(),
      closedAt: kit.text(),
      closedReason: kit.text(),
      /** Where its first anchor begins and ends, ProseMirror positions in the present version; `NOWHERE` when all are orphaned. */
      place: kit.integer().notNull(),
      reach: kit.integer().notNull(),
      state: kit.text().$type<AnchorState>().notNull(),
    },
    (table) => [
      kit.index('claims_in_reading_order').on(table.articleId, table.place),
      // Every column that `progressOf` asks for, so that it reads the index alone.
      kit
        .index('claims_counted')
        .on(table.articleId, table.deletedAt, table.status, table.verdict, table.state, table.closedAt),
      kit
        .index('claims_of_assignee')
        // Every column that `heldBy` asks for, those of its condition too, so that it counts from the index alone, in its order.
        .on(table.assigneeId, table.articleId, table.severity, table.status, table.deletedAt, table.closedAt)
        .where(and(isNotNull(table.assigneeId), isNull(table.deletedAt), isNull(table.closedAt))!),
      kit.index('claims_of_maker').on(table.createdBy, table.articleId, table.deletedAt).where(isNull(table.deletedAt)),
      kit
        .index('claims_of_second_checker')
        .on(table.secondCheckerId, table.articleId)
        .where(and(isNotNull(table.secondCheckerId), isNull(table.deletedAt), isNull(table.closedAt))!),
    ],
  );

  const ofClaim = () =>
    kit
      .text()
      .notNull()
      .references(() => claims.id);

  const anchors = kit.table(
    'anchors',
    {
      id: kit.text().primaryKey(),
      claimId: ofClaim(),
      /** ProseMirror positions in the article's present version; both null when the passage is gone. */
      from: kit.integer(),
      to: kit.integer(),
      exact: kit.text().notNull(),
      prefix: kit.text().notNull(),
      suffix: kit.text().notNull(),
      /** For an orphan, where it stood last and in which words; null for what has a place. */
      lost: kit.json().$type<Lost | null>(),
      createdAt: kit.text().notNull(),
    },
    (table) => [kit.index('anchors_of_claim').on(table.claimId)],
  );

  /** What is said about a claim. A comment without `parentId` begins a thread; resolving one settles its thread. */
  const comments = kit.table(
    'comments',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      claimId: ofClaim(),
      parentId: kit.text(),
      kind: kit.text().$type<CommentKind>().notNull().default('note'),
      /** Whom a query is put to; null for a note. */
      to: person(),
      /** When the query was answered, and by whom: by the one it was put to, or an editor, who replies or resolves. */
      answeredBy: person(),
      answeredAt: kit.text(),
      /** The people whom its words mention. */
      mentions: kit.json().$type<readonly string[] | null>(),
      /** For editors and the checkers on the claim alone. */
      confidential: kit.boolean().notNull().default(false),
      body: kit.text().notNull(),
      /** The wording that its writer proposes for the claim's words; null where none is proposed. */
      proposal: kit.text(),
      /** Who wrote it, by the name that a document gave; null where it is `createdBy`. */
      author: kit.text(),
      createdBy: person().notNull(),
      /** When it was written, which may be before it came here. */
      createdAt: kit.text().notNull(),
      updatedAt: kit.text().notNull(),
      deletedAt: kit.text(),
      resolvedBy: person(),
      resolvedAt: kit.text(),
    },
    (table) => [
      kit.index('comments_of_claim').on(table.claimId, table.createdAt),
      kit
        .index('queries_put_to')
        .on(table.to, table.claimId)
        .where(and(isNotNull(table.to), isNull(table.answeredAt), isNull(table.deletedAt))!),
    ],
  );

  /** Who has approved the claim as it stands; a change of what was approved takes them away. Some claims need several. */
  const approvals = kit.table(
    'approvals',
    { claimId: ofClaim(), personId: person().notNull(), at: kit.text().notNull() },
    (table) => [kit.primaryKey({ columns: [table.claimId, table.personId] })],
  );

  /**
   * Blind second checks: `given` is null until the checker has judged. What the first checker had said is kept beside it when
   * both are in, so that agreement can be counted whatever is decided later.
   */
  const checks = kit.table(
    'checks',
    {
      id: kit.text().primaryKey(),
      claimId: ofClaim(),
      checkerId: person().notNull(),
      askedBy: person().notNull(),
      askedAt: kit.text().notNull(),
      verdict: kit.text(),
      rationale: kit.text(),
      givenAt: kit.text(),
      firstBy: person(),
      firstVerdict: kit.text(),
      firstRationale: kit.text(),
      firstAt: kit.text(),
      outcome: kit.text().$type<CheckOutcome>().notNull().default('waiting'),
      settledAt: kit.text(),
      /** Who decided a dispute, for which verdict, and why; null where they agreed. */
      decidedBy: person(),
      decidedVerdict: kit.text(),
      reason: kit.text(),
      withdrawnAt: kit.text(),
    },
    (table) => [
      kit.index('checks_of_claim').on(table.claimId),
      // Whoever reads claims asks which of them they must not see into.
      kit
        .index('checks_not_given')
        .on(table.checkerId, table.claimId)
        .where(and(isNull(table.givenAt), isNull(table.withdrawnAt))!),
    ],
  );

  return { claims, anchors, comments, approvals, checks };
}
export type ClaimTables = ReturnType<typeof claimTables>;
