import { eq, max, sql } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { Placement } from '@/core/anchor/placement';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { insertion } from '@/db/insertion';
import { docKey } from '@/db/queries/doc';
import type { ArticleRow } from '@/db/records/article';
import { articles, docs, placements, steps, strokes } from '@/db/schema/schema';
import { followAnchors } from './follow-anchors';
import type { Writing } from './writing';

/** What came of it. */
export interface Written {
  readonly article: ArticleRow;
  /** Where the steps alone do not say where an anchor stands now. */
  readonly placements: Placement[];
}

/** So many steps are applied, at most, to make a version out of one that is kept whole: some milliseconds. */
const KEPT_EVERY = 200;

const insertStep = insertion(steps);
const selectLastKept = statement((db) =>
  db
    .select({ version: max(docs.version) })
    .from(docs)
    .where(eq(docs.articleId, sql.placeholder('id')))
    .prepare(),
);

/**
 * Writes a change of the text: its steps, the anchors where they stand now, the claims whose words changed and the events of all
 * this, in the transaction at hand. Rights, the version and whether the steps apply are the caller's to check.
 */
export async function writeText(tx: Db, call: Call, writing: Writing): Promise<Written> {
  const { article, after, clientId, stroke } = writing;
  const version = article.version + writing.steps.length;
  for (const [at, step] of writing.steps.entries()) {
    const row = { articleId: article.id, version: article.version + at + 1, step: step.toJSON(), clientId };
    await insertStep(tx, { ...row, by: call.by.id, at: call.at });
  }
  await keepDoc(tx, article.id, version, after, stroke !== undefined);
  if (stroke) {
    const { kind, origin = null, restored = null } = stroke;
    await tx
      .insert(strokes)
      .values({ articleId: article.id, version, kind, origin, restored, by: call.by.id, at: call.at });
  }
  const [row] = await tx
    .update(articles)
    .set({ version, updatedAt: call.at })
    .where(eq(articles.id, article.id))
    .returning();
  await appendEvent(tx, call, {
    kind: 'article.edited',
    articleId: article.id,
    before: { version: article.version },
    after: { version, ...(stroke && { stroke: stroke.kind }) },
  });
  const placed = await followAnchors(tx, call, writing);
  if (placed.length > 0) await tx.insert(placements).values({ articleId: article.id, version, anchors: placed });
  tx.docs.set(docKey(article.id, version), after);
  return { article: row!, placements: placed };
}

async function keepDoc(tx: Db, articleId: string, version: number, doc: Node, whole: boolean): Promise<void> {
  if (!whole) {
    const [kept] = await selectLastKept(tx).execute({ id: articleId });
    if (version - (kept?.version ?? 0) < KEPT_EVERY) return;
  }
  await tx.insert(docs).values({ articleId, version, doc: doc.toJSON() });
}
