import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { type CreateGuest, GUEST_DAYS_AT_MOST, type Guest, guestExpiry } from '@/core/newsroom/guest';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { guestRecord } from '@/db/queries/guests';
import { openArticle } from '@/db/queries/open-article';
import { guests, people } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { endLink } from './revoke-guest';
import { touchArticle } from './touch-article';

/**
 * Lets somebody without an account into one article by a link. `tokenHash` is the SHA-256 of the token that the link holds; the
 * token itself is not kept. Whoever was let in before under the same name and e-mail is the same guest, to whom the same queries
 * are put: they have the new link instead of the old one, which ends. Throws `absent` and `guest-expiry`.
 */
export async function inviteGuest(
  store: Store,
  call: Call,
  articleId: string,
  { name, email, expiresAt, tokenHash }: CreateGuest & { tokenHash: string },
): Promise<Guest> {
  needRight(call, 'guest.invite');
  const end = guestExpiry(call.at, expiresAt);
  if (end === null) throw new Problem('guest-expiry', { days: GUEST_DAYS_AT_MOST });
  return store.change(async (tx) => {
    await openArticle(tx, call, articleId);
    const address = email?.toLowerCase() ?? null;
    const personId = await guestBefore(tx, articleId, name, address);
    if (personId) await endLinks(tx, call, articleId, personId, name);
    const id = call.newId();
    await tx.insert(guests).values({
      id,
      articleId,
      personId: personId ?? (await nameGuest(tx, call, name)),
      email: address,
      tokenHash,
      expiresAt: end,
      createdBy: call.by.id,
      createdAt: call.at,
    });
    const guest = await guestRecord(tx, id);
    await touchArticle(tx, call, articleId);
    await appendEvent(tx, call, {
      kind: 'guest.invited',
      articleId,
      after: { guestId: id, personId: guest.personId, name, expiresAt: end },
    });
    return guest;
  });
}

/** Who was let into the article under this name and e-mail before. */
async function guestBefore(tx: Db, articleId: string, name: string, email: string | null): Promise<string | null> {
  const [before] = await tx
    .select({ personId: guests.personId })
    .from(guests)
    .innerJoin(people, eq(people.id, guests.personId))
    .where(
      and(
        eq(guests.articleId, articleId),
        eq(people.name, name),
        email === null ? isNull(guests.email) : eq(guests.email, email),
      ),
    )
    .orderBy(desc(guests.createdAt))
    .limit(1);
  return before?.personId ?? null;
}

async function endLinks(tx: Db, call: Call, articleId: string, personId: string, name: string): Promise<void> {
  const standing = await tx
    .select({ id: guests.id })
    .from(guests)
    .where(
      and(
        eq(guests.articleId, articleId),
        eq(guests.personId, personId),
        isNull(guests.revokedAt),
        gt(guests.expiresAt, call.at),
      ),
    );
  for (const { id } of standing) await endLink(tx, call, { id, articleId, personId, name });
}

/** A name for whom the link lets in: no account, an address where no mail goes (RFC 2606), no rights, and on no list of people. */
async function nameGuest(tx: Db, call: Call, name: string): Promise<string> {
  const id = call.newId();
  const moment = new Date(call.at);
  await tx.insert(people).values({
    id,
    name,
    email: `${id}@people.invalid`,
    role: 'viewer',
    active: false,
    guest: true,
    digest: false,
    createdAt: moment,
    updatedAt: moment,
  });
  return id;
}
