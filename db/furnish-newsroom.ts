import { DEFAULT_SCALE, presetScales } from '@/core/claim/scale';
import { firstRules } from '@/core/newsroom/rules';
import type { Db } from './database';
import { newsroom, scales } from './schema/schema';

/** Gives a new store its newsroom, without a name until the first visit, and the preset scales; leaves a furnished one alone. */
export async function furnishNewsroom(db: Db): Promise<void> {
  const [present] = await db.select({ id: newsroom.id }).from(newsroom);
  if (present) return;
  await db.insert(scales).values(presetScales.map((scale) => ({ ...scale, createdAt: BEGINNING })));
  await db.insert(newsroom).values({ id: 1, name: '', rules: { defaultScale: DEFAULT_SCALE, ...firstRules } });
}

/** The presets were there before anything else, and a fresh store is the same wherever it is opened. */
const BEGINNING = '1970-01-01T00:00:00.000Z';
