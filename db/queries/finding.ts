import { and, type Column, type SQL, sql } from 'drizzle-orm';
import { fold } from '@/db/fold';

/** The condition that a folded column holds every word of what is looked for; none when there is nothing to look for. */
export function finds(column: Column, wanted: string): SQL | undefined {
  const words = fold(wanted).split(' ').filter(Boolean);
  return and(...words.map((word) => sql`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`));
}
