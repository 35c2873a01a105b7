import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { articleSchema } from '@/core/article/schema';
import { type Db, statement } from '@/db/database';
import { docs, steps } from '@/db/schema/schema';

const selectKept = statement((db) =>
  db
    .select({ version: docs.version, doc: docs.doc })
    .from(docs)
    .where(and(eq(docs.articleId, sql.placeholder('id')), lte(docs.version, sql.placeholder('version'))))
    .orderBy(desc(docs.version))
    .limit(1)
    .prepare(),
);
const selectSteps = statement((db) =>
  db
    .select({ step: steps.step })
    .from(steps)
    .where(
      and(
        eq(steps.articleId, sql.placeholder('id')),
        gt(steps.version, sql.placeholder('after')),
        lte(steps.version, sql.placeholder('version')),
      ),
    )
    .orderBy(asc(steps.version))
    .prepare(),
);

/** The text of an article at a version: one that is kept whole, or the last such before it with the steps since. */
export async function docOf(db: Db, { id, version }: { id: string; version: number }): Promise<Node> {
  const key = docKey(id, version);
  let doc = db.docs.get(key);
  if (!doc) {
    const [kept] = await selectKept(db).execute({ id, version });
    if (!kept) throw new Error(`Article ${id} has no version ${version}.`);
    doc = Node.fromJSON(articleSchema, kept.doc);
    for (const { step } of await selectSteps(db).execute({ id, after: kept.version, version })) {
      const { doc: next } = Step.fromJSON(articleSchema, step).apply(doc);
      if (!next) throw new Error(`A step of article ${id} does not apply.`);
      doc = next;
    }
    db.docs.set(key, doc);
  }
  return doc;
}

/** Under which name the parsed text of a version is remembered. */
export function docKey(id: string, version: number): string {
  return `${version} ${id}`;
}
