import type { Verdict } from '../../core/claim/scale';
import type { Kit } from './kit';

/** The newsroom's rating scales; the verdicts travel whole, as JSON. */
export function scaleTables(kit: Kit) {
  const scales = kit.table('scales', {
    id: kit.text().primaryKey(),
    revision: kit.integer().notNull().default(1),
    name: kit.text().notNull(),
    verdicts: kit.json().$type<Verdict[]>().notNull(),
    createdAt: kit.text().notNull(),
    deletedAt: kit.text(),
  });
  return { scales };
}
export type ScaleTables = ReturnType<typeof scaleTables>;
