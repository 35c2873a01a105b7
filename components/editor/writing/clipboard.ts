import { DOMParser, Fragment, type Node, Slice, type TagParseRule } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { articleSchema } from '@/core/article/schema';
import { isWebAddress } from '@/core/web-address';

const headings = [1, 2, 3, 4, 5, 6].map(
  (level): TagParseRule => ({ tag: `h${level}`, node: 'heading', attrs: { level } }),
);
const mark = (name: string, ...tags: string[]) => tags.map((tag): TagParseRule => ({ tag, mark: name }));

/** What pasted or dropped markup keeps. Pictures, scripts and styles go; a link that is none of the web is its words. */
const rules: TagParseRule[] = [
  { tag: 'head, style, script, template, noscript, iframe, object, svg, math, button, input', ignore: true },
  { tag: 'p', node: 'paragraph' },
  ...headings,
  { tag: 'pre', node: 'code_block', preserveWhitespace: 'full' },
  { tag: 'blockquote', node: 'blockquote' },
  { tag: 'ul', node: 'bullet_list' },
  {
    tag: 'ol',
    node: 'ordered_list',
    getAttrs: (element) => {
      const start = whole(element, 'start');
      return { start: Number.isSafeInteger(start) ? start : 1 };
    },
  },
  { tag: 'li', node: 'list_item' },
  { tag: 'table', node: 'table' },
  { tag: 'tr', node: 'table_row' },
  { tag: 'td', node: 'table_cell', getAttrs: spans },
  { tag: 'th', node: 'table_header', getAttrs: spans },
  { tag: 'figure', node: 'figure' },
  { tag: 'caption, figcaption', node: 'caption' },
  { tag: 'hr', node: 'horizontal_rule' },
  { tag: 'br', node: 'hard_break' },
  {
    tag: 'a[href]',
    mark: 'link',
    getAttrs: (element) => {
      const href = element.getAttribute('href') ?? '';
      return isWebAddress(href) ? { href } : false;
    },
  },
  ...mark('emphasis', 'em', 'i'),
  ...mark('strong', 'strong', 'b:not([data-plain])'),
  ...mark('underline', 'u'),
  ...mark('strike', 's', 'del', 'strike'),
  ...mark('code', 'code', 'kbd', 'samp'),
  ...mark('superscript', 'sup'),
  ...mark('subscript', 'sub'),
];

/** As HTML bounds them: the schema throws at anything else, and the browser would then paste by itself. */
function spans(element: HTMLElement) {
  const count = (name: string) => {
    const cells = whole(element, name);
    return cells >= 1 ? Math.min(cells, 1000) : 1;
  };
  return { colspan: count('colspan'), rowspan: count('rowspan') };
}

function whole(element: HTMLElement, name: string): number {
  return Number.parseInt(element.getAttribute(name) ?? '', 10);
}

/** Characters that no export could hold (XML 1.0, 2.2); the server refuses them. */
const FORBIDDEN = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r]]/gv;

/** Reads what is pasted into the text while the person is editing. */
export function clipboardIn(isEditing: () => boolean): Plugin {
  return new Plugin({
    props: {
      clipboardParser: new DOMParser(articleSchema, rules),
      transformPastedHTML: withoutStyles,
      transformPastedText: (text) => text.replace(/\r\n?/g, '\n'),
      // Only here: in markup a character can also be written as its number.
      transformPasted: ({ content, openStart, openEnd }) => new Slice(allowed(content), openStart, openEnd),
      handleDOMEvents: {
        // A picture or a file has no words to put in.
        drop: (_view, event) => isEditing() && (event.dataTransfer?.files.length ?? 0) > 0 && refuse(event),
      },
    },
  });
}

/**
 * Markup without its styles: none is kept, and the page's security policy would complain of each. A `b` that its style makes
 * plain, as around all that Google Docs puts on the clipboard, stays known as such.
 */
function withoutStyles(html: string): string {
  return html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^>]*>/gi, (tag) => {
    const plain = /^<b\b/i.test(tag) && /font-weight:\s*normal/i.test(tag);
    const bare = tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '');
    return plain ? bare.replace(/^<b\b/i, '<b data-plain') : bare;
  });
}

function allowed(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    const words = node.text?.replace(FORBIDDEN, '');
    if (words === undefined) nodes.push(node.copy(allowed(node.content)));
    else if (words !== '') nodes.push(articleSchema.text(words, node.marks));
  });
  return Fragment.fromArray(nodes);
}

function refuse(event: Event): boolean {
  event.preventDefault();
  return true;
}
