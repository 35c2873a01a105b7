import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Placements } from '@/core/anchor/placement';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { placements, steps } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { docOf } from './doc';
import { openArticle } from './open-article';

/** An article's steps after a version, and the text that the very first of them starts from. */
export interface StepsAfter {
  /** The version that the last of them makes. */
  version: number;
  /** ProseMirror steps as JSON; the first makes version `since + 1`. */
  steps: unknown[];
  /** Whose each step is, by the id that the client gave itself. */
  clientIds: string[];
  /** Where versions among these placed anchors otherwise than their steps map them. */
  reanchored: Placements[];
  /** The text as it was imported, in ProseMirror JSON, where everything is asked for (`since` 0). */
  start?: unknown;
}

/** What a client at version `since` lacks. Throws `absent` where the article is not the caller's to open. */
export async function stepsAfter(store: Reader, call: Call, articleId: string, since: number): Promise<StepsAfter> {
  return store.see(async (db) => {
    const article = await openArticle(db, call, articleId);
    const lacking = await stepsBetween(db, article, since);
    if (since > 0) return lacking;
    return { ...lacking, start: (await docOf(db, { id: articleId, version: 0 })).toJSON() };
  });
}

const selectSteps = statement((db) =>
  db
    .select({ step: steps.step, clientId: steps.clientId })
    .from(steps)
    .where(within(steps))
    .orderBy(asc(steps.version))
    .prepare(),
);
const selectPlacements = statement((db) =>
  db
    .select({ version: placements.version, anchors: placements.anchors })
    .from(placements)
    .where(within(placements))
    .orderBy(asc(placements.version))
    .prepare(),
);

function within({ articleId, version }: typeof steps | typeof placements) {
  return and(
    eq(articleId, sql.placeholder('id')),
    gt(version, sql.placeholder('since')),
    lte(version, sql.placeholder('version')),
  );
}

/** The steps after `since` up to `version`; whether the article may be opened is asked before. */
export async function stepsBetween(
  db: Db,
  { id, version }: { id: string; version: number },
  since: number,
): Promise<StepsAfter> {
  const span = { id, since, version };
  const rows = await selectSteps(db).execute(span);
  const reanchored = await selectPlacements(db).execute(span);
  return {
    version,
    steps: rows.map(({ step }) => step),
    clientIds: rows.map(({ clientId }) => clientId),
    reanchored: reanchored.map(({ version, anchors }) => ({ version, anchors: [...anchors] })),
  };
}
