import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Invitation } from '@/core/newsroom/person';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import { invitations } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor } from './cursor';
import type { Paging } from './paging';

export const invitationColumns = {
  id: invitations.id,
  role: invitations.role,
  email: invitations.email,
  expiresAt: invitations.expiresAt,
  createdAt: invitations.createdAt,
  usedBy: invitations.usedBy,
};

/** Newest first: those that can still be used, those that were, and those that have expired; not those withdrawn. */
export async function listInvitations(
  store: Reader,
  _call: Call,
  { limit, cursor }: Paging = {},
): Promise<Page<Invitation>> {
  const after = readCursor(cursor, ['createdAt', 'id']);
  const rows = await store.read
    .select(invitationColumns)
    .from(invitations)
    .where(
      and(
        isNull(invitations.withdrawnAt),
        after &&
          or(
            lt(invitations.createdAt, after[0]),
            and(eq(invitations.createdAt, after[0]), lt(invitations.id, after[1])),
          ),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit === undefined ? -1 : limit + 1);
  return pageOf(rows, limit, (last) => [last.createdAt, last.id]);
}

/** What an invitation that can still be used at `at` offers, by the SHA-256 of its token; else null. */
export async function openInvitation(
  store: Reader,
  tokenHash: string,
  at: string,
): Promise<{ role: Role; email: string | null } | null> {
  const [found] = await store.read
    .select({ role: invitations.role, email: invitations.email })
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        gt(invitations.expiresAt, at),
        isNull(invitations.usedBy),
        isNull(invitations.withdrawnAt),
      ),
    );
  return found ?? null;
}
