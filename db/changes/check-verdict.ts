import { eq, sql } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { type Db, statement } from '@/db/database';
import { scales } from '@/db/schema/schema';

const selectVerdicts = statement((db) =>
  db
    .select({ verdicts: scales.verdicts })
    .from(scales)
    .where(eq(scales.id, sql.placeholder('id')))
    .prepare(),
);

/** Whether a scale has this verdict. */
export async function hasVerdict(tx: Db, scaleId: string, verdict: string): Promise<boolean> {
  const [scale] = await selectVerdicts(tx).execute({ id: scaleId });
  return scale?.verdicts.some(({ key }) => key === verdict) ?? false;
}

/** Throws `verdict-unknown` unless the scale has the verdict; none is always right. */
export async function checkVerdict(tx: Db, scaleId: string, verdict: string | null | undefined): Promise<void> {
  if (verdict === null || verdict === undefined) return;
  if (!(await hasVerdict(tx, scaleId, verdict))) throw new Problem('verdict-unknown', { verdict });
}
