import { type RationaleNode, rationaleTree } from '@/core/claim/rationale';
import { breakable, isRightToLeft, type Run, rationaleRuns, WORD_IN_PROSE, wordsOf } from './runs';

/** A block of a rationale or a comment as the typesetter reads it. */
export type Rich =
  | { k: 'paragraph'; c: Run[]; rtl?: boolean }
  | { k: 'list'; ordered: boolean; start: number; items: Rich[][] }
  | { k: 'quote'; b: Rich[] }
  | { k: 'code'; t: string | string[] };

/** Markdown as blocks of the few kinds that `rationaleTree` knows. */
export function richOf(markdown: string): Rich[] {
  return rationaleTree(markdown).map(rich);
}

function rich(node: RationaleNode): Rich {
  switch (node.kind) {
    case 'paragraph': {
      const c = rationaleRuns(node.children);
      const rtl = isRightToLeft(c.map(wordsOf).join(''));
      return { k: 'paragraph', c, ...(rtl !== undefined && { rtl }) };
    }
    case 'list':
      return { k: 'list', ordered: node.ordered, start: node.start, items: node.items.map((item) => item.map(rich)) };
    case 'quote':
      return { k: 'quote', b: node.children.map(rich) };
    case 'code':
      return { k: 'code', t: breakable(node.text, WORD_IN_PROSE) };
  }
}
