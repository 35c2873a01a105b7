import type { Placements } from '@/core/anchor/placement';
import { applySteps, readSteps } from '@/core/article/apply-steps';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { docOf } from '@/db/queries/doc';
import { openArticle } from '@/db/queries/open-article';
import { stepsBetween } from '@/db/queries/steps';
import type { ArticleRow } from '@/db/records/article';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { writeText } from './write-text';

/** Steps that a desk made on the text of `version`, under the id that it gave itself. */
export interface Edit {
  version: number;
  clientId: string;
  steps: unknown[];
}

/** The version that they made, and the anchors that the steps alone do not place. */
export interface Edited {
  version: number;
  reanchored: Placements[];
}

/**
 * Takes edits of the text in, if they were made on the present version. Throws `absent`, `behind` with the steps that the caller
 * lacks (its own among them, if an answer of ours got lost), and what `readSteps` and `applySteps` throw.
 */
export async function editText(store: Store, call: Call, articleId: string, edit: Edit): Promise<Edited> {
  needRight(call, 'text.change');
  const steps = readSteps(edit.steps);
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, articleId);
    await refuseBehind(tx, article, edit.version);
    const before = await docOf(tx, article);
    const after = applySteps(before, steps);
    const written = await writeText(tx, call, { article, before, after, steps, clientId: edit.clientId });
    return editedBy(written);
  });
}

export function editedBy({ article: { version }, placements }: Awaited<ReturnType<typeof writeText>>): Edited {
  return { version, reanchored: placements.length > 0 ? [{ version, anchors: placements }] : [] };
}

/** Throws `behind`, with the steps since, unless this is the article's version. */
export async function refuseBehind(tx: Db, article: ArticleRow, version: number): Promise<void> {
  if (version !== article.version)
    throw new Problem('behind', {}, { ...(await stepsBetween(tx, article, Math.min(version, article.version))) });
}
