import type { Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { Container, type ContainerKind } from './container';
import type { Style } from './inline';
import { OpenText, type TextKind } from './open-text';

const { nodes } = articleSchema;

/** How deep quotes, lists and tables may stand in one another; what is deeper stays, a level up. */
const MAX_NESTING = 24;

/** A Word paragraph that is drawn as a list item. */
interface ItemLook {
  level: number;
  ordered: boolean;
}

/**
 * Builds an article out of what a walk through a page meets, so that it always fits the schema: words outside any block
 * get a paragraph, a block in a place that cannot hold it goes to the nearest one that can, structure that would be empty is
 * left out, and structure inside a heading or caption becomes lines of it.
 */
export class ArticleBuilder {
  private readonly containers: Container[] = [new Container('doc')];
  private open: OpenText | null = null;
  private item: ItemLook | null = null;
  /** Pictures that stand in the middle of a block wait for its end: the sentence around them stays in one piece. */
  private pictures: Node[] = [];

  /** The innermost open structure. */
  get inside(): ContainerKind {
    return this.top.kind;
  }

  private get top(): Container {
    return this.containers.at(-1)!;
  }

  /** Begins a structure; `endStructure` ends it. False, and only a boundary, where it cannot stand. */
  beginStructure(kind: ContainerKind, attrs: Record<string, number> | null = null): 'begun' | 'too-deep' | 'no-place' {
    this.boundary();
    if (this.open) return 'no-place';
    const ofParent = kind.startsWith('table_') || (kind === 'list_item' && this.top.isList);
    if (this.containers.length > MAX_NESTING && !ofParent) return 'too-deep';
    this.containers.push(new Container(kind, attrs));
    return 'begun';
  }

  endStructure(): void {
    this.endText();
    const container = this.containers.pop()!;
    if (container.kind === 'list_item') this.closeItem(container);
    else for (const node of container.close()) this.place(node);
  }

  private closeItem(item: Container): void {
    item.settle();
    if (item.children.length === 0) return;
    if (this.top.isList) {
      this.top.settle();
      this.top.items.push(item.children);
    } else this.top.addLoose({ level: 1, ordered: false, content: item.children });
  }

  /** Begins a textblock; `endText` or the next boundary ends it. One that is `whole` lasts until `endText`. False inside such a one. */
  beginText(kind: TextKind, attrs: Record<string, number> | null = null, whole = kind !== 'paragraph'): boolean {
    this.boundary();
    if (this.open) return false;
    const fits = kind !== 'caption' || this.inside === 'table' || this.inside === 'figure';
    this.open = new OpenText(fits ? kind : 'paragraph', attrs, whole);
    return true;
  }

  /** Makes the open paragraph an item of a list. */
  markItem(item: ItemLook): void {
    this.item = item;
  }

  get openItem(): ItemLook | null {
    return this.item;
  }

  endText(): void {
    const { open, item, pictures } = this;
    this.open = null;
    this.item = null;
    this.pictures = [];
    const node = open?.toNode();
    if (node && item && !this.top.isList) this.top.addLoose({ ...item, content: [node] });
    else if (node) this.place(node);
    for (const picture of pictures) this.place(picture);
  }

  /** Where a block begins or ends: paragraphs end, a heading or caption goes on in a new line. */
  boundary(): void {
    if (this.open?.whole) {
      if (!this.open.endsInBreak) this.open.lineBreak();
    } else this.endText();
  }

  lineBreak(): void {
    this.open?.lineBreak();
  }

  picture(node: Node): void {
    if (this.open) this.pictures.push(node);
    else this.place(node);
  }

  rule(): void {
    this.boundary();
    if (!this.open) this.place(nodes.horizontal_rule.create());
  }

  text(characters: string, style: Style): void {
    if (this.open?.kind === 'code_block') this.open.words(characters, style);
    else if (style.preserve) this.preserved(characters, style);
    else this.collapsed(characters, style);
  }

  private preserved(characters: string, style: Style): void {
    if (!this.open && characters.trim() === '') return;
    for (const [index, line] of characters.split(/\r?\n/).entries()) {
      if (index > 0) this.lineBreak();
      if (line !== '') this.words(line, style);
    }
  }

  private collapsed(characters: string, style: Style): void {
    const text = characters.replace(/[ \t\n\r\f]+/g, ' ');
    const words = text.replace(/^ | $/g, '');
    if (text.startsWith(' ')) this.open?.spaceAhead(style.marks);
    if (words === '') return;
    this.words(words, style);
    if (text.endsWith(' ')) this.open?.spaceAhead(style.marks);
  }

  private words(text: string, style: Style): void {
    if (this.open?.wantsSplit) {
      const { item } = this;
      this.endText();
      this.item = item;
    }
    this.open ??= new OpenText('paragraph', null, false);
    this.open.words(text, style);
  }

  private place(node: Node): void {
    for (let index = this.containers.length - 1; index >= 0; index--) {
      if (this.containers[index]!.take(node)) return;
    }
    throw new Error(`An article cannot hold a ${node.type.name}.`);
  }

  /** The article. An import without a single block gives one empty paragraph. */
  finish(): Node {
    this.boundary();
    return this.top.close()[0] ?? nodes.doc.create(null, nodes.paragraph.create());
  }
}
