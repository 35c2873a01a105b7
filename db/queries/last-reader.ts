import { and, eq, exists, ne, not, or, sql } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { articles, people, readers } from '@/db/schema/schema';
import type { Reader } from '@/db/store';

/** The restricted articles, those in the bin too, that this person may open and nobody else who still belongs to the newsroom. */
export async function lastReaderOf(db: Db, personId: string): Promise<ArticleRow[]> {
  const reads = (person: typeof people.id | string) =>
    or(
      eq(articles.createdBy, person),
      exists(
        db
          .select({ one: sql`1` })
          .from(readers)
          .where(and(eq(readers.articleId, articles.id), eq(readers.personId, person))),
      ),
    );
  const others = db
    .select({ one: sql`1` })
    .from(people)
    .where(and(eq(people.active, true), eq(people.guest, false), ne(people.id, personId), reads(people.id)));
  return db
    .select()
    .from(articles)
    .where(and(eq(articles.restricted, true), reads(personId), not(exists(others))))
    .orderBy(articles.id);
}

/** What closing somebody's account would leave to nobody: how many articles, and not which. Throws `absent`. */
export async function leftBy(store: Reader, _call: Call, personId: string): Promise<{ articles: number }> {
  const [person] = await store.read
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.guest, false)));
  if (!person) throw new Problem('absent');
  return { articles: (await lastReaderOf(store.read, personId)).length };
}
