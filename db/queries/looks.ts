import { eq } from 'drizzle-orm';
import type { Db } from '@/db/database';
import { looks } from '@/db/schema/schema';

/** The fingerprints of the sentences of an article that somebody found nothing to check in. Whether it may be opened is asked before. */
export async function looksOf(db: Db, articleId: string): Promise<Set<string>> {
  const rows = await db.select({ sentence: looks.sentence }).from(looks).where(eq(looks.articleId, articleId));
  return new Set(rows.map(({ sentence }) => sentence));
}
