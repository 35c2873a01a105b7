import { and, eq } from 'drizzle-orm';
import { may, mayOpen } from '@/core/newsroom/rights';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Db } from '@/db/database';
import { type ArticleRow, accessOf } from '@/db/records/article';
import { people } from '@/db/schema/schema';
import { readersOf } from './open-article';

/** The people at work who read and write comments on an article: they can be named in one, and asked. Guests are not among them. */
export async function peopleWhoMayWrite(
  db: Db,
  article: ArticleRow,
): Promise<{ id: string; name: string; role: Role }[]> {
  const access = accessOf(article, article.restricted ? await readersOf(db, article.id) : []);
  const rows = await db
    .select({ id: people.id, name: people.name, role: people.role })
    .from(people)
    .where(and(eq(people.active, true), eq(people.guest, false)));
  return rows.filter(
    ({ id, role }) => may(role, 'comment.add') && mayOpen(id, { createdBy: article.createdBy, access }),
  );
}
