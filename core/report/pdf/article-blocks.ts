import type { Node } from 'prosemirror-model';
import { isRightToLeft, type Place, type Run, runsOf, WORD_IN_CELL, WORD_IN_PROSE } from './runs';
import { tableGrid } from './table-grid';

/** A block of the article as the typesetter reads it. `rtl` says that its lines run from right to left. */
export type Block =
  | { k: 'paragraph' | 'code' | 'caption'; c: Run[]; rtl?: boolean }
  | { k: 'heading'; c: Run[]; look: number; depth?: number; rtl?: boolean }
  | { k: 'quote' | 'figure'; b: Block[] }
  | { k: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { k: 'image'; alt: string }
  | { k: 'rule' }
  | { k: 'table'; columns: number; headers: number; cells: Cell[]; caption: Block | null };

export interface Cell {
  x: number;
  y: number;
  colspan: number;
  rowspan: number;
  header: boolean;
  b: Block[];
}

/** How deep quotes, lists and tables go; what stands deeper keeps its words, in the last of them. A typesetter's stack is short. */
export const BLOCK_DEPTH = 8;

/** What a walk through the article carries along: where its claims are, and how deep it has come. */
export interface Walk {
  places: readonly Place[];
  depth: number;
  /** How long a word may be before it has to be breakable, in characters. */
  word: number;
  /** The depth of a heading in the outline; only the article's own are in it, none inside a quote or a list. */
  outline?: (node: Node) => number;
}

/** A node of the article as blocks: one, or what is in it where nesting ends. `at` is the position before it. */
export function blocksOf(node: Node, at: number, walk: Walk): Block[] {
  if (node.isTextblock) return [textblock(node, at, walk)];
  const deeper = { ...walk, depth: walk.depth + 1, outline: undefined };
  const inside = () => childBlocks(node, at, deeper);
  if (walk.depth >= BLOCK_DEPTH && !node.isLeaf) return inside();
  switch (node.type.name) {
    case 'blockquote':
      return [{ k: 'quote', b: inside() }];
    case 'figure':
      return [{ k: 'figure', b: inside() }];
    case 'bullet_list':
    case 'ordered_list':
      return [list(node, at, deeper)];
    case 'table':
      return [table(node, at, deeper)];
    case 'image':
      return [{ k: 'image', alt: node.attrs.alt }];
    case 'horizontal_rule':
      return [{ k: 'rule' }];
    default:
      return inside();
  }
}

function textblock(node: Node, at: number, walk: Walk): Block {
  const c = runsOf(node, at, walk.places, walk.word);
  const rtl = isRightToLeft(node.textContent);
  const about = { c, ...(rtl !== undefined && { rtl }) };
  switch (node.type.name) {
    case 'heading':
      return { k: 'heading', ...about, look: node.attrs.level, ...(walk.outline && { depth: walk.outline(node) }) };
    case 'code_block':
      return { k: 'code', ...about };
    case 'caption':
      return { k: 'caption', ...about };
    default:
      return { k: 'paragraph', ...about };
  }
}

function childBlocks(node: Node, at: number, walk: Walk): Block[] {
  const blocks: Block[] = [];
  node.forEach((child, offset) => {
    blocks.push(...blocksOf(child, at + 1 + offset, walk));
  });
  return blocks;
}

function list(node: Node, at: number, walk: Walk): Block {
  const items: Block[][] = [];
  node.forEach((item, offset) => {
    items.push(childBlocks(item, at + 1 + offset, walk));
  });
  return { k: 'list', ordered: node.type.name === 'ordered_list', start: node.attrs.start ?? 1, items };
}

function table(node: Node, at: number, walk: Walk): Block {
  const { columns, headers, cells } = tableGrid(node, at);
  const narrow = { ...walk, word: columns > 1 ? WORD_IN_CELL : WORD_IN_PROSE };
  const caption = node.firstChild?.type.name === 'caption' ? textblock(node.firstChild, at + 1, walk) : null;
  return {
    k: 'table',
    columns,
    headers,
    caption,
    cells: cells.map((cell) => ({
      x: cell.x,
      y: cell.y,
      colspan: cell.colspan,
      rowspan: cell.rowspan,
      header: cell.node.type.name === 'table_header',
      b: childBlocks(cell.node, cell.at, narrow),
    })),
  };
}
