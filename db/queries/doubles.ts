import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { likeness, titleWords } from '@/core/source/doubles';
import type { LikelyDouble } from '@/core/source/source';
import type { Call } from '@/db/call';
import { sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { finds } from './finding';
import { knownTo } from './known-sources';
import { sourceRecords } from './source-records';
import { openSource } from './sources';

/** How many of the longest words of a title are looked for, one at a time: nearly the same title has one of them. */
const LOOKED_FOR = 3;
/** The most sources that are compared, and that are offered. */
const COMPARED = 500;
const OFFERED = 5;

/** Sources that may be the same as this one, of those that the caller may know: of the same address, then of nearly the same title. */
export async function likelyDoubles(store: Reader, call: Call, id: string): Promise<LikelyDouble[]> {
  const db = store.read;
  const source = await openSource(db, call, id);
  const telling = titleWords(source.title)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, LOOKED_FOR);
  const rows = await db
    .select()
    .from(sources)
    .where(
      and(
        ne(sources.id, id),
        isNull(sources.deletedAt),
        knownTo(db, call),
        or(
          source.address === null ? undefined : eq(sources.address, source.address),
          ...telling.map((word) => finds(sources.finding, word)),
        ),
      ),
    )
    .orderBy(sources.createdAt, sources.id)
    .limit(COMPARED);
  const alike = rows.flatMap((row) => {
    const by = likeness(source, row);
    return by ? [{ row, by }] : [];
  });
  const likeliest = alike.toSorted((a, b) => (a.by === b.by ? 0 : a.by === 'address' ? -1 : 1)).slice(0, OFFERED);
  const records = await sourceRecords(
    db,
    call,
    likeliest.map(({ row }) => row),
  );
  return likeliest.map(({ row, by }) => ({ source: records.get(row.id)!, by }));
}
