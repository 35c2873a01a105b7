import type { Mark, Node } from 'prosemirror-model';
import type { Verdict } from '@/core/claim/scale';
import { html, type Markup, trusted } from './markup';

/** One anchor in the text, ready to be drawn: `from`, `to` are ProseMirror positions of the report's doc. */
export interface MarkedPlace {
  number: number;
  from: number;
  to: number;
  lane: number;
  verdict: Verdict | undefined;
  /** The claim's first place carries the id that the list of claims leads back to. */
  first: boolean;
  /** What a screen reader says of the reference: "Claim 3: False". */
  label: string;
}

/** The children of the doc, each with its position and the HTML of its words, marks and references. */
export function markedBlocks(
  doc: Node,
  places: readonly MarkedPlace[],
): { node: Node; from: number; to: number; markup: Markup }[] {
  const blocks: { node: Node; from: number; to: number; markup: Markup }[] = [];
  doc.forEach((node, at) => {
    const to = at + node.nodeSize;
    const here = places.filter((place) => place.from < to && place.to > at);
    blocks.push({ node, from: at, to, markup: block(node, at, here) });
  });
  return blocks;
}

function block(node: Node, at: number, places: readonly MarkedPlace[]): Markup {
  const inside = () => children(node, at, places);
  switch (node.type.name) {
    case 'paragraph':
      return html`<p dir="auto">${inline(node, at, places)}</p>`;
    case 'heading':
      return heading(Math.min(6, Math.max(2, node.attrs.level)), inline(node, at, places));
    case 'code_block':
      return html`<pre dir="auto"><code>${inline(node, at, places)}</code></pre>`;
    case 'caption':
      return html`<figcaption dir="auto">${inline(node, at, places)}</figcaption>`;
    case 'blockquote':
      return html`<blockquote>${inside()}</blockquote>`;
    case 'bullet_list':
      return html`<ul>${inside()}</ul>`;
    case 'ordered_list':
      return html`<ol start="${node.attrs.start}">${inside()}</ol>`;
    case 'list_item':
      return html`<li>${inside()}</li>`;
    case 'figure':
      return html`<figure>${inside()}</figure>`;
    case 'image':
      return html`<div class="image" role="img" aria-label="${node.attrs.alt || 'Image'}">${node.attrs.alt}</div>`;
    case 'table':
      return table(node, at, places);
    case 'table_row':
      return html`<tr>${inside()}</tr>`;
    case 'table_header':
      return html`<th colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</th>`;
    case 'table_cell':
      return html`<td colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</td>`;
    case 'horizontal_rule':
      return html`<hr>`;
    default:
      return node.isTextblock ? html`<p dir="auto">${inline(node, at, places)}</p>` : html`<div>${inside()}</div>`;
  }
}

function heading(level: number, words: Markup[]): Markup {
  if (level === 2) return html`<h2 dir="auto">${words}</h2>`;
  if (level === 3) return html`<h3 dir="auto">${words}</h3>`;
  return html`<h4 dir="auto">${words}</h4>`;
}

/** HTML wants a caption before the rows and calls it by another name than a figure's. */
function table(node: Node, at: number, places: readonly MarkedPlace[]): Markup {
  const caption = node.firstChild?.type.name === 'caption' ? node.firstChild : null;
  const rows: Markup[] = [];
  node.forEach((child, offset) => {
    if (child !== caption) rows.push(block(child, at + 1 + offset, places));
  });
  return html`<div class="wide"><table>${caption && html`<caption dir="auto">${inline(caption, at + 1, places)}</caption>`}<tbody>${rows}</tbody></table></div>`;
}

function children(node: Node, at: number, places: readonly MarkedPlace[]): Markup[] {
  const parts: Markup[] = [];
  node.forEach((child, offset) => {
    parts.push(block(child, at + 1 + offset, places));
  });
  return parts;
}

/** A textblock's words cut where a place begins or ends, so that each piece lies in the same places from end to end. */
function inline(node: Node, at: number, places: readonly MarkedPlace[]): Markup[] {
  const start = at + 1;
  const here = places
    .filter((place) => place.from < start + node.content.size && place.to > start)
    .sort((a, b) => a.lane - b.lane);
  const cuts = [...new Set(here.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const parts: Markup[] = [];
  node.forEach((child, offset) => {
    const from = start + offset;
    const to = from + child.nodeSize;
    const edges = child.isText ? [from, ...cuts.filter((cut) => cut > from && cut < to), to] : [from, to];
    edges.slice(0, -1).forEach((edge, index) => {
      const next = edges[index + 1]!;
      const words = child.isText ? html`${child.text!.slice(edge - from, next - from)}` : html`<br>`;
      parts.push(marked(styled(words, child.marks), edge, next, here));
    });
  });
  return parts;
}

function marked(words: Markup, from: number, to: number, places: readonly MarkedPlace[]): Markup {
  const over = places.filter((place) => place.from < to && place.to > from);
  const spans = over.reduceRight((within, place) => {
    const id = place.first && place.from >= from && place.from < to ? html` id="t${place.number}"` : null;
    return html`<span class="m" data-lane="${Math.min(place.lane, 3)}" data-colour="${place.verdict?.colour ?? 'none'}" data-pattern="${place.verdict?.pattern ?? 'none'}"${id}>${within}</span>`;
  }, words);
  const ending = over.filter((place) => place.to <= to);
  return html`${spans}${ending.map((place) => html`<a class="ref" data-colour="${place.verdict?.colour ?? 'none'}" href="#c${place.number}" aria-label="${place.label}">${place.number}</a>`)}`;
}

const tags: Record<string, string> = {
  emphasis: 'em',
  strong: 'strong',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
};

function styled(words: Markup, marks: readonly Mark[]): Markup {
  return marks.reduceRight((within, mark) => {
    if (mark.type.name === 'link')
      return html`<a href="${mark.attrs.href}" rel="noopener noreferrer nofollow">${within}</a>`;
    const tag = tags[mark.type.name];
    return tag ? html`${trusted(`<${tag}>`)}${within}${trusted(`</${tag}>`)}` : within;
  }, words);
}
