import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Token } from '@/core/newsroom/person';
import type { Page } from '@/core/record';
import type { Call } from '../call';
import { tokens } from '../schema/schema';
import type { Store } from '../store';
import { type Paging, pageOf, readCursor } from './paging';

export const tokenColumns = {
  id: tokens.id,
  name: tokens.name,
  expiresAt: tokens.expiresAt,
  createdAt: tokens.createdAt,
};

/** The caller's own tokens that are not revoked, newest first. */
export async function listTokens(store: Store, call: Call, { limit, cursor }: Paging): Promise<Page<Token>> {
  const [createdAt, id] = readCursor(cursor, 2) ?? [];
  const rows = await store.read
    .select(tokenColumns)
    .from(tokens)
    .where(
      and(
        eq(tokens.personId, call.by.id),
        isNull(tokens.revokedAt),
        createdAt === undefined
          ? undefined
          : or(lt(tokens.createdAt, createdAt), and(eq(tokens.createdAt, createdAt), lt(tokens.id, id!))),
      ),
    )
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (last) => [last.createdAt, last.id]);
}
