import type { Role } from '../../core/newsroom/person';
import type { Kit } from './kit';

/**
 * Who works here, and how they come in. `people` is better-auth's `user`, `sessions`, `accounts` and `verifications` are its own
 * tables with its columns (version 1.7); people are never deleted, only made inactive, since every event names its author.
 */
export function peopleTables(kit: Kit) {
  const people = kit.table('people', {
    id: kit.text().primaryKey(),
    revision: kit.integer().notNull().default(1),
    name: kit.text().notNull(),
    email: kit.text().notNull().unique(),
    emailVerified: kit.boolean().notNull().default(false),
    image: kit.text(),
    role: kit.text().$type<Role>().notNull().default('viewer'),
    active: kit.boolean().notNull().default(true),
    /** A guest has no account: a row that names the writer whom a link let in. */
    guest: kit.boolean().notNull().default(false),
    twoFactorEnabled: kit.boolean().notNull().default(false),
    /** Whether unread news go out to the address, where mail is set up. */
    digest: kit.boolean().notNull().default(true),
    createdAt: kit.moment().notNull(),
    updatedAt: kit.moment().notNull(),
  });

  const sessions = kit.table(
    'sessions',
    {
      id: kit.text().primaryKey(),
      token: kit.text().notNull().unique(),
      userId: kit
        .text()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      expiresAt: kit.moment().notNull(),
      ipAddress: kit.text(),
      userAgent: kit.text(),
      createdAt: kit.moment().notNull(),
      updatedAt: kit.moment().notNull(),
    },
    (table) => [kit.index('sessions_of_person').on(table.userId)],
  );

  const accounts = kit.table(
    'accounts',
    {
      id: kit.text().primaryKey(),
      accountId: kit.text().notNull(),
      providerId: kit.text().notNull(),
      userId: kit
        .text()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      accessToken: kit.text(),
      refreshToken: kit.text(),
      idToken: kit.text(),
      accessTokenExpiresAt: kit.moment(),
      refreshTokenExpiresAt: kit.moment(),
      scope: kit.text(),
      password: kit.text(),
      createdAt: kit.moment().notNull(),
      updatedAt: kit.moment().notNull(),
    },
    (table) => [
      kit.index('accounts_of_person').on(table.userId),
      kit.index('accounts_by_provider').on(table.providerId, table.accountId),
    ],
  );

  const verifications = kit.table(
    'verifications',
    {
      id: kit.text().primaryKey(),
      identifier: kit.text().notNull(),
      value: kit.text().notNull(),
      expiresAt: kit.moment().notNull(),
      createdAt: kit.moment().notNull(),
      updatedAt: kit.moment().notNull(),
    },
    (table) => [kit.index('verifications_by_identifier').on(table.identifier)],
  );

  /** better-auth's own but for one column: a person's secret for one-time codes (TOTP, RFC 6238) and the codes for when the device is lost. */
  const twoFactors = kit.table(
    'two_factors',
    {
      id: kit.text().primaryKey(),
      secret: kit.text().notNull(),
      backupCodes: kit.text().notNull(),
      userId: kit
        .text()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      verified: kit.boolean().default(true),
      failedVerificationCount: kit.integer().default(0),
      lockedUntil: kit.moment(),
      /** Ours: the half minute (RFC 6238's time step) of the last code that was taken. It and those before are used up. */
      usedStep: kit.integer(),
    },
    (table) => [kit.index('two_factors_of_person').on(table.userId)],
  );

  /** An invitation is used once; its token is kept as a SHA-256 only. */
  const invitations = kit.table('invitations', {
    id: kit.text().primaryKey(),
    role: kit.text().$type<Role>().notNull(),
    email: kit.text(),
    tokenHash: kit.text().notNull().unique(),
    createdBy: kit
      .text()
      .notNull()
      .references(() => people.id),
    createdAt: kit.text().notNull(),
    expiresAt: kit.text().notNull(),
    usedBy: kit.text().references(() => people.id),
    usedAt: kit.text(),
    withdrawnAt: kit.text(),
  });

  /** What a program signs in with; kept as a SHA-256 only, with its owner's rights. */
  const tokens = kit.table(
    'tokens',
    {
      id: kit.text().primaryKey(),
      personId: kit
        .text()
        .notNull()
        .references(() => people.id),
      name: kit.text().notNull(),
      tokenHash: kit.text().notNull().unique(),
      createdAt: kit.text().notNull(),
      expiresAt: kit.text(),
      revokedAt: kit.text(),
    },
    (table) => [kit.index('tokens_of_person').on(table.personId)],
  );

  return { people, sessions, accounts, verifications, twoFactors, invitations, tokens };
}
export type PeopleTables = ReturnType<typeof peopleTables>;
