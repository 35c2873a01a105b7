import { eq, sql } from 'drizzle-orm';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { articles } from '@/db/schema/schema';

const updateActivity = statement((db) =>
  db
    .update(articles)
    .set({ updatedAt: sql`${sql.placeholder('at')}` })
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare(),
);

/** Marks activity in an article. Its revision stays: what is in an article changes without changing its own fields. */
export async function touchArticle(tx: Db, call: Call, id: string): Promise<void> {
  await updateActivity(tx).execute({ id, at: call.at });
}
