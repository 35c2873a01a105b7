import { and, desc, eq, exists, inArray, isNull, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Check } from '@/core/claim/check';
import { grouped } from '@/core/grouped';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { checks } from '@/db/schema/schema';
import { type Opened, openClaim } from './open-article';

type CheckRow = typeof checks.$inferSelect;

const selectNotGiven = statement((db) =>
  db
    .select({ claimId: checks.claimId })
    .from(checks)
    .where(and(eq(checks.checkerId, sql.placeholder('personId')), isNull(checks.givenAt), isNull(checks.withdrawnAt)))
    .prepare(),
);

/** The claims of whose first check the caller may see nothing (`isBlindTo`). */
export async function claimsUnseenBy(db: Db, call: Call): Promise<ReadonlySet<string>> {
  const rows = await selectNotGiven(db).execute({ personId: call.by.id });
  return new Set(rows.map(({ claimId }) => claimId));
}

/** The same as a condition on a claim's id. `personId` is an id, or a placeholder for one. */
export function isUnseen(db: Db, personId: string | Placeholder, claimId: SQLiteColumn): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(checks)
      .where(
        and(
          eq(checks.checkerId, sql`${personId}`),
          eq(checks.claimId, claimId),
          isNull(checks.givenAt),
          isNull(checks.withdrawnAt),
        ),
      ),
  );
}

/** The present check of each claim that has one, in full: the last that was asked for and not withdrawn. */
export async function checksByClaim(db: Db, claimIds: string[]): Promise<Map<string, Check>> {
  if (claimIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(checks)
    .where(and(inArray(checks.claimId, claimIds), isNull(checks.withdrawnAt)))
    .orderBy(checks.askedAt, checks.id);
  return new Map(rows.map((row) => [row.claimId, checkRecord(row)]));
}

/** The present check of one claim, in full; null where none was asked for. */
export async function checkOf(db: Db, claimId: string): Promise<Check | null> {
  const [row] = await db
    .select()
    .from(checks)
    .where(and(eq(checks.claimId, claimId), isNull(checks.withdrawnAt)))
    .orderBy(desc(checks.askedAt), desc(checks.id))
    .limit(1);
  return row ? checkRecord(row) : null;
}

/** The checks before the present one, of each claim: all settled, oldest first. */
export async function formerChecks(db: Db, claimIds: string[]): Promise<Check[]> {
  if (claimIds.length === 0) return [];
  const rows = await db
    .select()
    .from(checks)
    .where(and(inArray(checks.claimId, claimIds), isNull(checks.withdrawnAt)))
    .orderBy(checks.askedAt, checks.id);
  return [...grouped(rows, ({ claimId }) => claimId).values()].flatMap((each) => each.slice(0, -1)).map(checkRecord);
}

/**
 * The claim and its article, for a change of more than its places: throws `check-blind` where the caller has yet to judge it
 * blind, since even a refusal would tell what the first check says. Else as `openClaim`.
 */
export async function openToChange(db: Db, call: Call, id: string, options?: { deleted?: boolean }): Promise<Opened> {
  const opened = await openClaim(db, call, id, options);
  if ((await claimsUnseenBy(db, call)).has(id)) throw new Problem('check-blind');
  return opened;
}

function checkRecord({ withdrawnAt: _, ...check }: CheckRow): Check {
  return check;
}
