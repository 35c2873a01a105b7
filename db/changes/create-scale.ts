import type { CreateScale, Scale } from '@/core/claim/scale';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneScaleRecord, openScale } from '@/db/queries/scales';
import { scales } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';

/** Makes a scale. Throws `id-taken`. */
export async function createScale(
  store: Store,
  call: Call,
  body: CreateScale,
): Promise<{ record: Scale; created: boolean }> {
  needRight(call, 'scale.change');
  return store.change(async (tx) => {
    const { id, repeated } = await takeId(tx, call, 'scale', body.id, body);
    if (repeated) return answerAgain(async () => oneScaleRecord(tx, await openScale(tx, id)));
    const { name, verdicts } = body;
    const [row] = await tx.insert(scales).values({ id, name, verdicts, createdAt: call.at }).returning();
    await appendEvent(tx, call, { kind: 'scale.created', after: { scaleId: id, name, verdicts } });
    return { record: await oneScaleRecord(tx, row!), created: true };
  });
}
