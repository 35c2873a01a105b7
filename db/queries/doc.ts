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

/** The text of an article at a version: the last that is at hand or kept whole before it, with the steps since. */
export async function docOf(db: Db, { id, version }: { id: string; version: number }): Promise<Node> {
  const known = db.docs.get(docKey(id, version));
  if (known) return known;
  const { doc: base, version: since } = nearest(db, id, version) ?? (await keptBefore(db, id, version));
  let doc = base;
  for (const { step } of await selectSteps(db).execute({ id, after: since, version })) {
    const { doc: next } = Step.fromJSON(articleSchema, step).apply(doc);
    if (!next) throw new Error(`A step of article ${id} does not apply.`);
    doc = next;
  }
  db.docs.set(docKey(id, version), doc);
  return doc;
}

/** So many versions back a parsed text is looked for: whoever listens to edits asks for each soon after the one before. */
const LOOKED_BACK = 64;

function nearest(db: Db, id: string, version: number): { doc: Node; version: number } | null {
  for (let back = 1; back <= LOOKED_BACK && back <= version; back++) {
    const doc = db.docs.get(docKey(id, version - back));
    if (doc) return { doc, version: version - back };
  }
  return null;
}

async function keptBefore(db: Db, id: string, version: number): Promise<{ doc: Node; version: number }> {
  const [kept] = await selectKept(db).execute({ id, version });
  if (!kept) throw new Error(`Article ${id} has no version ${version}.`);
  return { doc: Node.fromJSON(articleSchema, kept.doc), version: kept.version };
}

/**
 * The server's pages and routes are bundled apart, each with its own copy of the schema, and nodes of two schemas do not fit
 * together: each copy of this module remembers its own parsed texts.
 */
const copy = Math.random().toString(36).slice(2);

/** Under which name the parsed text of a version is remembered. */
export function docKey(id: string, version: number): string {
  return `${copy} ${version} ${id}`;
}
