import type { Newsroom } from '../../core/newsroom/person';
import type { Kit } from './kit';

/** One row, `id` 1: the newsroom that this store belongs to. Its name is empty until the first visit names it. */
export function newsroomTables(kit: Kit) {
  const newsroom = kit.table('newsroom', {
    id: kit.integer().primaryKey(),
    revision: kit.integer().notNull().default(1),
    name: kit.text().notNull(),
    rules: kit.json().$type<Newsroom['rules']>().notNull(),
  });
  return { newsroom };
}
