import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import type { Tally } from '../dropped';
import type { Flow, Paragraph, Picture, Table } from './flow';
import { type Inline, type InlineBuilder, isBlank } from './inline-builder';
import { type BuiltItem, listsOf } from './list-builder';
import type { ListItem, Numbering } from './numbering';
import { gridOf, type MergedCell } from './table-grid';

const { nodes } = articleSchema;

/** How deep tables may stand in one another; the words of deeper ones stay, a level up. */
const MOST_TABLES = 12;

/** Styles of Stet's own documents: of a paragraph that only Word asks for, and of the words in a cell that heads others. */
const FILLER_STYLE = 'StetFiller';
const HEAD_STYLE = 'StetColumnHead';

/** What a document says of itself in its text. */
export interface Stated {
  title: string;
  byline: string;
}

/** Makes blocks of flows: items become lists, quoted paragraphs a quote, lines of code a block, a caption goes to its picture or table. */
export class BlockBuilder {
  readonly stated: Stated = { title: '', byline: '' };
  private tables = 0;

  constructor(
    readonly inlines: InlineBuilder,
    private readonly numbering: Numbering,
    private readonly tally: Tally,
    /** Empty paragraphs are the article's own. Elsewhere they are the space between others. */
    private readonly keepsEmpty: boolean,
  ) {}

  build(flow: Flow): Node[] {
    const blocks = new Blocks(this.inlines);
    for (const block of flow) {
      if (block.kind === 'table') this.table(block, blocks);
      else this.paragraph(block, blocks);
    }
    return blocks.finish();
  }

  private paragraph(paragraph: Paragraph, blocks: Blocks): void {
    const { role, rule } = paragraph.look;
    const inline = this.inlines.build(paragraph);
    const built = { paragraph, inline };
    const blank = isBlank(inline.text);
    if (blank && rule) blocks.put(nodes.horizontal_rule.create());
    else if (role === 'code') blocks.code(built);
    else if (!blank || this.isOwnEmpty(paragraph)) this.words(built, blocks);
    for (const picture of paragraph.pictures) blocks.beside(imageOf(picture));
    for (const aside of paragraph.asides) for (const node of this.build(aside)) blocks.put(node);
  }

  private isOwnEmpty({ pictures, look }: Paragraph): boolean {
    return this.keepsEmpty && pictures.length === 0 && look.style !== FILLER_STYLE;
  }

  private words(built: Built, blocks: Blocks): void {
    const { paragraph, inline } = built;
    const { role, level, numbering } = paragraph.look;
    if (role === 'caption' && paragraph.pictures.length === 0) blocks.caption(built);
    else if (role === 'continuation') blocks.continue(level, blocks.textblock(built, 'paragraph'));
    else if (role === 'quote') blocks.quote(blocks.textblock(built, 'paragraph'));
    else if (role === 'title' || role === 'heading') {
      if (role === 'title') this.stated.title ||= inline.text;
      blocks.put(blocks.textblock(built, 'heading', { level }));
    } else {
      if (role === 'byline') this.stated.byline ||= inline.text;
      const item = numbering && this.numbering.item(numbering.list, numbering.level);
      const node = blocks.textblock(built, 'paragraph');
      if (item) blocks.item(item, node);
      else blocks.put(node);
    }
  }

  private table(table: Table, blocks: Blocks): void {
    const rows = gridOf(table);
    if (rows.length === 0) {
      for (const row of table.rows) for (const { flow } of row.cells) this.build(flow);
      return;
    }
    if (this.tables >= MOST_TABLES) {
      this.tally.add('nesting');
      for (const cell of rows.flat()) for (const node of this.content(cell)) blocks.put(node);
      return;
    }
    blocks.beginTable();
    this.tables++;
    const built = rows.map((cells) =>
      nodes.table_row.create(
        null,
        cells.map((cell) => this.cell(cell)),
      ),
    );
    this.tables--;
    blocks.endTable(built);
  }

  private cell(cell: MergedCell): Node {
    const content = this.content(cell);
    const [first] = cell.flows[0] ?? [];
    const heads = cell.header || (first?.kind === 'paragraph' && first.look.style === HEAD_STYLE);
    const type = heads ? nodes.table_header : nodes.table_cell;
    const attrs = { colspan: cell.columns, rowspan: cell.rows };
    return type.create(attrs, content.length > 0 ? content : nodes.paragraph.create());
  }

  private content(cell: MergedCell): Node[] {
    const content = cell.flows.flatMap((flow) => this.build(flow));
    for (const flow of cell.gone) this.build(flow);
    return content;
  }
}

function imageOf({ alt }: Picture): Node {
  return nodes.image.create({ src: '', alt });
}

interface Built {
  readonly paragraph: Paragraph;
  readonly inline: Inline;
}

/** Blocks of one flow as they come, with those that belong together gathered until another kind follows. */
class Blocks {
  private readonly done: Node[] = [];
  private items: BuiltItem[] = [];
  private quoted: Node[] = [];
  private lines: Built[] = [];
  private waitingCaption: Built | null = null;

  constructor(private readonly inlines: InlineBuilder) {}

  textblock(
    { paragraph, inline }: Built,
    kind: 'paragraph' | 'heading' | 'caption',
    attrs: { level: number } | null = null,
  ): Node {
    const node = nodes[kind].create(attrs, inline.content);
    this.inlines.textblocks.set(paragraph, { node, base: 0 });
    return node;
  }

  put(node: Node): void {
    this.settle();
    this.done.push(node);
  }

  /** What stands beside a paragraph's words and follows them. */
  beside(node: Node): void {
    const item = this.items.at(-1);
    if (item) item.content.push(node);
    else if (this.quoted.length > 0) this.quoted.push(node);
    else this.put(node);
  }

  item(item: ListItem, node: Node): void {
    if (this.items.length === 0) this.settle();
    this.items.push({ ...item, content: [node], goesOn: false });
  }

  /** A paragraph that goes on in a list item of such a depth; one by itself where no list is open. */
  continue(level: number, node: Node): void {
    const item = this.items.findLast((open) => open.level <= level);
    if (item) this.items.push({ ...item, content: [node], goesOn: true });
    else this.put(node);
  }

  quote(node: Node): void {
    if (this.quoted.length === 0) this.settle();
    this.quoted.push(node);
  }

  code(line: Built): void {
    if (this.lines.length === 0) {
      if (isBlank(line.inline.text)) return;
      this.settle();
    }
    this.lines.push(line);
  }

  caption(caption: Built): void {
    this.settle();
    const last = this.done.at(-1);
    if (last?.type === nodes.image) {
      this.done[this.done.length - 1] = nodes.figure.create(null, [last, this.textblock(caption, 'caption')]);
    } else this.waitingCaption = caption;
  }

  private tableCaption: Node | null = null;

  beginTable(): void {
    const caption = this.waitingCaption;
    this.waitingCaption = null;
    this.settle();
    this.tableCaption = caption && this.textblock(caption, 'caption');
  }

  endTable(rows: readonly Node[]): void {
    this.done.push(nodes.table.create(null, this.tableCaption ? [this.tableCaption, ...rows] : rows));
    this.tableCaption = null;
  }

  finish(): Node[] {
    this.settle();
    return this.done;
  }

  /** Makes what was gathered into blocks, since something else follows. */
  private settle(): void {
    const { items, quoted, lines, waitingCaption } = this;
    this.items = [];
    this.quoted = [];
    this.lines = [];
    this.waitingCaption = null;
    if (items.length > 0) this.done.push(...listsOf(items));
    if (quoted.length > 0) this.done.push(nodes.blockquote.create(null, quoted));
    if (lines.length > 0) this.codeBlock(lines);
    if (waitingCaption) this.done.push(this.textblock(waitingCaption, 'paragraph'));
  }

  private codeBlock(lines: readonly Built[]): void {
    const last = lines.findLastIndex(({ inline }) => !isBlank(inline.text));
    const kept = lines.slice(0, last + 1);
    const text = kept.map(({ inline }) => inline.text).join('\n');
    const node = nodes.code_block.create(null, articleSchema.text(text));
    let base = 0;
    for (const { paragraph, inline } of kept) {
      this.inlines.textblocks.set(paragraph, { node, base });
      base += inline.text.length + 1;
    }
    this.done.push(node);
  }
}
