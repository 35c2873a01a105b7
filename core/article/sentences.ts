import type { Node } from 'prosemirror-model';
import { type Range, sentenceRanges } from './sentence-ranges';
import { articleText } from './text';

/** One sentence of an article. Never crosses a block; no white space at either end. */
export interface Sentence {
  /** ProseMirror positions. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 offsets in the article's plain text. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Index in `articleText(doc).blocks`. */
  readonly block: number;
}

const ofDocs = new WeakMap<Node, { language: string; sentences: readonly Sentence[] }>();
const ofBlocks = new WeakMap<Node, { language: string; ranges: Range[] }>();

/**
 * The sentences of an article in reading order. Remembered for the document and for each block of it, so that after an edit
 * only the blocks that changed are read again.
 */
export function sentencesOf(doc: Node, language: string): readonly Sentence[] {
  const known = ofDocs.get(doc);
  if (known?.language === language) return known.sentences;
  const { text, blocks } = articleText(doc);
  const sentences: Sentence[] = [];
  for (const [index, node] of textblocks(doc).entries()) {
    const block = blocks[index]!;
    for (const range of rangesOf(node, text.slice(block.start, block.end), language)) {
      const start = block.start + range.start;
      const end = block.start + range.end;
      const exact = text.slice(start, end);
      sentences.push({ from: block.from + range.start, to: block.from + range.end, start, end, exact, block: index });
    }
  }
  ofDocs.set(doc, { language, sentences });
  return sentences;
}

function rangesOf(block: Node, words: string, language: string): Range[] {
  const known = ofBlocks.get(block);
  if (known?.language === language) return known.ranges;
  const ranges = sentenceRanges(words, language);
  ofBlocks.set(block, { language, ranges });
  return ranges;
}

/** In the order of `articleText(doc).blocks`. */
function textblocks(doc: Node): Node[] {
  const found: Node[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) found.push(node);
    return !node.isTextblock;
  });
  return found;
}
