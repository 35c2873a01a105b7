import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { checkOf } from '@/db/queries/checks';
import type { ArticleRow } from '@/db/records/article';
import { claims } from '@/db/schema/schema';
import { askCheck } from './ask-check';

/**
 * Takes what of an article is still to be checked from people who may not open it any more: whoever has a claim can look at it, and
 * a second check that nobody can give is asked of nobody. What they finished keeps their name.
 */
export async function releaseClaims(
  tx: Db,
  call: Call,
  article: ArticleRow,
  keeps: (personId: string) => boolean,
): Promise<void> {
  const inReadingOrder = [asc(claims.place), asc(claims.id)];
  const live = and(eq(claims.articleId, article.id), isNull(claims.deletedAt), isNull(claims.closedAt));
  const held = await tx
    .select({ id: claims.id, revision: claims.revision, assigneeId: claims.assigneeId })
    .from(claims)
    .where(and(live, isNotNull(claims.assigneeId), ne(claims.status, 'approved')))
    .orderBy(...inReadingOrder);
  for (const { id, revision, assigneeId } of held.filter((claim) => !keeps(claim.assigneeId!))) {
    await tx
      .update(claims)
      .set({ assigneeId: null, revision: revision + 1, updatedAt: call.at })
      .where(eq(claims.id, id));
    await appendEvent(tx, call, {
      kind: 'claim.changed',
      articleId: article.id,
      claimId: id,
      before: { assigneeId },
      after: { assigneeId: null },
    });
  }
  const asked = await tx
    .select()
    .from(claims)
    .where(and(live, isNotNull(claims.secondCheckerId)))
    .orderBy(...inReadingOrder);
  for (const claim of asked.filter(({ secondCheckerId }) => !keeps(secondCheckerId!))) {
    const check = await checkOf(tx, claim.id);
    if (check?.outcome === 'waiting' && check.givenAt === null) await askCheck(tx, call, { claim, article }, null);
  }
}
