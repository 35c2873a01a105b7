import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import { wordIndex } from './word-index';

/**
 * The fewest words of a block that is worth tying to its twin. Shorter ones recur by form, not by mistake: “Read more”, a
 * photographer's credit, a table's “yes”.
 */
export const BLOCK_WORDS = 8;

/**
 * Later blocks that stand in the article already: the index of a block of the plain text (`articleText(doc).blocks`) with that of
 * the first block of the same words, typography and case aside. Blocks of fewer than `BLOCK_WORDS` words are left out.
 */
export function repeatedBlocks(doc: Node): ReadonlyMap<number, number> {
  const index = wordIndex(doc);
  const firsts = new Map<string, number>();
  const repeated = new Map<number, number>();
  articleText(doc).blocks.forEach(({ start, end }, block) => {
    const { first, last } = index.within(start, end);
    if (index.weight(first, last) < BLOCK_WORDS) return;
    const words = index.words.subarray(first, last).join(' ');
    const twin = firsts.get(words);
    if (twin === undefined) firsts.set(words, block);
    else repeated.set(block, twin);
  });
  return repeated;
}
