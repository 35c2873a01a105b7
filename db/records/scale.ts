import type { PlainScale, Scale } from '@/core/claim/scale';
import type { scales } from '@/db/schema/schema';

export function plainScale({ id, name, revision, verdicts }: typeof scales.$inferSelect): PlainScale {
  return { id, name, revision, verdicts };
}

/** A scale; `inUse` are the keys that some claim has as its verdict, in the scale's order. */
export function scaleRecord(row: typeof scales.$inferSelect, used: ReadonlySet<string>): Scale {
  return { ...plainScale(row), inUse: row.verdicts.map(({ key }) => key).filter((key) => used.has(key)) };
}
