import type { Lost } from '../../core/anchor/placement';
import type { AnchorState, ClaimStatus, Severity } from '../../core/claim/claim';
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
    ],
  );

  const anchors = kit.table(
    'anchors',
    {
      id: kit.text().primaryKey(),
      claimId: kit
        .text()
        .notNull()
        .references(() => claims.id),
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
      claimId: kit
        .text()
        .notNull()
        .references(() => claims.id),
      parentId: kit.text(),
      body: kit.text().notNull(),
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
    (table) => [kit.index('comments_of_claim').on(table.claimId, table.createdAt)],
  );

  return { claims, anchors, comments };
}
export type ClaimTables = ReturnType<typeof claimTables>;
