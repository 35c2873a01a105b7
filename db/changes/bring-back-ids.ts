import { isDeepStrictEqual } from 'node:util';
import { inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Report } from '@/core/report/report';
import { idsOfParts } from '@/core/report/with-new-ids';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { sourcesById } from '@/db/queries/source-records';
import {
  anchors,
  articles,
  checks,
  citations,
  claims,
  comments,
  contacts,
  creations,
  notices,
  sources,
} from '@/db/schema/schema';

/** Which ids of a file become which here (those that stay are not in it), and which of its sources, by their ids here, are here already. */
export interface IdsHere {
  readonly ids: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
}

/**
 * Finds an id here for everything in a file. The article and its parts travel together: if any of their ids is taken, by whatever
 * and whoever may see it, all of them get new ones, which sort as the old ones did. A source with its contacts gets new ids where
 * one of its own is taken, unless the one that has it is the same in every field: then it is that source. `chosen` is the article's
 * id in any case.
 */
export async function idsFor(tx: Db, call: Call, report: Report, chosen?: string): Promise<IdsHere> {
  const ids = new Map<string, string>();
  const parts = [...idsOfParts(report)].filter((id) => chosen === undefined || id !== report.article.id);
  if ((await takenIds(tx, parts)).size > 0) giveNewIds(call, parts, ids);
  if (chosen !== undefined && chosen !== report.article.id) ids.set(report.article.id, chosen);

  const told = [...report.sources, ...(report.archive?.sources ?? [])];
  const taken = await takenIds(tx, told.flatMap(idsOfSource));
  // Whatever the caller's role, so that what they may not see is not told from what is not there.
  const all: Call = { ...call, by: { ...call.by, role: 'admin' } };
  const here = await sourcesById(tx, all, [...taken]);
  const known = new Set<string>();
  for (const source of told) {
    if (isSame(source, here.get(source.id))) known.add(source.id);
    else if (idsOfSource(source).some((id) => taken.has(id))) giveNewIds(call, idsOfSource(source), ids);
  }
  return { ids, known };
}

function idsOfSource({ id, contacts }: Source): string[] {
  return [id, ...contacts.map((contact) => contact.id)];
}

/** Evidence copies do not travel in the file, and say nothing about whether two sources are one. */
function isSame(source: Source, here: Source | undefined): boolean {
  return here !== undefined && isDeepStrictEqual({ ...source, files: [] }, { ...here, files: [] });
}

/** In the order of the old ids, since that is the order of what was made in one moment. */
function giveNewIds(call: Call, old: readonly string[], ids: Map<string, string>): void {
  const fresh = old.map(() => call.newId()).sort();
  [...old].sort().forEach((id, at) => {
    ids.set(id, fresh[at]!);
  });
}

const holders: (SQLiteTable & { id: SQLiteColumn })[] = [
  articles,
  claims,
  anchors,
  citations,
  checks,
  comments,
  notices,
  sources,
  contacts,
  creations,
];

/** So many ids are asked for in one statement. */
const ASKED_AT_ONCE = 500;

/** The ids among these that something has here, be it deleted. */
async function takenIds(tx: Db, ids: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const some = ids.slice(at, at + ASKED_AT_ONCE);
    for (const table of holders) {
      const rows = await tx.select({ id: table.id }).from(table).where(inArray(table.id, some));
      for (const { id } of rows) taken.add(id as string);
    }
  }
  return taken;
}
