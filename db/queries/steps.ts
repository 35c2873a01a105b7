import { and, asc, eq, gt } from 'drizzle-orm';
import type { Call } from '@/db/call';
import { steps } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { docOf } from './doc';
import { openArticle } from './open-article';

/** An article's steps after a version, and the text that the very first of them starts from. */
export interface StepsAfter {
  /** The present version: how many steps made the text. */
  version: number;
  /** ProseMirror steps as JSON; the first makes version `since + 1`. */
  steps: unknown[];
  /** Whose each step is, by the id that the client gave itself. */
  clientIds: string[];
  /** The text as it was imported, in ProseMirror JSON, where everything is asked for (`since` 0). */
  start?: unknown;
}

/** What a client at version `since` lacks. Throws `absent` where the article is not the caller's to open. */
export async function stepsAfter(store: Store, call: Call, articleId: string, since: number): Promise<StepsAfter> {
  const db = store.read;
  const article = await openArticle(db, call, articleId);
  const rows = await db
    .select({ step: steps.step, clientId: steps.clientId })
    .from(steps)
    .where(and(eq(steps.articleId, articleId), gt(steps.version, since)))
    .orderBy(asc(steps.version));
  const lacking = {
    version: article.version,
    steps: rows.map(({ step }) => step),
    clientIds: rows.map(({ clientId }) => clientId),
  };
  if (since > 0) return lacking;
  return { ...lacking, start: (await docOf(db, { id: articleId, version: 0 })).toJSON() };
}
