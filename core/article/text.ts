import type { Node } from 'prosemirror-model';

/**
 * One block of the plain text: a textblock of the document, in reading order.
 * `from`, `to` are the ProseMirror positions of its content; `start`, `end` the UTF-16 offsets of its words in the plain text.
 * Inline content is text and hard breaks only, each unit one position wide, so `to - from === end - start`.
 */
export interface TextBlock {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

const texts = new WeakMap<Node, ArticleText>();

/** The plain text of an article, made once for each document value. */
export function articleText(doc: Node): ArticleText {
  let known = texts.get(doc);
  if (!known) {
    known = new ArticleText(doc);
    texts.set(doc, known);
  }
  return known;
}

/**
 * An article as plain text: blocks, and lines within them, joined by one `\n` each. Table cells, captions and empty
 * paragraphs are blocks; images and rules add nothing.
 *
 * Translates three ways of counting: ProseMirror positions (`pos`), UTF-16 offsets of `text` (`offset`) and Unicode code
 * points of it (`points`, as the HTTP interface counts). Each translation is a binary search. Numbers outside the article
 * are taken as its nearest end; an article without a textblock has the empty text, and every position in it is 0.
 */
export class ArticleText {
  readonly text: string;
  readonly blocks: readonly TextBlock[];
  /** In UTF-16 units, as `text.length`. */
  readonly length: number;
  private readonly starts: Int32Array;
  private readonly froms: Int32Array;
  private pairs: Int32Array | null = null;

  /** Prefer `articleText(doc)`, which remembers. */
  constructor(doc: Node) {
    const blocks: TextBlock[] = [];
    const parts: string[] = [];
    let offset = 0;
    const gather = (parent: Node, inside: number) => {
      let pos = inside;
      for (const node of parent.children) {
        if (node.isTextblock) {
          const words = blockText(node);
          const start = blocks.length === 0 ? 0 : offset + 1;
          offset = start + words.length;
          blocks.push({ from: pos + 1, to: pos + 1 + words.length, start, end: offset });
          parts.push(words);
        } else if (!node.isLeaf) gather(node, pos + 1);
        pos += node.nodeSize;
      }
    };
    gather(doc, 0);
    this.text = parts.join('\n');
    this.blocks = blocks;
    this.length = this.text.length;
    this.starts = Int32Array.from(blocks, (block) => block.start);
    this.froms = Int32Array.from(blocks, (block) => block.from);
  }

  /** How many code points the text has. */
  get points(): number {
    return this.pointsAt(this.length);
  }

  /**
   * The offset of a position. A position outside every textblock moves to the nearest textblock's edge: to the end of the
   * one before with bias -1, to the start of the one after with bias 1, to the closer of both without one.
   */
  offsetAt(pos: number, bias?: 1 | -1): number {
    const index = this.blockAtPosition(pos);
    const block = this.blocks[index];
    const next = this.blocks[index + 1];
    if (!block) return 0;
    if (pos <= block.to) return block.start + Math.max(0, pos - block.from);
    if (!next || bias === -1) return block.end;
    return bias === 1 || next.from - pos <= pos - block.to ? next.start : block.end;
  }

  /**
   * The position of an offset, always inside a textblock. The line feed between two blocks makes every offset mean one place:
   * before it is the end of a block, after it the start of the next, so `offsetAt(positionAt(offset)) === offset`.
   * An offset that falls inside a surrogate pair stays there unless a bias moves it off: on with 1, back with -1.
   */
  positionAt(offset: number, bias?: 1 | -1): number {
    const within = Math.min(Math.max(offset, 0), this.length);
    const whole = bias !== undefined && splitsPair(this.text, within) ? within + bias : within;
    const block = this.blocks[this.blockAt(whole)];
    return block ? block.from + whole - block.start : 0;
  }

  /** How many whole code points stand before a UTF-16 offset; inside a surrogate pair, those before the pair. */
  pointsAt(offset: number): number {
    const within = Math.min(Math.max(offset, 0), this.length);
    const pairs = this.surrogatePairs();
    return within - countUntil(pairs.length, (index) => pairs[index]! < within);
  }

  /** The UTF-16 offset of the place before which so many code points stand. */
  offsetOfPoints(points: number): number {
    const pairs = this.surrogatePairs();
    const before = countUntil(pairs.length, (index) => pairs[index]! - index < points);
    return Math.min(Math.max(points, 0) + before, this.length);
  }

  /** The plain text between two positions; block boundaries inside are one `\n` each. Nothing when `to` is not after `from`. */
  between(from: number, to: number): string {
    const start = this.offsetAt(from, 1);
    const end = this.offsetAt(to, -1);
    return start < end ? this.text.slice(start, end) : '';
  }

  /** The index of the block that an offset is in. 0 where there is none. */
  blockAt(offset: number): number {
    return lastAtMost(this.starts, offset);
  }

  /** The index of the block that a position is in or comes after; of the first block for what stands before it. */
  blockAtPosition(pos: number): number {
    return lastAtMost(this.froms, pos);
  }

  /** Offsets of the high half of every surrogate pair, found when first asked for: most articles have few or none. */
  private surrogatePairs(): Int32Array {
    if (!this.pairs) {
      const found: number[] = [];
      for (const pair of this.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) found.push(pair.index);
      this.pairs = Int32Array.from(found);
    }
    return this.pairs;
  }
}

/** The words of one textblock; a hard break is one `\n`. */
function blockText(block: Node): string {
  if (block.childCount === 1 && block.firstChild?.isText) return block.firstChild.text ?? '';
  let words = '';
  for (const inline of block.children) words += inline.isText ? inline.text : '\n';
  return words;
}

function splitsPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** The index of the last value that is not above the limit; 0 when all are. `sorted` rises. */
function lastAtMost(sorted: Int32Array, limit: number): number {
  return Math.max(0, countUntil(sorted.length, (index) => sorted[index]! <= limit) - 1);
}

/** How many indexes from 0 on are inside a condition that, once false, stays false. */
function countUntil(length: number, inside: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inside(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
