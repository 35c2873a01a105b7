import { and, eq, inArray } from 'drizzle-orm';
import type { Access } from '@/core/article/article';
import type { Event } from '@/core/event/event';
import { mayAssign, mayHold, mayOpen } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { readersOf } from '@/db/queries/open-article';
import { type ArticleRow, accessOf } from '@/db/records/article';
import { people } from '@/db/schema/schema';
import { notify } from './notify';

/**
 * Refuses work to whom it cannot be given. Throws `person-unknown` where there is no such person, `person-not-checking` for who
 * has left or does not check, `person-outside` for who may not open the article: somebody lets them in first, knowingly.
 */
export async function checkWorkers(
  tx: Db,
  article: Pick<ArticleRow, 'id' | 'createdBy' | 'restricted'>,
  ids: readonly (string | null | undefined)[],
  access?: Access,
): Promise<void> {
  const named = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (named.length === 0) return;
  const found = await tx
    .select({ id: people.id, name: people.name, role: people.role, active: people.active })
    .from(people)
    .where(and(inArray(people.id, named), eq(people.guest, false)));
  if (found.length < named.length) throw new Problem('person-unknown');
  const idle = found.find((person) => !mayHold(person));
  if (idle) throw new Problem('person-not-checking', { person: idle.name });
  const open = access ?? accessOf(article, article.restricted ? await readersOf(tx, article.id) : []);
  const outside = found.find(({ id }) => !mayOpen(id, { createdBy: article.createdBy, access: open }));
  if (outside) throw new Problem('person-outside', { person: outside.name });
}

/**
 * Whether the caller may give a claim that is `from`'s to `to`; undefined leaves it as it is. Throws `forbidden` where that is an
 * editor's to do, and what `checkWorkers` throws.
 */
export async function checkAssignee(
  tx: Db,
  call: Call,
  article: Pick<ArticleRow, 'id' | 'createdBy' | 'restricted'>,
  from: string | null,
  to: string | null | undefined,
): Promise<void> {
  if (to === undefined || to === from) return;
  if (!mayAssign(call.by, { from, to })) throw new Problem('forbidden');
  await checkWorkers(tx, article, [to]);
}

/** Tells whom an event of a claim gives it to. */
export async function tellAssignee(tx: Db, call: Call, event: Event): Promise<void> {
  const to = event.after?.assigneeId;
  if (typeof to === 'string') await notify(tx, call, event, [{ personId: to, kind: 'assigned' }]);
}
