import type { Mark, Node } from 'prosemirror-model';
import { html, type Markup, trusted } from '@/core/report/html/markup';
import { isWebAddress } from '@/core/web-address';

/** A page as it is copied: its article, and what is known of it beside. */
export interface CopiedPage {
  readonly title: string;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  /** Of `articleSchema`. */
  readonly doc: Node;
  /** Where it was in the end, after every redirect. */
  readonly address: string;
  /** ISO 8601. */
  readonly fetchedAt: string;
  /** SHA-256 of its words, in lower-case hexadecimal. */
  readonly textSha256: string;
}

/**
 * A page as one file that lasts: its words, headings, lists and tables in markup that is all our own. It has no script, no style and
 * no picture of the page, names nothing that a browser would fetch, and writes links out as the addresses that they led to. Whatever
 * opens it, a policy in it forbids it to run or fetch anything.
 */
export function pageCopy(page: CopiedPage): string {
  const about = [page.byline, page.publisher, page.publishedAt].filter(Boolean).join(' · ');
  return html`<!doctype html>
<html lang="${page.language ?? ''}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<h1 dir="auto">${page.title}</h1>
${about && html`<p dir="auto">${about}</p>`}
<p>Copied by Stet on ${page.fetchedAt} from ${page.address}</p>
<p>SHA-256 of its words: ${page.textSha256}</p>
<hr>
${page.doc.children.map(block)}
</body>
</html>
`.source;
}

const style =
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif;color:#16181b;background:#fff}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3rem .5rem;text-align:start;vertical-align:top}blockquote{margin-inline-start:1rem;padding-inline-start:1rem;border-inline-start:2px solid #bbb}pre{white-space:pre-wrap}';

function block(node: Node): Markup {
  const inside = () => node.children.map(block);
  switch (node.type.name) {
    case 'heading':
      return heading(node.attrs.level, node.children.map(inline));
    case 'code_block':
      return html`<pre dir="auto">${node.textContent}</pre>\n`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>\n`;
    case 'bullet_list':
      return html`<ul>${inside()}</ul>\n`;
    case 'ordered_list':
      return html`<ol start="${node.attrs.start}">${inside()}</ol>\n`;
    case 'list_item':
      return html`<li>${inside()}</li>\n`;
    case 'table':
      return html`<table>${rows(node)}</table>\n`;
    case 'table_row':
      return html`<tr>${inside()}</tr>\n`;
    case 'table_cell':
      return html`<td colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</td>`;
    case 'table_header':
      return html`<th colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</th>`;
    case 'image':
      return html`<p dir="auto">[Picture${node.attrs.alt && `: ${node.attrs.alt}`}]</p>\n`;
    case 'horizontal_rule':
      return html`<hr>\n`;
    case 'figure':
      return html`<div>${inside()}</div>\n`;
    default:
      return html`<p dir="auto">${node.children.map(inline)}</p>\n`;
  }
}

/** A table's caption stands in its own element, before the rows. */
function rows(table: Node): Markup[] {
  return table.children.map((child) =>
    child.type.name === 'caption' ? html`<caption dir="auto">${child.children.map(inline)}</caption>` : block(child),
  );
}

function heading(level: number, words: Markup[]): Markup {
  if (level <= 2) return html`<h2 dir="auto">${words}</h2>\n`;
  return level === 3 ? html`<h3 dir="auto">${words}</h3>\n` : html`<h4 dir="auto">${words}</h4>\n`;
}

const tags: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
};

function inline(node: Node, index: number, among: readonly Node[]): Markup {
  if (!node.isText) return html`<br>`;
  const words = node.marks.reduceRight((within, { type }) => {
    const tag = tags[type.name];
    return tag ? html`${trusted(`<${tag}>`)}${within}${trusted(`</${tag}>`)}` : within;
  }, html`${node.text}`);
  const address = addressOf(node);
  // A link may be cut into several pieces by its other marks: its address is written behind the last of them.
  const ends = address !== null && addressOf(among[index + 1]) !== address && address !== node.text;
  return ends ? html`${words} [${address}]` : words;
}

function addressOf(node: Node | undefined): string | null {
  const link = node?.marks.find((mark: Mark) => mark.type.name === 'link');
  return link && isWebAddress(link.attrs.href) ? link.attrs.href : null;
}
