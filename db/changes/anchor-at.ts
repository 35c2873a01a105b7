import type { Node } from 'prosemirror-model';
import { locate } from '@/core/anchor/locate';
import { quoteOf } from '@/core/anchor/quote';
import type { AnchorSelector } from '@/core/claim/claim';
import { Problem } from '@/core/problem';
import type { ArticleRow } from '@/db/records/article';

/** A place in the text, with the words that stand there and around it. */
export interface Place {
  from: number;
  to: number;
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * The place in an article's present text that a selector names. Throws what `locate` throws, and `stale` for positions of
 * another version: they would name other words.
 */
export function anchorAt(doc: Node, article: Pick<ArticleRow, 'version'>, selector: AnchorSelector): Place {
  if ('version' in selector && selector.version !== article.version)
    throw new Problem('stale', {}, { version: article.version });
  const { from, to } = locate(doc, selector);
  return { from, to, ...quoteOf(doc, from, to) };
}
