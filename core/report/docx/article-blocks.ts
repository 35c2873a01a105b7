import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { xmlText } from '@/core/opc/write-xml';
import { type Direction, directionOfBlock } from './direction';
import { LIST_STEP, type Lists, levelOf } from './lists';
import { filler, ownBlock, type ParagraphLook, paragraphXml } from './paragraph';
import { tableXml } from './table';
import { gridOf } from './table-grid';
import type { TextblockWriter } from './textblock';

const { nodes } = articleSchema;

/** How far a quote stands from the margin of what it is in. */
const QUOTE_STEP = 425;

/** The room between a table and what follows it, in twentieths of a point. */
const AFTER_TABLE = 200;

/** Where a block stands. */
interface Around {
  /** From the page's or cell's margin, in twentieths of a point. */
  readonly indent: number;
  readonly quoted: boolean;
  /** How many lists it is in. */
  readonly depth: number;
  /** The list that it is an item of, if it begins one. */
  readonly list: number | null;
  readonly cell: 'header' | 'cell' | null;
  /** Whether a table stands right before it: Word leaves no room after one. */
  readonly afterTable: boolean;
}

const outermost: Around = { indent: 0, quoted: false, depth: 0, list: null, cell: null, afterTable: false };

/** What writing the blocks of an article needs beside them. */
export interface Materials {
  readonly words: TextblockWriter;
  readonly lists: Lists;
  /** Which way the article's language is written. */
  readonly direction: Direction;
  /** What is drawn in the place of an image, by its alternative text. */
  image(alt: string): string;
}

/** The article's blocks as WordprocessingML (ECMA-376 part 1, 17.3 and 17.4), a paragraph for each textblock, in reading order. */
export function articleBlocks(doc: Node, materials: Materials): string {
  return new Blocks(materials).all(doc, 0, outermost);
}

class Blocks {
  constructor(private readonly materials: Materials) {}

  /** What stands in a node whose content begins at a ProseMirror position. */
  all(parent: Node, start: number, around: Around): string {
    const blocks: string[] = [];
    let afterTable = false;
    parent.forEach((node, offset) => {
      blocks.push(this.block(node, start + offset, { ...around, afterTable }));
      afterTable = node.type === nodes.table;
    });
    return joined(blocks);
  }

  private block(node: Node, at: number, around: Around): string {
    switch (node.type) {
      case nodes.paragraph:
        return this.textblock(node, at, around, paragraphStyle(around));
      case nodes.heading:
        return this.textblock(node, at, around, `Heading${node.attrs.level}`);
      case nodes.code_block:
        // Without words there is no code to draw, and readers take an empty paragraph of its style for none.
        return this.textblock(node, at, around, node.textContent.trim() === '' ? null : 'HTMLPreformatted');
      case nodes.caption:
        return this.textblock(node, at, around, 'Caption');
      case nodes.blockquote:
        return this.all(node, at + 1, {
          ...around,
          quoted: true,
          list: null,
          indent: textIndent(around) + QUOTE_STEP,
          depth: 0,
        });
      case nodes.bullet_list:
      case nodes.ordered_list:
        return this.list(node, at, around);
      case nodes.table:
        return this.table(node, at, around);
      case nodes.image:
        return ownBlock('stet-image', this.image(node, around), node.attrs.alt);
      case nodes.horizontal_rule:
        return paragraphXml({ style: null, ruled: true, ...indentOf(around) }, '');
      default:
        return this.all(node, at + 1, { ...around, list: null });
    }
  }

  private textblock(node: Node, at: number, around: Around, style: string | null): string {
    const direction = directionOfBlock(node.textContent, this.materials.direction);
    const numbering =
      around.list === null ? {} : { numbering: { list: around.list, level: levelOf(around.depth - 1) } };
    const room = around.afterTable && node.type !== nodes.heading ? { before: AFTER_TABLE } : {};
    const look: ParagraphLook = { style, direction, ...numbering, ...room, ...indentOf(around) };
    return paragraphXml(look, this.materials.words.write(node, at + 1, direction));
  }

  private list(node: Node, at: number, around: Around): string {
    const id = this.materials.lists.add(around.depth, node.type === nodes.ordered_list ? node.attrs.start : null);
    const inside = { ...around, depth: around.depth + 1 };
    const blocks: string[] = [];
    node.forEach((item, offset) => {
      const start = at + 1 + offset + 1;
      item.forEach((block, inner) => {
        blocks.push(this.block(block, start + inner, { ...inside, list: inner === 0 ? id : null }));
      });
    });
    return joined(blocks);
  }

  private table(node: Node, at: number, around: Around): string {
    const grid = gridOf(node, at);
    const caption = node.firstChild?.type === nodes.caption ? this.block(node.firstChild, at + 1, around) : '';
    const inside: Around = { ...outermost, cell: 'cell' };
    const content = (cell: Node, pos: number) =>
      this.all(cell, pos + 1, cell.type === nodes.table_header ? { ...inside, cell: 'header' } : inside);
    if (grid) return caption + tableXml(grid, this.materials.direction, textIndent(around), content);
    // More columns than Word has: the words stay, cell after cell.
    const blocks = [caption];
    node.forEach((row, offset) => {
      if (row.type !== nodes.table_row) return;
      row.forEach((cell, inner) => {
        blocks.push(this.all(cell, at + 1 + offset + 1 + inner + 1, { ...around, list: null }));
      });
    });
    return joined(blocks);
  }

  private image(node: Node, around: Around): string {
    const words = this.materials.image(node.attrs.alt);
    return paragraphXml(
      { style: 'StetImage', ...indentOf(around) },
      `<w:r><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r>`,
    );
  }
}

/** Two tables without anything between them would be one. */
function joined(blocks: readonly string[]): string {
  const parts: string[] = [];
  for (const block of blocks) {
    if (block.startsWith('<w:tbl>') && parts.at(-1)?.endsWith('</w:tbl>')) parts.push(ownBlock('stet-gap', filler));
    if (block !== '') parts.push(block);
  }
  return parts.join('');
}

function paragraphStyle({ quoted, depth, list, cell }: Around): string | null {
  if (list !== null) return 'ListParagraph';
  if (depth > 0) return `ListContinue${depth === 1 ? '' : Math.min(depth, 9)}`;
  if (quoted) return 'Quote';
  return cell === 'header' ? 'StetColumnHead' : cell === 'cell' ? 'StetCell' : null;
}

/** Where the words of a block begin. */
function textIndent({ indent, depth }: Around): number {
  return indent + LIST_STEP * Math.min(depth, levelOf(depth) + 1);
}

/** Said where it is not what the style or the list says already. */
function indentOf(around: Around): Pick<ParagraphLook, 'indent' | 'hanging'> {
  const { list, depth, quoted, indent } = around;
  if (list !== null && indent === 0) return {};
  if (depth === 0 && (!quoted || indent === QUOTE_STEP)) return {};
  return { indent: textIndent(around), ...(list !== null && { hanging: LIST_STEP }) };
}
