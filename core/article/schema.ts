import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The article as ProseMirror sees it: what an import keeps and the only markup a desk or a report ever draws.
 *
 * Textblocks (`group: 'textblock'`) are the blocks of the plain text; everything else is structure around them.
 * `dir="auto"` lets each block find its own direction, so an Arabic quote inside a German article reads rightly.
 * Images keep where they came from as data but are never loaded: a draft must not tell its pictures' hosts that it is read.
 */
const block = (tag: string): DOMOutputSpec => [tag, { dir: 'auto' }, 0];

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block textblock', toDOM: () => block('p') },
  heading: {
    attrs: { level: { default: 2, validate: whole(1, 6) } },
    content: 'inline*',
    group: 'block textblock',
    defining: true,
    toDOM: (node) => block(`h${node.attrs.level}`),
  },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'block textblock',
    code: true,
    defining: true,
    toDOM: () => ['pre', { dir: 'auto' }, ['code', 0]],
  },
  blockquote: { content: 'block+', group: 'block', defining: true, toDOM: () => ['blockquote', 0] },
  bullet_list: { content: 'list_item+', group: 'block', toDOM: () => ['ul', 0] },
  ordered_list: {
    attrs: { start: { default: 1, validate: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) } },
    content: 'list_item+',
    group: 'block',
    toDOM: (node) => ['ol', node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  },
  list_item: { content: 'block+', defining: true, toDOM: () => ['li', 0] },
  table: { content: 'caption? table_row+', group: 'block', isolating: true, toDOM: () => ['table', ['tbody', 0]] },
  table_row: { content: '(table_cell | table_header)+', toDOM: () => ['tr', 0] },
  table_cell: cell('td'),
  table_header: cell('th'),
  figure: { content: 'image? caption?', group: 'block', isolating: true, toDOM: () => ['figure', 0] },
  caption: { content: 'inline*', group: 'textblock', toDOM: () => block('figcaption') },
  image: {
    attrs: { src: { default: '', validate: 'string' }, alt: { default: '', validate: 'string' } },
    group: 'block',
    atom: true,
    toDOM: (node) => [
      'div',
      { class: 'image', role: 'img', 'aria-label': node.attrs.alt || 'Image' },
      node.attrs.alt || '',
    ],
  },
  horizontal_rule: { group: 'block', toDOM: () => ['hr'] },
  hard_break: { inline: true, group: 'inline', selectable: false, linebreakReplacement: true, toDOM: () => ['br'] },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

/** Refuses what is not a whole number between two: an attribute is drawn as it is, and a browser draws no heading of level 1.5. */
function whole(least: number, most: number) {
  return (value: unknown) => {
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
      throw new RangeError(`Not a whole number from ${least} to ${most}.`);
  };
}

function cell(tag: 'td' | 'th'): NodeSpec {
  return {
    attrs: { colspan: { default: 1, validate: whole(1, 1000) }, rowspan: { default: 1, validate: whole(0, 65_534) } },
    content: 'block+',
    isolating: true,
    toDOM: (node) => [tag, { ...span('colspan', node.attrs.colspan), ...span('rowspan', node.attrs.rowspan) }, 0],
  };
}

function span(name: string, cells: number) {
  return cells === 1 ? {} : { [name]: cells };
}

const marks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0],
  },
  emphasis: { toDOM: () => ['em', 0] },
  strong: { toDOM: () => ['strong', 0] },
  underline: { toDOM: () => ['u', 0] },
  strike: { toDOM: () => ['s', 0] },
  code: { toDOM: () => ['code', 0] },
  superscript: { excludes: 'subscript', toDOM: () => ['sup', 0] },
  subscript: { excludes: 'superscript', toDOM: () => ['sub', 0] },
} satisfies Record<string, MarkSpec>;

export const articleSchema = new Schema({ nodes, marks });
