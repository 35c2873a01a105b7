import { and, eq, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { openArticle } from '@/db/queries/open-article';
import { guests, people } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/** Revokes a guest's link: from now on it opens nothing. Throws `absent` where there is none, or it is revoked already. */
export async function revokeGuest(store: Store, call: Call, articleId: string, id: string): Promise<void> {
  needRight(call, 'guest.invite');
  await store.change(async (tx) => {
    await openArticle(tx, call, articleId);
    const [guest] = await tx
      .select({ id: guests.id, articleId: guests.articleId, personId: guests.personId, name: people.name })
      .from(guests)
      .innerJoin(people, eq(people.id, guests.personId))
      .where(and(eq(guests.id, id), eq(guests.articleId, articleId), isNull(guests.revokedAt)));
    if (!guest) throw new Problem('absent');
    await endLink(tx, call, guest);
    await touchArticle(tx, call, articleId);
  });
}

/** Ends a link that stands, with its event. */
export async function endLink(
  tx: Db,
  call: Call,
  { id, articleId, personId, name }: { id: string; articleId: string; personId: string; name: string },
): Promise<void> {
  await tx.update(guests).set({ revokedAt: call.at }).where(eq(guests.id, id));
  await appendEvent(tx, call, { kind: 'guest.revoked', articleId, before: { guestId: id, personId, name } });
}
