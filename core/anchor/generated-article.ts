import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';

/**
 * Articles for property tests: every kind of block, nested lists, tables, captions, empty blocks and hard breaks, with characters
 * that are counted differently by each way of counting (astral, combining marks, emoji sequences, right-to-left).
 */
const { nodes } = articleSchema;

export const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', ' ', '.', '1') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'é',
      'e\u0301',
      'ﬁ',
      '한',
      '語',
      '😀',
      '👩‍👩‍👧',
      '👍🏽',
      '🇫🇷',
      '🇯🇵',
      '𝔘',
      'مرحبا',
      'שלום',
      'क्ष',
      '\u00a0',
      '\u2028',
      '\u200f',
      '“',
      '’',
    ),
  },
);
const words = fc.array(character, { maxLength: 10 }).map((parts) => parts.join(''));

/** Inline content: text with hard breaks between. */
const inline = fc
  .array(words, { maxLength: 3 })
  .map((lines) =>
    lines.flatMap((line, at): Node[] => [
      ...(at > 0 ? [nodes.hard_break.create()] : []),
      ...(line === '' ? [] : [articleSchema.text(line)]),
    ]),
  );
const paragraph = inline.map((content) => nodes.paragraph.create(null, content));
const some = (block: fc.Arbitrary<Node>) => fc.array(block, { minLength: 1, maxLength: 3 });

const { block } = fc.letrec<{ block: Node }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    inline.map((content) => nodes.heading.create({ level: 2 }, content)),
    words.map((text) => nodes.code_block.create(null, text === '' ? [] : articleSchema.text(text))),
    fc.constant(nodes.horizontal_rule.create()),
    inline.map((content) => nodes.figure.create(null, [nodes.image.create(), nodes.caption.create(null, content)])),
    some(tie('block')).map((content) => nodes.blockquote.create(null, content)),
    fc.array(some(tie('block')), { minLength: 1, maxLength: 2 }).map((items) =>
      nodes.bullet_list.create(
        null,
        items.map((content) => nodes.list_item.create(null, content)),
      ),
    ),
    fc.array(some(paragraph), { minLength: 1, maxLength: 3 }).map((cells) =>
      nodes.table.create(null, [
        nodes.table_row.create(
          null,
          cells.map((content) => nodes.table_cell.create(null, content)),
        ),
      ]),
    ),
  ),
}));

export const article: fc.Arbitrary<Node> = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((content) => nodes.doc.createChecked(null, content));

/** An article of plain paragraphs, for cases by hand; `\n` in one is a hard break. */
export function articleOf(...paragraphs: string[]): Node {
  return nodes.doc.create(
    null,
    paragraphs.map((text) =>
      nodes.paragraph.create(
        null,
        text
          .split('\n')
          .flatMap((line, at): Node[] => [
            ...(at > 0 ? [nodes.hard_break.create()] : []),
            ...(line === '' ? [] : [articleSchema.text(line)]),
          ]),
      ),
    ),
  );
}
