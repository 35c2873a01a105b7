import { and, eq, isNull, ne } from 'drizzle-orm';
import { type Agreements, agreementsOf } from '@/core/claim/agreement-figures';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { articles, checks, claims, scales } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { openArticle, openTo } from './open-article';

/** How well the checkers of one article agree. Throws `absent`. */
export async function agreementOfArticle(store: Reader, call: Call, articleId: string): Promise<Agreements> {
  return store.see(async (db) => {
    await openArticle(db, call, articleId);
    return agreementsOf(await judgedTwice(db, call, articleId));
  });
}

/** How well the checkers of the newsroom agree, over the articles that the caller may open. */
export async function agreementOfNewsroom(store: Reader, call: Call): Promise<Agreements> {
  return agreementsOf(await judgedTwice(store.read, call));
}

/**
 * Every claim whose two verdicts are in, as they were given blind. Those that nobody has decided yet count as well: without them
 * the figures would be too good.
 */
async function judgedTwice(db: Db, call: Call, articleId?: string) {
  const rows = await db
    .select({
      secondBy: checks.checkerId,
      second: checks.verdict,
      firstBy: checks.firstBy,
      first: checks.firstVerdict,
      scale: articles.scale,
      verdicts: scales.verdicts,
    })
    .from(checks)
    .innerJoin(claims, eq(claims.id, checks.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(scales, eq(scales.id, articles.scale))
    .where(
      and(
        ne(checks.outcome, 'waiting'),
        isNull(checks.withdrawnAt),
        isNull(claims.deletedAt),
        isNull(articles.deletedAt),
        openTo(db, call),
        articleId === undefined ? undefined : eq(articles.id, articleId),
      ),
    )
    .orderBy(checks.askedAt, checks.id);
  return rows.flatMap(({ secondBy, second, firstBy, first, scale, verdicts }) =>
    second === null || firstBy === null || first === null
      ? []
      : [
          {
            first: { by: firstBy, verdict: first },
            second: { by: secondBy, verdict: second },
            scale: { id: scale, verdicts },
          },
        ],
  );
}
