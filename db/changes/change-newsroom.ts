import { eq } from 'drizzle-orm';
import type { Newsroom, PatchNewsroom } from '@/core/newsroom/person';
import type { PatchRules, Rules } from '@/core/newsroom/rules';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { newsroomRecord } from '@/db/queries/newsroom';
import { newsroom } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { checkScale } from './create-article';
import { needRight } from './need-right';

/** Changes the newsroom's name and rules; rules that are not given stay. Throws `stale` and `scale-unknown`. */
export async function changeNewsroom(
  store: Store,
  call: Call,
  revision: number,
  patch: PatchNewsroom,
): Promise<Newsroom> {
  needRight(call, 'newsroom.change');
  return store.change(async (tx) => {
    const current = await newsroomRecord(tx);
    if (current.revision !== revision) throw new Problem('stale', {}, { current });
    const { name, rules } = patch;
    const changed = changedFields(current, { name, rules: rules && rulesWith(current.rules, rules) });
    if (!changed) return current;
    if (changed.after.rules) await checkScale(tx, changed.after.rules.defaultScale);
    await tx
      .update(newsroom)
      .set({ ...changed.after, revision: revision + 1 })
      .where(eq(newsroom.id, 1));
    await appendEvent(tx, call, { kind: 'newsroom.changed', ...changed });
    return newsroomRecord(tx);
  });
}

function rulesWith(rules: Rules, { approvers, ...patch }: PatchRules): Rules {
  return Object.assign({ ...rules }, patch, { approvers: Object.assign({ ...rules.approvers }, approvers) });
}
