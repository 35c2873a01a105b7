import { type RationaleInline, type RationaleNode, rationaleTree } from '@/core/claim/rationale';
import { directionOfBlock } from './direction';
import type { Links } from './links';
import { paragraphXml } from './paragraph';
import { type Look, runsXml } from './runs';

/** How far a list or a quote stands from what it is in, in twentieths of a point. */
const STEP = 200;

/** Markdown as the paragraphs that it means, in a style; signs of lists are words, since they count nothing in the document. */
export function rationaleXml(markdown: string, style: string, links: Links): string {
  return blocks(rationaleTree(markdown), { style, links, indent: 0 });
}

interface Around {
  readonly style: string;
  readonly links: Links;
  readonly indent: number;
}

function blocks(nodes: readonly RationaleNode[], around: Around, sign = ''): string {
  return nodes.map((node, index) => block(node, around, index === 0 ? sign : '')).join('');
}

function block(node: RationaleNode, around: Around, sign: string): string {
  const inside = { ...around, indent: around.indent + STEP };
  switch (node.kind) {
    case 'paragraph':
      return paragraph(sign, inlines(node.children, {}, around.links), wordsOf(node.children), around);
    case 'code':
      return paragraph(sign, runsXml(node.text, { code: true }), '', around);
    case 'quote':
      return blocks(node.children, inside, sign);
    case 'list':
      return node.items
        .map((item, nth) => blocks(item, inside, node.ordered ? `${node.start + nth}. ` : '• '))
        .join('');
  }
}

function paragraph(sign: string, runs: string, words: string, { style, indent }: Around): string {
  const look = indent > 0 ? { indent, hanging: sign ? STEP : 0 } : {};
  const direction = directionOfBlock(words, 'ltr');
  return paragraphXml({ style, direction, ...look }, runsXml(sign, {}) + runs);
}

function inlines(nodes: readonly RationaleInline[], look: Look, links: Links): string {
  return nodes.map((node) => inline(node, look, links)).join('');
}

function inline(node: RationaleInline, look: Look, links: Links): string {
  switch (node.kind) {
    case 'text':
      return runsXml(node.text, look);
    case 'code':
      return runsXml(node.text, { ...look, code: true });
    case 'break':
      return runsXml('\n', {});
    case 'emphasis':
      return inlines(node.children, { ...look, italic: true }, links);
    case 'strong':
      return inlines(node.children, { ...look, bold: true }, links);
    case 'link': {
      const id = look.link ? null : links.to(node.href);
      if (id === null) return inlines(node.children, look, links);
      return `<w:hyperlink r:id="${id}" w:history="1">${inlines(node.children, { ...look, link: true }, links)}</w:hyperlink>`;
    }
  }
}

function wordsOf(nodes: readonly RationaleInline[]): string {
  return nodes.map((node) => ('text' in node ? node.text : 'children' in node ? wordsOf(node.children) : ' ')).join('');
}
