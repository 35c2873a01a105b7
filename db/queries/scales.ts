import { and, eq, isNotNull, isNull, not } from 'drizzle-orm';
import { type PlainScale, presetScales, type Scale } from '@/core/claim/scale';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { plainScale, scaleRecord } from '@/db/records/scale';
import { articles, claims, scales } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { isUnseen } from './checks';

/** The newsroom's scales: the presets in their own order, then the others by name. */
export async function plainScales(store: Reader): Promise<PlainScale[]> {
  return (await inOrder(store)).map(plainScale);
}

/**
 * The same, each with the verdicts that claims have. That a claim which the caller has yet to judge blind uses a verdict is not
 * told.
 */
export async function listScales(store: Reader, call: Call): Promise<Scale[]> {
  const rows = await inOrder(store);
  const used = await verdictsInUse(store.read, { call });
  return rows.map((row) => scaleRecord(row, used.get(row.id) ?? new Set()));
}

async function inOrder(store: Reader): Promise<(typeof scales.$inferSelect)[]> {
  const rows = await store.read.select().from(scales).where(isNull(scales.deletedAt));
  const rank = (id: string) => presetScales.findIndex((preset) => preset.id === id) >>> 0;
  return rows.sort((a, b) => rank(a.id) - rank(b.id) || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
}

export async function getScale(store: Reader, id: string): Promise<Scale> {
  return oneScaleRecord(store.read, await openScale(store.read, id));
}

/** The row of a scale that is not deleted, else `absent`. */
export async function openScale(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(scales)
    .where(and(eq(scales.id, id), isNull(scales.deletedAt)));
  if (!row) throw new Problem('absent');
  return row;
}

export async function oneScaleRecord(db: Db, row: typeof scales.$inferSelect): Promise<Scale> {
  return scaleRecord(row, (await verdictsInUse(db, { scaleId: row.id })).get(row.id) ?? new Set());
}

/**
 * The verdicts that claims have, by scale. Claims of articles in the bin count, since an article comes back whole; deleted
 * claims do not. With `call`, only those of claims that it may see judged.
 */
export async function verdictsInUse(
  db: Db,
  { scaleId, call }: { scaleId?: string; call?: Call },
): Promise<Map<string, Set<string>>> {
  const rows = await db
    .selectDistinct({ scale: articles.scale, verdict: claims.verdict })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(
      and(
        isNull(claims.deletedAt),
        isNotNull(claims.verdict),
        scaleId === undefined ? undefined : eq(articles.scale, scaleId),
        call && not(isUnseen(db, call.by.id, claims.id)),
      ),
    );
  const used = new Map<string, Set<string>>();
  for (const { scale, verdict } of rows) used.set(scale, (used.get(scale) ?? new Set()).add(verdict!));
  return used;
}
