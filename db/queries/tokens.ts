import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import type { Token } from '@/core/newsroom/person';
import type { Page } from '@/core/record';
import type { Call } from '@/db/call';
import { tokens } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { pageOf, readCursor } from './cursor';
import type { Paging } from './paging';

export const tokenColumns = {
  id: tokens.id,
  name: tokens.name,
  expiresAt: tokens.expiresAt,
  createdAt: tokens.createdAt,
};

/** The caller's own tokens that are not revoked, newest first. */
export async function listTokens(store: Reader, call: Call, { limit, cursor }: Paging = {}): Promise<Page<Token>> {
  const after = readCursor(cursor, ['createdAt', 'id']);
  const rows = await store.read
    .select(tokenColumns)
    .from(tokens)
    .where(
      and(
        eq(tokens.personId, call.by.id),
        isNull(tokens.revokedAt),
        after && or(lt(tokens.createdAt, after[0]), and(eq(tokens.createdAt, after[0]), lt(tokens.id, after[1]))),
      ),
    )
    .orderBy(desc(tokens.createdAt), desc(tokens.id))
    .limit(limit === undefined ? -1 : limit + 1);
  return pageOf(rows, limit, (last) => [last.createdAt, last.id]);
}
