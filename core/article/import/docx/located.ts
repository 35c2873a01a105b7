import type { Node } from 'prosemirror-model';
import { sentenceRanges } from '@/core/article/sentence-ranges';
import { type ArticleText, articleText } from '@/core/article/text';
import type { Paragraph } from './flow';
import type { InlineBuilder } from './inline-builder';

/** A stretch of an article's plain text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The number of a note in a block, in UTF-16 offsets from its beginning. */
interface Label {
  readonly offset: number;
  readonly length: number;
}

/** Where the paragraphs of a document stand in the article that was made of it. */
export class Located {
  readonly text: ArticleText;
  private readonly starts = new Map<Paragraph, number>();
  /** For paragraphs that the article does not have: the end of the one before them, or the start of the first. */
  private readonly nearest = new Map<Paragraph, number>();
  private readonly labels = new Map<number, Label[]>();
  private readonly sentences = new Map<number, Stretch[]>();

  constructor(
    doc: Node,
    inlines: InlineBuilder,
    private readonly language: string,
  ) {
    this.text = articleText(doc);
    const starts = new Map<Node, number>();
    let index = 0;
    doc.descendants((node) => {
      if (node.isTextblock) starts.set(node, this.text.blocks[index++]!.start);
      return !node.isTextblock;
    });
    let before = 0;
    for (const paragraph of inlines.order) {
      const placed = inlines.textblocks.get(paragraph);
      const start = placed && starts.get(placed.node);
      if (placed && start !== undefined) {
        this.starts.set(paragraph, start + placed.base);
        before = this.text.blocks[this.text.blockAt(start)]!.end;
      } else this.nearest.set(paragraph, before);
    }
    for (const { paragraph, offset, length } of inlines.references) {
      const at = this.offsetOf(paragraph, offset);
      const block = this.text.blockAt(at);
      const own = this.labels.get(block) ?? [];
      own.push({ offset: at - (this.text.blocks[block]?.start ?? 0), length });
      this.labels.set(block, own);
    }
  }

  /** The offset in the article's text of a place in a paragraph; of the nearest there is, where the article does not have it. */
  offsetOf(paragraph: Paragraph, offset: number): number {
    const start = this.starts.get(paragraph);
    return start === undefined ? (this.nearest.get(paragraph) ?? 0) : start + offset;
  }

  /**
   * The sentence that a place stands in, or the one that ends before it; where one begins, that one, or `before` the one that
   * ended. Of the nearest block with words, where its own has none. The numbers
   * of notes belong to no sentence: they count as not there, and are left out at its ends. Null in an article without a word.
   */
  sentenceAt(offset: number, side: 'before' | 'after' = 'after'): Stretch | null {
    const { blocks } = this.text;
    const own = this.text.blockAt(offset);
    const inBlock = this.inBlock(own);
    const last = side === 'after' ? offset : offset - 1;
    if (inBlock.length > 0) return inBlock.findLast(({ start }) => start <= last) ?? inBlock[0]!;
    for (let step = 1; step < blocks.length; step++) {
      const before = this.inBlock(own - step).at(-1);
      if (before) return before;
      const after = this.inBlock(own + step)[0];
      if (after) return after;
    }
    return null;
  }

  private inBlock(index: number): Stretch[] {
    const block = this.text.blocks[index];
    if (!block) return [];
    let known = this.sentences.get(index);
    if (!known) {
      const words = this.text.text.slice(block.start, block.end);
      known = withoutLabels(words, this.labels.get(index) ?? [], this.language).map(({ start, end }) => ({
        start: block.start + start,
        end: block.start + end,
      }));
      this.sentences.set(index, known);
    }
    return known;
  }
}

/** The sentences of a text as if the labels in it were not there, where they stand with them. */
function withoutLabels(words: string, labels: readonly Label[], language: string): Stretch[] {
  let bare = '';
  let from = 0;
  const cuts: { at: number; before: number; after: number }[] = [];
  let cut = 0;
  for (const { offset, length } of labels) {
    bare += words.slice(from, offset);
    from = offset + length;
    cuts.push({ at: bare.length, before: cut, after: cut + length });
    cut += length;
  }
  bare += words.slice(from);
  return sentenceRanges(bare, language).map(({ start, end }) => ({
    // A label right before a sentence is the end of the one before, one right after it is not its own either.
    start: start + (cuts.findLast(({ at }) => at <= start)?.after ?? 0),
    end: end + (cuts.findLast(({ at }) => at < end)?.after ?? 0),
  }));
}
