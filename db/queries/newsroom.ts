import type { Newsroom } from '@/core/newsroom/person';
import { firstRules } from '@/core/newsroom/rules';
import type { Db } from '@/db/database';
import { newsroom } from '@/db/schema/schema';
import type { Reader } from '@/db/store';

/** The newsroom that this store belongs to. Its name is empty until the first visit names it. */
export async function getNewsroom(store: Reader): Promise<Newsroom> {
  return newsroomRecord(store.read);
}

export async function newsroomRecord(db: Db): Promise<Newsroom> {
  const [row] = await db.select().from(newsroom);
  const { name, revision, rules } = row!;
  return { name, revision, rules: { ...firstRules, ...rules } };
}
