import { Fragment, type Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';

const { nodes } = articleSchema;

export type ContainerKind =
  | 'doc'
  | 'blockquote'
  | 'bullet_list'
  | 'ordered_list'
  | 'list_item'
  | 'table'
  | 'table_row'
  | 'table_cell'
  | 'table_header'
  | 'figure';

/** A list item that stands outside any list: a stray `li`, or a paragraph that Word drew as an item. `level` from 1. */
export interface LooseItem {
  level: number;
  ordered: boolean;
  content: Node[];
}

/** Structure that is being filled. */
export class Container {
  readonly children: Node[] = [];
  /** The contents of the items of a list, each an array of blocks. */
  readonly items: Node[][] = [];
  readonly captions: Node[] = [];
  private loose: LooseItem[] = [];

  constructor(
    readonly kind: ContainerKind,
    readonly attrs: Record<string, number> | null = null,
  ) {}

  get isList(): boolean {
    return this.kind === 'bullet_list' || this.kind === 'ordered_list';
  }

  addLoose(item: LooseItem): void {
    this.loose.push(item);
  }

  /** Takes in a block, if this kind of structure can hold it. */
  take(node: Node): boolean {
    if (this.isList) {
      const last = this.items.at(-1);
      // A list right inside a list belongs to the item before it: this is how many editors write nesting.
      if (last && (node.type === nodes.bullet_list || node.type === nodes.ordered_list)) last.push(node);
      else this.items.push([node]);
      return true;
    }
    if (node.type === nodes.caption) {
      if (this.kind !== 'table' && this.kind !== 'figure') return false;
      this.captions.push(node);
      // In a figure the caption also keeps its place among the rest.
      if (this.kind === 'figure') this.children.push(node);
      return true;
    }
    if (this.kind === 'table' && node.type !== nodes.table_row) return false;
    if (this.kind === 'table_row' && node.type !== nodes.table_cell && node.type !== nodes.table_header) return false;
    this.settle();
    this.children.push(node);
    return true;
  }

  /** Makes lists of the loose items so far, since something else follows them. */
  settle(): void {
    if (this.loose.length === 0) return;
    const lists = listsOf(this.loose);
    this.loose = [];
    if (this.isList) this.items.push(lists);
    else this.children.push(...lists);
  }

  /** What the finished structure puts into its parent: nothing when it is empty, several blocks where the schema has no one for it. */
  close(): Node[] {
    this.settle();
    switch (this.kind) {
      case 'bullet_list':
      case 'ordered_list': {
        const items = this.items
          .filter((content) => content.length > 0)
          .map((content) => nodes.list_item.create(null, content));
        return items.length > 0 ? [nodes[this.kind].create(this.attrs, items)] : [];
      }
      case 'table':
        return closeTable(this.children, this.captions);
      case 'figure':
        return closeFigure(this.children, this.captions);
      case 'table_cell':
      case 'table_header':
        return [
          nodes[this.kind].create(this.attrs, this.children.length > 0 ? this.children : nodes.paragraph.create()),
        ];
      default:
        return this.children.length > 0 ? [nodes[this.kind].create(this.attrs, this.children)] : [];
    }
  }
}

function closeTable(rows: readonly Node[], captions: readonly Node[]): Node[] {
  const caption = joined(captions);
  if (rows.length > 0) return [nodes.table.create(null, caption ? [caption, ...rows] : rows)];
  return caption ? [nodes.paragraph.create(null, caption.content)] : [];
}

/** A picture and its caption are one figure; a table takes the caption as its own; beside anything else it stands alone. */
function closeFigure(children: readonly Node[], captions: readonly Node[]): Node[] {
  const caption = joined(captions);
  const others = children.filter((node) => node.type !== nodes.caption);
  if (!caption)
    return others.length === 1 && others[0]!.type === nodes.image ? [nodes.figure.create(null, others)] : others;
  const first = children[0]!.type === nodes.caption;
  const neighbour = first ? others[0] : others.at(-1);
  const rest = first ? others.slice(1) : others.slice(0, -1);
  const captioned = neighbour ? withCaption(neighbour, caption, first) : [nodes.figure.create(null, caption)];
  return first ? [...captioned, ...rest] : [...rest, ...captioned];
}

function withCaption(neighbour: Node, caption: Node, before: boolean): Node[] {
  if (neighbour.type === nodes.image) return [nodes.figure.create(null, [neighbour, caption])];
  if (neighbour.type === nodes.table && neighbour.firstChild?.type !== nodes.caption)
    return [neighbour.copy(Fragment.from(caption).append(neighbour.content))];
  const alone = nodes.figure.create(null, caption);
  return before ? [alone, neighbour] : [neighbour, alone];
}

function joined(captions: readonly Node[]): Node | null {
  if (captions.length < 2) return captions[0] ?? null;
  const lines = captions.flatMap((caption, index) =>
    index === 0 ? [...caption.children] : [nodes.hard_break.create(), ...caption.children],
  );
  return nodes.caption.create(null, lines);
}

/** Nested lists out of items that only know their level. */
function listsOf(items: readonly LooseItem[]): Node[] {
  const level = Math.min(...new Set(items.map((item) => item.level)));
  const lists: { ordered: boolean; contents: Node[][] }[] = [];
  for (let index = 0; index < items.length; ) {
    const item = items[index]!;
    if (item.level > level) {
      let end = index + 1;
      while (end < items.length && items[end]!.level > level) end++;
      const inner = listsOf(items.slice(index, end));
      const above = lists.at(-1)?.contents.at(-1);
      if (above) above.push(...inner);
      else lists.push({ ordered: false, contents: [inner] });
      index = end;
      continue;
    }
    if (lists.at(-1)?.ordered === item.ordered) lists.at(-1)!.contents.push(item.content);
    else lists.push({ ordered: item.ordered, contents: [item.content] });
    index++;
  }
  return lists.map(({ ordered, contents }) =>
    nodes[ordered ? 'ordered_list' : 'bullet_list'].create(
      null,
      contents.map((content) => nodes.list_item.create(null, content)),
    ),
  );
}
