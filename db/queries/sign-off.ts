import { createHash } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { SignOffState, ToldBlocker } from '@/core/article/sign-off';
import { articleText } from '@/core/article/text';
import { type Blocker, blockersOf } from '@/core/claim/blockers';
import type { Claim } from '@/core/claim/claim';
import { coverageOf } from '@/core/claim/coverage';
import { type House, type Unmet, unmetRules, unmetSources } from '@/core/claim/unmet-rules';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { claims, events } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { claimRecords } from './claim-records';
import { docOf } from './doc';
import { houseOf } from './held-claim';
import { looksOf } from './looks';
import { openArticle } from './open-article';

/** Whether an article can be signed off, what holds that up as far as the caller may know, and whether it is. Throws `absent`. */
export async function signOffState(store: Reader, call: Call, articleId: string): Promise<SignOffState> {
  return store.see(async (db) => {
    const article = await openArticle(db, call, articleId);
    const everything = await blockersIn(db, allSeeing(call), article);
    const { signedOff, changedSince, version } = article;
    return {
      ready: everything.length === 0,
      blockers: await blockersIn(db, call, article),
      version,
      sha256: sha256Of(await docOf(db, article)),
      signedOff,
      changedSinceSignOff: signedOff !== null && changedSince !== null,
    };
  });
}

/** The same call by somebody from whom nothing is kept: whether something blocks does not depend on who asks. */
export function allSeeing(call: Call): Call {
  return { ...call, by: { ...call.by, role: 'admin' } };
}

/** What holds the sign-off of an article up, as far as the caller may know, in words. */
export async function blockersIn(db: Db, call: Call, article: ArticleRow): Promise<ToldBlocker[]> {
  const live = await liveClaims(db, call, article);
  const house = await houseOf(db, article);
  const { fullCoverage } = house.rules;
  // A source that is hidden from the caller counts as it does for everybody.
  const whole = call.by.role === 'admin' ? live : await liveClaims(db, allSeeing(call), article);
  const unmet = new Map(whole.map((claim) => [claim.id, unmetOf(claim, house)]));
  const looked = fullCoverage ? await looksOf(db, article.id) : new Set<string>();
  const coverage = fullCoverage ? coverageOf(await docOf(db, article), article.language, live, looked) : null;
  return blockersOf({
    claims: live,
    uncovered: coverage?.uncovered ?? [],
    fullCoverage,
    lacks: ({ id }) => unmet.get(id) !== undefined,
  }).map((blocker) => ({ ...blocker, message: messageOf(blocker, unmet.get(blocker.claimId ?? '')) }));
}

/** What a verdict lacks of what the rules ask. How many must approve is asked of what somebody approved: the rest waits for that. */
function unmetOf(claim: Claim, house: House): Unmet | undefined {
  return claim.status === 'approved' ? unmetRules(claim, house)[0] : unmetSources(claim, house)[0];
}

function messageOf({ kind }: Blocker, unmet: Unmet | undefined): string {
  const say = wordsOf('sign-off');
  return kind === 'rules' && unmet
    ? say(`rules.${unmet.code}`, { needed: unmet.needed, found: unmet.found })
    : say(`blocker.${kind}`);
}

/** The claims of an article that are not deleted, without what they repeat. */
export async function liveClaims(db: Db, call: Call, article: ArticleRow): Promise<Claim[]> {
  const rows = await db
    .select()
    .from(claims)
    .where(and(eq(claims.articleId, article.id), isNull(claims.deletedAt)));
  return claimRecords(db, call, article, rows, false);
}

/** The event of an article's last signature; null where there is none. Whether the caller may open the article is asked before. */
export async function signatureEvent(store: Reader, articleId: string): Promise<{ id: number } | null> {
  const [last] = await store.read
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.articleId, articleId), eq(events.kind, 'article.signed-off')))
    .orderBy(desc(events.id))
    .limit(1);
  return last ?? null;
}

/** SHA-256 of the plain text in UTF-8, in lower-case hexadecimal. */
export function sha256Of(doc: Node): string {
  return createHash('sha256').update(articleText(doc).text).digest('hex');
}
