import { isNotNull, isNull } from 'drizzle-orm';
import type { SourceDetails } from '../../core/source/details';
import type { FileOrigin, LinkState, SourceKind, Stance, Standing, Tier } from '../../core/source/vocabulary';
import type { ClaimTables } from './claims';
import type { Kit } from './kit';
import type { PeopleTables } from './people';

/** The ids of what was a double's; `doubles` had been merged into it before. */
export interface Moved {
  readonly citations: readonly string[];
  readonly files: readonly string[];
  readonly contacts: readonly string[];
  readonly doubles: readonly string[];
}

/** What claims stand on. A source belongs to the newsroom; a citation ties one to a claim. */
export function sourceTables(kit: Kit, { people, claims }: PeopleTables & ClaimTables) {
  const sources = kit.table(
    'sources',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      kind: kit.text().$type<SourceKind>().notNull(),
      tier: kit.text().$type<Tier>(),
      title: kit.text().notNull(),
      url: kit.text(),
      /** `url`, normalised: two sources with the same one are the same page. */
      address: kit.text(),
      publisher: kit.text(),
      author: kit.text(),
      publishedAt: kit.text(),
      accessedAt: kit.text(),
      archivedUrl: kit.text(),
      confidential: kit.boolean().notNull().default(false),
      note: kit.text(),
      /** What only its kind has: whom, in which role, by which channel for an interview; the minute of a broadcast. */
      details: kit.json().$type<SourceDetails | null>(),
      /** Whether it still carries what stands on it; why, who said so and when. */
      standing: kit.text().$type<Standing>().notNull().default('sound'),
      standingReason: kit.text(),
      standingBy: kit.text().references(() => people.id),
      standingAt: kit.text(),
      /** What became of its address when it was last asked for, by HTTP status, and when; null where nobody asked. */
      link: kit.text().$type<LinkState>(),
      linkStatus: kit.integer(),
      linkAt: kit.text(),
      /** The source that this one was merged into: a double, kept for the record. */
      mergedInto: kit.text(),
      /** What `?q=` looks in: title, publisher, author and address, folded. */
      finding: kit.text().notNull(),
      createdBy: kit
        .text()
        .notNull()
        .references(() => people.id),
      createdAt: kit.text().notNull(),
      updatedAt: kit.text().notNull(),
      deletedAt: kit.text(),
    },
    (table) => [
      kit.index('sources_by_address').on(table.address),
      kit.index('sources_by_activity').on(table.updatedAt, table.id),
    ],
  );
  const ofSource = () =>
    kit
      .text()
      .notNull()
      .references(() => sources.id);

  const citations = kit.table(
    'citations',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      claimId: kit
        .text()
        .notNull()
        .references(() => claims.id),
      sourceId: ofSource(),
      stance: kit.text().$type<Stance>().notNull(),
      quote: kit.text(),
      locator: kit.text(),
      note: kit.text(),
      /** When it was consulted; null while nobody has: a source that the writer named. */
      accessedAt: kit.text(),
      createdBy: kit
        .text()
        .notNull()
        .references(() => people.id),
      createdAt: kit.text().notNull(),
      deletedAt: kit.text(),
    },
    (table) => [
      kit.index('citations_of_claim').on(table.claimId).where(isNull(table.deletedAt)),
      kit.index('citations_of_source').on(table.sourceId).where(isNull(table.deletedAt)),
    ],
  );

  /** Evidence copies: the bytes are files in the data folder, named by their SHA-256. */
  const sourceFiles = kit.table(
    'source_files',
    {
      id: kit.text().primaryKey(),
      sourceId: ofSource(),
      name: kit.text().notNull(),
      type: kit.text().notNull(),
      bytes: kit.integer().notNull(),
      sha256: kit.text().notNull(),
      /** The citation that it was dropped on; null where it is the source's as a whole. */
      citationId: kit.text(),
      /** Put there by a person, or a copy of the page that the server fetched: from where, when, and the hash of its words. */
      origin: kit.text().$type<FileOrigin>().notNull().default('upload'),
      url: kit.text(),
      fetchedAt: kit.text(),
      textSha256: kit.text(),
      deletedAt: kit.text(),
      createdBy: kit
        .text()
        .notNull()
        .references(() => people.id),
      createdAt: kit.text().notNull(),
    },
    (table) => [kit.index('files_of_source').on(table.sourceId)],
  );

  /** Who was reached or not, when and how: the log behind an interview. */
  const contacts = kit.table(
    'contacts',
    {
      id: kit.text().primaryKey(),
      revision: kit.integer().notNull().default(1),
      sourceId: ofSource(),
      channel: kit.text().notNull(),
      who: kit.text().notNull(),
      at: kit.text().notNull(),
      outcome: kit.text().notNull(),
      note: kit.text(),
      nextTry: kit.text(),
      by: kit
        .text()
        .notNull()
        .references(() => people.id),
    },
    (table) => [
      kit.index('contacts_of_source').on(table.sourceId),
      kit.index('contacts_to_try').on(table.nextTry).where(isNotNull(table.nextTry)),
    ],
  );

  /**
   * What a merge moved, for as long as it can be taken back: ids of what was the double's, and the fields of both as they were. There
   * is none where claims were sent back by it: what they had is not to be had back.
   */
  const merges = kit.table('merges', {
    doubleId: kit
      .text()
      .primaryKey()
      .references(() => sources.id),
    into: ofSource(),
    /** The event that tells it. */
    eventId: kit.integer().notNull(),
    moved: kit.json().$type<Moved>().notNull(),
    before: kit.json().$type<Record<string, unknown>>().notNull(),
    confidential: kit.boolean().notNull(),
  });

  return { sources, citations, sourceFiles, contacts, merges };
}
