import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import type { Noun } from '@/db/schema/creations';
import {
  articles,
  checks,
  citations,
  claims,
  comments,
  contacts,
  creations,
  notices,
  scales,
  sourceFiles,
  sources,
} from '@/db/schema/schema';

const insertCreation = statement((db) =>
  db
    .insert(creations)
    .values({
      id: sql.placeholder('id'),
      noun: sql.placeholder('noun'),
      bodyHash: sql.placeholder('bodyHash'),
      by: sql.placeholder('by'),
    })
    .onConflictDoNothing()
    .returning({ id: creations.id })
    .prepare(),
);
const selectId = (table: SQLiteTable & { id: SQLiteColumn }) =>
  statement((db) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.id, sql.placeholder('id')))
      .prepare(),
  );
const present = {
  article: selectId(articles),
  claim: selectId(claims),
  citation: selectId(citations),
  comment: selectId(comments),
  notice: selectId(notices),
  check: selectId(checks),
  source: selectId(sources),
  file: selectId(sourceFiles),
  contact: selectId(contacts),
  scale: selectId(scales),
} satisfies Record<Noun, unknown>;

/**
 * The id of a record to be made: the one that the caller chose, or a new one. `repeated` when the same create, with the same
 * body, was made under this id before: then that record is the answer, and nothing is to be made. An id that is taken by
 * anything else is `id-taken`.
 *
 * `body` is all that says what is made, with the record that it is made in.
 */
export async function takeId(
  tx: Db,
  call: Call,
  noun: Noun,
  chosen: string | undefined,
  body: unknown,
): Promise<{ id: string; repeated: boolean }> {
  if (chosen === undefined) return { id: call.newId(), repeated: false };
  const creation = { id: chosen, noun, bodyHash: hashOf(body), by: call.by.id };
  const [fresh] = await insertCreation(tx).execute(creation);
  if (!fresh) {
    const [before] = await tx.select().from(creations).where(eq(creations.id, chosen));
    if (before?.noun !== noun || before.bodyHash !== creation.bodyHash) throw new Problem('id-taken');
    return { id: chosen, repeated: true };
  }
  // Records whose ids the store chose have no creation.
  const [other] = await present[noun](tx).execute({ id: chosen });
  if (other) throw new Problem('id-taken');
  return { id: chosen, repeated: false };
}

/** The record that a repeated create answers with. One that the caller may not see is not told from any other taken id. */
export async function answerAgain<T>(read: () => Promise<T>): Promise<{ record: T; created: false }> {
  try {
    return { record: await read(), created: false };
  } catch (error) {
    if (error instanceof Problem && error.code === 'absent') throw new Problem('id-taken');
    throw error;
  }
}

/** The same for the same JSON, in whatever order its fields come. */
function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body, inOrder)).digest('base64url');
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
