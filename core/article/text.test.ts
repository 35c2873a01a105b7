import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { articleSchema } from './schema';
import { articleText } from './text';

const { nodes } = articleSchema;

const characters = fc.constantFrom(
  'a',
  ' ',
  '\t',
  '\u00a0',
  'é',
  'e\u0301',
  '한',
  '語',
  '😀',
  '👩‍👩‍👧',
  '🇫🇷',
  '𝔘',
  'مرحبا',
  'שלום',
  '\u200f',
  '\u200d',
  '。',
);
const words = fc.array(characters, { maxLength: 8 }).map((parts) => parts.join(''));
const inline = fc
  .array(fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: fc.constant('\n') }), { maxLength: 5 })
  .map((parts) =>
    parts.flatMap((part) => (part === '\n' ? nodes.hard_break.create() : part === '' ? [] : articleSchema.text(part))),
  );
const paragraph = inline.map((content) => nodes.paragraph.create(null, content));

const block: fc.Arbitrary<Node> = fc.letrec<{ block: Node }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    inline.map((content) => nodes.heading.create({ level: 2 }, content)),
    words.map((text) => nodes.code_block.create(null, text === '' ? [] : articleSchema.text(text))),
    fc.constant(nodes.horizontal_rule.create()),
    fc.constant(nodes.image.create({ src: 'https://example.org/a.png', alt: 'A picture' })),
    inline.map((content) => nodes.figure.create(null, [nodes.image.create(), nodes.caption.create(null, content)])),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((content) => nodes.blockquote.create(null, content)),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((content) => nodes.bullet_list.create(null, nodes.list_item.create(null, content))),
    fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((cells) =>
      nodes.table.create(
        null,
        nodes.table_row.create(
          null,
          cells.map((cell) => nodes.table_cell.create(null, cell)),
        ),
      ),
    ),
  ),
})).block;
const article = fc.array(block, { minLength: 1, maxLength: 6 }).map((content) => nodes.doc.create(null, content));

const p = (text: string) => nodes.paragraph.create(null, text ? articleSchema.text(text) : []);

describe('articleText', () => {
  it('joins blocks, lines, cells and captions by one line feed, and leaves images and rules out', () => {
    const row = (tag: 'table_cell' | 'table_header', ...cells: string[]) =>
      nodes.table_row.create(
        null,
        cells.map((cell) => nodes[tag].create(null, p(cell))),
      );
    const doc = nodes.doc.create(null, [
      nodes.heading.create({ level: 2 }, articleSchema.text('Head')),
      nodes.horizontal_rule.create(),
      nodes.paragraph.create(null, [articleSchema.text('one'), nodes.hard_break.create(), articleSchema.text('two')]),
      p(''),
      nodes.table.create(null, [
        nodes.caption.create(null, articleSchema.text('Rates')),
        row('table_header', 'Year', 'Rate'),
        row('table_cell', '2024', '3.1'),
      ]),
      nodes.figure.create(null, [nodes.image.create(), nodes.caption.create(null, articleSchema.text('A photo'))]),
    ]);
    expect(articleText(doc).text).toBe('Head\none\ntwo\n\nRates\nYear\nRate\n2024\n3.1\nA photo');
  });

  it('has the empty text and position 0 for an article without words', () => {
    const text = articleText(nodes.doc.create(null, nodes.horizontal_rule.create()));
    expect([text.text, text.points, text.positionAt(5), text.offsetAt(1), text.between(0, 1)]).toEqual([
      '',
      0,
      0,
      0,
      '',
    ]);
  });

  it('is the same value for the same document', () => {
    const doc = nodes.doc.create(null, p('a'));
    expect(articleText(doc)).toBe(articleText(doc));
  });

  it('snaps a position between blocks to an edge, the closer one unless told', () => {
    const doc = nodes.doc.create(null, [
      p('ab'),
      nodes.horizontal_rule.create(),
      nodes.blockquote.create(null, p('cd')),
    ]);
    const text = articleText(doc); // ab is at 1..3, the rule at 4, the quote at 5, cd at 7..9
    expect([0, 3, 4, 5, 6, 7, 10, 99].map((pos) => text.offsetAt(pos))).toEqual([0, 2, 2, 3, 3, 3, 5, 5]);
    expect([text.offsetAt(4, 1), text.offsetAt(6, -1)]).toEqual([3, 2]);
    expect([text.between(4, 6), text.between(0, 99), text.between(4, 9)]).toEqual(['', 'ab\ncd', 'cd']);
  });

  it('moves an offset off a surrogate pair only when given a bias', () => {
    const text = articleText(nodes.doc.create(null, p('a😀b')));
    expect([text.positionAt(2), text.positionAt(2, 1), text.positionAt(2, -1)]).toEqual([3, 4, 2]);
    expect([0, 1, 2, 3, 4].map((offset) => text.pointsAt(offset))).toEqual([0, 1, 1, 2, 3]);
    expect([0, 1, 2, 3, 9].map((points) => text.offsetOfPoints(points))).toEqual([0, 1, 3, 4, 4]);
  });

  it('agrees with ProseMirror on the words of every block and between all positions', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat(), (doc, a, b) => {
        const text = articleText(doc);
        for (const { from, to, start, end } of text.blocks) {
          const node = doc.resolve(from).parent;
          expect(node.isTextblock && doc.resolve(from).start() === from && doc.resolve(to).end() === to).toBe(true);
          expect(text.text.slice(start, end)).toBe(node.textBetween(0, node.content.size, '', '\n'));
          expect(text.between(from, to)).toBe(text.text.slice(start, end));
        }
        const [low, high] = [a % (doc.content.size + 1), b % (doc.content.size + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        if (doc.resolve(low).parent.isTextblock && doc.resolve(high).parent.isTextblock)
          expect(text.between(low, high)).toBe(text.text.slice(text.offsetAt(low), text.offsetAt(high)));
      }),
    );
  });

  it('gives every offset one position, and back', () => {
    fc.assert(
      fc.property(article, (doc) => {
        const text = articleText(doc);
        if (text.blocks.length === 0) return;
        let before = -1;
        for (let offset = 0; offset <= text.length; offset++) {
          const pos = text.positionAt(offset);
          expect(pos).toBeGreaterThan(before);
          expect(doc.resolve(pos).parent.isTextblock).toBe(true);
          expect(text.offsetAt(pos)).toBe(offset);
          before = pos;
        }
      }),
    );
  });

  it('counts code points as a string iterator does', () => {
    fc.assert(
      fc.property(article, (doc) => {
        const text = articleText(doc);
        const all = [...text.text];
        expect(text.points).toBe(all.length);
        let offset = 0;
        for (let points = 0; points <= all.length; points++) {
          expect(text.offsetOfPoints(points)).toBe(offset);
          expect(text.pointsAt(offset)).toBe(points);
          offset += all[points]?.length ?? 0;
        }
      }),
    );
  });
});
