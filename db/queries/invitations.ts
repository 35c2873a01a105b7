import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Invitation } from '@/core/newsroom/person';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Page } from '@/core/record';
import type { Call } from '../call';
import { invitations } from '../schema/schema';
import type { Store } from '../store';
import { type Paging, pageOf, readCursor } from './paging';

export const invitationColumns = {
  id: invitations.id,
  role: invitations.role,
  email: invitations.email,
  expiresAt: invitations.expiresAt,
  createdAt: invitations.createdAt,
  usedBy: invitations.usedBy,
};

/** Newest first: those that can still be used, those that were, and those that have expired; not those withdrawn. */
export async function listInvitations(store: Store, _call: Call, { limit, cursor }: Paging): Promise<Page<Invitation>> {
  const [createdAt, id] = readCursor(cursor, 2) ?? [];
  const rows = await store.read
    .select(invitationColumns)
    .from(invitations)
    .where(
      and(
        isNull(invitations.withdrawnAt),
        createdAt === undefined
          ? undefined
          : or(
              lt(invitations.createdAt, createdAt),
              and(eq(invitations.createdAt, createdAt), lt(invitations.id, id!)),
            ),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (last) => [last.createdAt, last.id]);
}

/** What an invitation that can still be used at `at` offers, by the SHA-256 of its token; else null. */
export async function openInvitation(
  store: Store,
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
