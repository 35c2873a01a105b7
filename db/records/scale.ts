import type { Scale } from '@/core/claim/scale';
import type { scales } from '@/db/schema/schema';

/** A scale; `inUse` are the keys that some claim has as its verdict, in the scale's order. */
export function scaleRecord(row: typeof scales.$inferSelect, used: ReadonlySet<string>): Scale {
  const { id, name, revision, verdicts } = row;
  return { id, name, revision, verdicts, inUse: verdicts.map(({ key }) => key).filter((key) => used.has(key)) };
}
