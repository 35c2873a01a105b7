import { and, eq, sql } from 'drizzle-orm';
import { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { type Db, statement } from '@/db/database';
import { docs } from '@/db/schema/schema';

const selectDoc = statement((db) =>
  db
    .select({ doc: docs.doc })
    .from(docs)
    .where(and(eq(docs.articleId, sql.placeholder('id')), eq(docs.version, sql.placeholder('version'))))
    .prepare(),
);

/** The text of an article at a version that is kept. */
export async function docOf(db: Db, { id, version }: { id: string; version: number }): Promise<Node> {
  const key = `${version} ${id}`;
  let doc = db.docs.get(key);
  if (!doc) {
    const [row] = await selectDoc(db).execute({ id, version });
    if (!row) throw new Error(`Version ${version} of article ${id} is not kept.`);
    doc = Node.fromJSON(articleSchema, row.doc);
    db.docs.set(key, doc);
  }
  return doc;
}
