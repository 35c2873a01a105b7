import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { claims } from '@/db/schema/schema';

/**
 * Makes nobody's what of an article is still to be checked by people who may not open it any more: whoever has a claim can look at
 * it. What they finished keeps their name.
 */
export async function releaseClaims(
  tx: Db,
  call: Call,
  articleId: string,
  keeps: (personId: string) => boolean,
): Promise<void> {
  const held = await tx
    .select({ id: claims.id, revision: claims.revision, assigneeId: claims.assigneeId })
    .from(claims)
    .where(
      and(
        eq(claims.articleId, articleId),
        isNotNull(claims.assigneeId),
        isNull(claims.deletedAt),
        isNull(claims.closedAt),
        ne(claims.status, 'approved'),
      ),
    )
    .orderBy(claims.place, claims.id);
  const lost = held.filter(({ assigneeId }) => !keeps(assigneeId!));
  for (const { id, revision, assigneeId } of lost) {
    await tx
      .update(claims)
      .set({ assigneeId: null, revision: revision + 1, updatedAt: call.at })
      .where(eq(claims.id, id));
    await appendEvent(tx, call, {
      kind: 'claim.changed',
      articleId,
      claimId: id,
      before: { assigneeId },
      after: { assigneeId: null },
    });
  }
}
