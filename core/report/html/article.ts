import type { Mark, Node } from 'prosemirror-model';
import type { Verdict } from '@/core/claim/scale';
import { isWebAddress } from '@/core/record';
import { html, type Markup, trusted } from './markup';

/** One anchor in the text, ready to be drawn: `from`, `to` are ProseMirror positions at the ends of its words in the report's doc. */
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

/** The children of the doc, each with its position and the HTML of its words, marks and references. Linear in both. */
export function markedBlocks(
  doc: Node,
  places: readonly MarkedPlace[],
): { node: Node; from: number; to: number; markup: Markup }[] {
  const blocks: { node: Node; from: number; to: number; markup: Markup }[] = [];
  const sweep = new Sweep(places);
  doc.forEach((node, at) => {
    blocks.push({ node, from: at, to: at + node.nodeSize, markup: block(node, at, sweep) });
  });
  return blocks;
}

function block(node: Node, at: number, sweep: Sweep): Markup {
  const inside = () => children(node, at, sweep);
  switch (node.type.name) {
    case 'paragraph':
      return html`<p dir="auto">${inline(node, at, sweep)}</p>`;
    case 'heading':
      return heading(Math.min(6, Math.max(2, node.attrs.level)), inline(node, at, sweep));
    case 'code_block':
      return html`<pre dir="auto"><code>${inline(node, at, sweep)}</code></pre>`;
    case 'caption':
      return html`<figcaption dir="auto">${inline(node, at, sweep)}</figcaption>`;
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
      return table(node, at, sweep);
    case 'table_row':
      return html`<tr>${inside()}</tr>`;
    case 'table_header':
      return html`<th colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</th>`;
    case 'table_cell':
      return html`<td colspan="${node.attrs.colspan}" rowspan="${node.attrs.rowspan}">${inside()}</td>`;
    case 'horizontal_rule':
      return html`<hr>`;
    default:
      return node.isTextblock ? html`<p dir="auto">${inline(node, at, sweep)}</p>` : html`<div>${inside()}</div>`;
  }
}

function heading(level: number, words: Markup[]): Markup {
  if (level === 2) return html`<h2 dir="auto">${words}</h2>`;
  if (level === 3) return html`<h3 dir="auto">${words}</h3>`;
  return html`<h4 dir="auto">${words}</h4>`;
}

/** HTML wants a caption before the rows and calls it by another name than a figure's. */
function table(node: Node, at: number, sweep: Sweep): Markup {
  const caption = node.firstChild?.type.name === 'caption' ? node.firstChild : null;
  const head = caption && html`<caption dir="auto">${inline(caption, at + 1, sweep)}</caption>`;
  const rows: Markup[] = [];
  node.forEach((child, offset) => {
    if (child !== caption) rows.push(block(child, at + 1 + offset, sweep));
  });
  return html`<div class="wide"><table>${head}<tbody>${rows}</tbody></table></div>`;
}

function children(node: Node, at: number, sweep: Sweep): Markup[] {
  const parts: Markup[] = [];
  node.forEach((child, offset) => {
    parts.push(block(child, at + 1 + offset, sweep));
  });
  return parts;
}

/** A textblock's words cut where a place begins or ends, so that each piece lies in the same places from end to end. */
function inline(node: Node, at: number, sweep: Sweep): Markup[] {
  const start = at + 1;
  const here = [...sweep.over(start, start + node.content.size)];
  const cuts = [...new Set(here.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const within = new Sweep(here);
  const parts: Markup[] = [];
  let cut = 0;
  node.forEach((child, offset) => {
    const end = start + offset + child.nodeSize;
    for (let from = start + offset; from < end; ) {
      while (cut < cuts.length && cuts[cut]! <= from) cut++;
      const to = child.isText ? Math.min(end, cuts[cut] ?? end) : end;
      const words = child.isText ? html`${child.text!.slice(from - start - offset, to - start - offset)}` : html`<br>`;
      parts.push(marked(styled(words, child.marks), from, to, within.over(from, to)));
      from = to;
    }
  });
  return parts;
}

/** How many underlines are told apart under one another; the first of what lies deeper stands for all of it. */
const LANES = 4;

function marked(words: Markup, from: number, to: number, over: readonly MarkedPlace[]): Markup {
  if (over.length === 0) return words;
  const upper = over.filter(({ lane }) => lane < LANES - 1).sort((a, b) => a.lane - b.lane);
  const deeper = over.find(({ lane }) => lane >= LANES - 1);
  const drawn = deeper ? [...upper, deeper] : upper;
  const spans = drawn.reduceRight((within, place) => {
    const id = place.first && place.from >= from ? html` id="t${place.number}"` : null;
    return html`<span class="m" data-lane="${Math.min(place.lane, LANES - 1)}" data-colour="${place.verdict?.colour ?? 'none'}" data-pattern="${place.verdict?.pattern ?? 'none'}"${id}>${within}</span>`;
  }, words);
  const hidden = over.filter((place) => place.first && place.from >= from && !drawn.includes(place));
  const ending = over.filter((place) => place.to <= to);
  return html`${hidden.map((place) => html`<span id="t${place.number}"></span>`)}${spans}${ending.map((place) => html`<a class="ref" data-colour="${place.verdict?.colour ?? 'none'}" href="#c${place.number}" aria-label="${place.label}">${place.number}</a>`)}`;
}

/** Places asked for stretch by stretch, each stretch after the one before, so that a whole article is one pass. */
class Sweep {
  private readonly places: readonly MarkedPlace[];
  private next = 0;
  private open: MarkedPlace[] = [];

  constructor(places: readonly MarkedPlace[]) {
    this.places = [...places].sort((a, b) => a.from - b.from || a.lane - b.lane);
  }

  /** The places of which some part lies between two positions, those that begin first before the others. */
  over(from: number, to: number): readonly MarkedPlace[] {
    if (this.open.some((place) => place.to <= from)) this.open = this.open.filter((place) => place.to > from);
    for (; this.next < this.places.length && this.places[this.next]!.from < to; this.next++)
      if (this.places[this.next]!.to > from) this.open.push(this.places[this.next]!);
    return this.open;
  }
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
    if (mark.type.name === 'link' && isWebAddress(mark.attrs.href))
      return html`<a href="${mark.attrs.href}" rel="noopener noreferrer nofollow">${within}</a>`;
    const tag = tags[mark.type.name];
    return tag ? html`${trusted(`<${tag}>`)}${within}${trusted(`</${tag}>`)}` : within;
  }, words);
}
