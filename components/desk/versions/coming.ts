import { bodyOf, type Draft } from '@/components/articles/import/draft';
import { articleNode } from '@/components/editor/article-node';
import { type DraftOutcome, texts } from '@/components/interface/operations';
import { articleText } from '@/core/article/text';

/** A text that is to become the article's newest. */
export type Coming = { kind: 'draft'; draft: Draft } | { kind: 'restored'; version: number };

/** What it would do, and the text itself. */
export interface Looked {
  readonly outcome: DraftOutcome;
  readonly text: string;
}

/** Asks what a text would do to the claims; nothing is saved. Throws what `call` throws. */
export async function look(articleId: string, coming: Coming, signal: AbortSignal): Promise<Looked> {
  if (coming.kind === 'draft') {
    const outcome = await texts.draft(articleId, bodyOf(coming.draft, {}), { dryRun: 1 }, signal);
    return { outcome, text: outcome.doc ? articleText(articleNode(outcome.doc)).text : '' };
  }
  const outcome = await texts.restore(articleId, coming.version, { dryRun: 1 }, signal);
  return { outcome, text: (await texts.version(articleId, coming.version, signal)).text };
}

/** Makes it the article's text, if the article is still at the version that was looked at. Throws what `call` throws. */
export function take(articleId: string, coming: Coming, still: number): Promise<DraftOutcome> {
  return coming.kind === 'draft'
    ? texts.draft(articleId, bodyOf(coming.draft, {}), { version: still })
    : texts.restore(articleId, coming.version, { version: still });
}
