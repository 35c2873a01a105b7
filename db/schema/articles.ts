import { isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Placement } from '../../core/anchor/placement';
import type { ArticleStatus, SignedOff } from '../../core/article/article';
import type { StrokeKind } from '../../core/article/version';
import type { Kit } from './kit';
import type { PeopleTables } from './people';
import type { ScaleTables } from './scales';

/**
 * An article's row is light, so that a list is cheap: its text is in `docs`, which keeps some versions whole (0, the text as it
 * was imported, every draft, and one now and then between); any other is made from the one before by its steps.
 */
export function articleTables(kit: Kit, { people, scales }: PeopleTables & ScaleTables) {
  const articles = kit.table(
    'articles',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      version: kit.integer().notNull().default(0),
      title: kit.text().notNull(),
      /** What `?q=` looks in: the title, folded. */
      finding: kit.text().notNull(),
      language: kit.text().notNull(),
      scale: kit
        .text()
        .notNull()
        .references(() => scales.id),
      status: kit.text().$type<ArticleStatus>().notNull().default('draft'),
      deadline: kit.text(),
      /** Who answers for the check. */
      assigneeId: kit.text().references(() => people.id),
      /** Whether only its maker and `readers` may open it. */
      restricted: kit.boolean().notNull().default(false),
      origin: kit.text(),
      /** Who wrote it, who published it, when (as exact as is known) and at which address; null where nobody said. */
      byline: kit.text(),
      publisher: kit.text(),
      publishedAt: kit.text(),
      url: kit.text(),
      /** The newsroom that checked it, where that was not this one: its name as its own export gave it. */
      newsroom: kit.text(),
      createdBy: kit
        .text()
        .notNull()
        .references(() => people.id),
      createdAt: kit.text().notNull(),
      updatedAt: kit.text().notNull(),
      deletedAt: kit.text(),
      signedOff: kit.json().$type<z.infer<typeof SignedOff> | null>(),
      /** When the text or a verdict first changed after it was signed off; null while it is as it was signed. */
      changedSince: kit.text(),
    },
    (table) => [
      kit.index('articles_by_activity').on(table.updatedAt, table.id),
      kit.index('articles_by_scale').on(table.scale),
      kit.index('articles_of_assignee').on(table.assigneeId).where(isNotNull(table.assigneeId)),
    ],
  );

  const ofArticle = () =>
    kit
      .text()
      .notNull()
      .references(() => articles.id);
  const ofPerson = () =>
    kit
      .text()
      .notNull()
      .references(() => people.id);

  const docs = kit.table(
    'docs',
    {
      articleId: ofArticle(),
      version: kit.integer().notNull(),
      /** ProseMirror JSON of `articleSchema`'s `doc`. */
      doc: kit.json().$type<{ type: 'doc' }>().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.version] })],
  );

  /** Who may open a restricted article, beside its maker. */
  const readers = kit.table(
    'readers',
    {
      articleId: ofArticle(),
      personId: ofPerson(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.personId] })],
  );

  /** A writer's way in: a link to one article, without an account. Its token is kept as a SHA-256 only. */
  const guests = kit.table(
    'guests',
    {
      id: kit.text().primaryKey(),
      articleId: ofArticle(),
      /** The row of `people` that names the guest wherever somebody is named. */
      personId: ofPerson(),
      email: kit.text(),
      tokenHash: kit.text().notNull().unique(),
      expiresAt: kit.text().notNull(),
      createdBy: ofPerson(),
      createdAt: kit.text().notNull(),
      lastSeenAt: kit.text(),
      revokedAt: kit.text(),
    },
    (table) => [kit.index('guests_of_article').on(table.articleId), kit.index('guests_by_person').on(table.personId)],
  );

  /** What was put right after the article was signed off: the corrections log of its report, oldest first. */
  const notices = kit.table(
    'notices',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      articleId: ofArticle(),
      claimId: kit.text(),
      /** The words as they were published and as they are now; null where the notice tells it in words of its own. */
      before: kit.text(),
      after: kit.text(),
      body: kit.text().notNull(),
      createdBy: ofPerson(),
      createdAt: kit.text().notNull(),
      deletedAt: kit.text(),
    },
    (table) => [kit.index('notices_of_article').on(table.articleId, table.createdAt)],
  );

  /** The sentences that somebody looked at and found nothing in to check: each by the SHA-256 of its words. */
  const looks = kit.table(
    'looks',
    {
      articleId: ofArticle(),
      sentence: kit.text().notNull(),
      by: ofPerson(),
      at: kit.text().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.sentence] })],
  );

  /** Every edit of the text: the step that made `version` out of the version before. */
  const steps = kit.table(
    'steps',
    {
      articleId: ofArticle(),
      version: kit.integer().notNull(),
      step: kit.json().notNull(),
      clientId: kit.text().notNull(),
      by: ofPerson(),
      at: kit.text().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.version] })],
  );

  /** Versions that came about at one stroke: a new draft, an old version brought back, corrections put in. */
  const strokes = kit.table(
    'strokes',
    {
      articleId: ofArticle(),
      /** The version that it made. */
      version: kit.integer().notNull(),
      kind: kit.text().$type<StrokeKind>().notNull(),
      /** The name of the file that it came from; null where there was none. */
      origin: kit.text(),
      /** The version that was brought back, for `restored`. */
      restored: kit.integer(),
      by: ofPerson(),
      at: kit.text().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.version] })],
  );

  /** The anchors that a version placed otherwise than its steps map them, so that every reader can place them alike. */
  const placements = kit.table(
    'placements',
    {
      articleId: ofArticle(),
      version: kit.integer().notNull(),
      anchors: kit.json().$type<readonly Placement[]>().notNull(),
    },
    (table) => [kit.primaryKey({ columns: [table.articleId, table.version] })],
  );

  return { articles, docs, readers, guests, notices, looks, steps, strokes, placements };
}
export type ArticleTables = ReturnType<typeof articleTables>;
