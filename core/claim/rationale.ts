import { lexer, type Token, type Tokens } from 'marked';
import { isWebAddress } from '@/core/web-address';

/** What stands inside a line. A link's `href` is http or https. */
export type RationaleInline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; children: RationaleInline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: RationaleInline[] }
  | { kind: 'break' };

/** A block of a rationale. */
export type RationaleNode =
  | { kind: 'paragraph'; children: RationaleInline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: RationaleNode[][] }
  | { kind: 'quote'; children: RationaleNode[] }
  | { kind: 'code'; text: string };

/**
 * The longest rationale whose markup is read, in UTF-16 units, some 3,000 words; a longer one is shown as plain paragraphs.
 * Markdown can be written so that reading it takes the square of its length: at this bound at most a quarter of a second.
 */
export const MARKUP_LIMIT = 20_000;

/** How deep lists, quotes and emphasis go; what stands deeper keeps its signs, so that whoever walks the tree has a shallow one. */
export const DEPTH_LIMIT = 12;

/**
 * Markdown as a small tree that holds nothing which could act: paragraphs, lists, quotes, code, emphasis, strong, breaks, and
 * links to web addresses. Everything else stays the words that it was typed as: HTML is text, any other link is its words, an
 * image its description, a heading a strong paragraph; tables and ~~struck~~ words keep their signs, since without them they
 * would say something else. A line end inside a paragraph is a break, as a person who typed one expects.
 */
export function rationaleTree(markdown: string): RationaleNode[] {
  if (markdown.length > MARKUP_LIMIT) return plain(markdown);
  try {
    return blocks(lexer(markdown, { gfm: true, breaks: true }), 0);
  } catch (error) {
    // Thousands of nested quotes or lists run the reader out of its stack; such a text means nothing by its marks.
    if (error instanceof RangeError) return plain(markdown);
    throw error;
  }
}

/** The words of a rationale as one line: blocks, items and breaks are parted by a space, links and emphasis leave their words. */
export function rationaleText(tree: readonly RationaleNode[]): string {
  return tree.map(blockText).join(' ').replace(/\s+/g, ' ').trim();
}

function plain(markdown: string): RationaleNode[] {
  return markdown
    .split(/\n\s*\n/)
    .filter((words) => words.trim() !== '')
    .map((words) => ({ kind: 'paragraph', children: lines(words.trim()) }));
}

function blocks(tokens: readonly Token[], depth: number): RationaleNode[] {
  if (depth > DEPTH_LIMIT) return plain(tokens.map((token) => token.raw).join(''));
  return tokens.flatMap((token): RationaleNode[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'paragraph':
      case 'text':
        return [{ kind: 'paragraph', children: token.tokens ? inlines(token.tokens, 0) : lines(words(token.text)) }];
      case 'heading':
        return [{ kind: 'paragraph', children: [{ kind: 'strong', children: inlines(token.tokens ?? [], 0) }] }];
      case 'blockquote':
        return [{ kind: 'quote', children: blocks(token.tokens ?? [], depth + 1) }];
      case 'list':
        return [list(token as Tokens.List, depth + 1)];
      case 'code':
        return [{ kind: 'code', text: token.text }];
      default:
        // HTML, tables, rules, the addresses of reference links: as they were typed.
        return plain(token.raw);
    }
  });
}

function list(token: Tokens.List, depth: number): RationaleNode {
  const items = token.items.map((one) => item(one, depth));
  return { kind: 'list', ordered: token.ordered, start: token.start || 1, items };
}

/** The reader gives a tight item's checkbox beside its line and a loose one's within it; both are signs in the line. */
function item({ tokens: [first, ...rest] }: Tokens.ListItem, depth: number): RationaleNode[] {
  if (!first) return [];
  if (first.type !== 'checkbox') return blocks([first, ...rest], depth);
  const [line, ...others] = blocks(rest, depth);
  const sign: RationaleInline = { kind: 'text', text: first.raw };
  return line?.kind === 'paragraph'
    ? [{ kind: 'paragraph', children: [sign, ...line.children] }, ...others]
    : [{ kind: 'paragraph', children: [sign] }, ...(line ? [line] : []), ...others];
}

function inlines(tokens: readonly Token[], depth: number): RationaleInline[] {
  if (depth > DEPTH_LIMIT) return lines(tokens.map((token) => token.raw).join(''));
  return tokens.flatMap((token): RationaleInline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return lines(words(token.text));
      case 'em':
        return [{ kind: 'emphasis', children: inlines(token.tokens ?? [], depth + 1) }];
      case 'strong':
        return [{ kind: 'strong', children: inlines(token.tokens ?? [], depth + 1) }];
      case 'del':
        return [{ kind: 'text', text: '~~' }, ...inlines(token.tokens ?? [], depth + 1), { kind: 'text', text: '~~' }];
      case 'codespan':
        return [{ kind: 'code', text: token.text }];
      case 'br':
        return [{ kind: 'break' }];
      case 'link':
        return link(token as Tokens.Link, depth);
      case 'image':
        return lines(words(token.text));
      default:
        return lines(token.raw);
    }
  });
}

function link(token: Tokens.Link, depth: number): RationaleInline[] {
  const href = words(token.href);
  const children = inlines(token.tokens, depth + 1);
  return isWebAddress(href) ? [{ kind: 'link', href, children }] : children;
}

/** Text with a break for every line end. */
function lines(text: string): RationaleInline[] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index): RationaleInline[] => [
      ...(index > 0 ? [{ kind: 'break' as const }] : []),
      ...(line === '' ? [] : [{ kind: 'text' as const, text: line }]),
    ]);
}

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The few character references that Markdown editors write, read once; any other stays as it is. */
function words(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (reference, name: string) =>
    name === '#39' ? "'" : (CHARACTERS[name] ?? reference),
  );
}

function blockText(node: RationaleNode): string {
  switch (node.kind) {
    case 'paragraph':
      return inlineText(node.children);
    case 'list':
      return node.items.map(rationaleText).join(' ');
    case 'quote':
      return rationaleText(node.children);
    case 'code':
      return node.text;
  }
}

function inlineText(nodes: readonly RationaleInline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'break') return ' ';
      return 'text' in node ? node.text : inlineText(node.children);
    })
    .join('');
}
