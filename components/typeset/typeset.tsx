import { createElement, type ReactNode } from 'react';
import './typeset.css';

/** ProseMirror JSON of `articleSchema`, as it comes over the wire. */
export interface DocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  marks?: { type: string }[];
  text?: string;
}

/** A passage that is marked, by ProseMirror positions of the document. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** How a text is drawn where there is a choice. */
export interface Drawing<P extends Place> {
  readonly places: readonly P[];
  /** Draws a stretch of words that lies in these places: all of it in each of them, whole or in part. */
  readonly mark: (covering: readonly P[], words: string, at: Place) => ReactNode;
  /** Stands for a picture, which is not loaded; `alt` may be empty. */
  readonly image: (alt: string) => string;
  /** The least level of a heading: below those of the screen around it, so that a screen reader's outline stays whole. */
  readonly heading: (level: number) => number;
}

const tagOf: Record<string, string> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  table_row: 'tr',
  table_cell: 'td',
  table_header: 'th',
  figure: 'figure',
  caption: 'figcaption',
  code_block: 'pre',
};
const markTag: Record<string, string> = {
  link: 'u',
  emphasis: 'em',
  strong: 'strong',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
};
const leaves = new Set(['image', 'horizontal_rule', 'hard_break']);

/** The blocks of a document; none where it is no document. */
export function blocksOf(doc: Readonly<Record<string, unknown>>): readonly DocNode[] {
  return (Array.isArray(doc.content) ? doc.content : []) as DocNode[];
}

/** How many ProseMirror positions a node takes. */
export function sizeOf(node: DocNode): number {
  if (node.text !== undefined) return node.text.length;
  if (leaves.has(node.type)) return 1;
  return (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2);
}

/**
 * Draws nodes that follow each other, the first at `at` (a ProseMirror position), to be looked at. Only the elements named above
 * are ever made, from plain values: nothing of the text is markup here, links lead nowhere and pictures are not loaded.
 */
export function drawAll<P extends Place>(
  nodes: readonly DocNode[],
  at: number,
  key: string,
  drawing: Drawing<P>,
): ReactNode[] {
  let pos = at;
  return nodes.map((node, index) => {
    const drawn = draw(node, pos, `${key}.${index}`, drawing);
    pos += sizeOf(node);
    return drawn;
  });
}

function draw<P extends Place>(node: DocNode, at: number, key: string, drawing: Drawing<P>): ReactNode {
  if (node.type === 'text') return drawText(node, at, key, drawing);
  if (node.type === 'hard_break') return <br key={key} />;
  if (node.type === 'horizontal_rule') return <hr key={key} />;
  if (node.type === 'image')
    return (
      <div key={key} className="typeset__image">
        {drawing.image(typeof node.attrs?.alt === 'string' ? node.attrs.alt : '')}
      </div>
    );
  const end = at + sizeOf(node);
  const inside = { ...drawing, places: drawing.places.filter(({ from, to }) => from < end && to > at) };
  const children = node.content ?? [];
  if (node.type === 'table') {
    const caption = children[0]?.type === 'caption' ? children[0] : undefined;
    const rows = caption ? children.slice(1) : children;
    return (
      <div key={key} className="typeset__table">
        {caption && draw(caption, at + 1, `${key}.caption`, inside)}
        <table>
          <tbody>{drawAll(rows, at + 1 + (caption ? sizeOf(caption) : 0), key, inside)}</tbody>
        </table>
      </div>
    );
  }
  const level = node.type === 'heading' && drawing.heading(Number(node.attrs?.level ?? 2));
  const tag = level ? `h${Math.min(6, level)}` : (tagOf[node.type] ?? 'div');
  return createElement(tag, { key, ...attributesOf(node) }, drawAll(children, at + 1, key, inside));
}

function attributesOf(node: DocNode): Record<string, unknown> {
  const { colspan, rowspan, start } = node.attrs ?? {};
  if (node.type === 'ordered_list') return { start: Number(start ?? 1) };
  if (node.type === 'table_cell' || node.type === 'table_header')
    return { colSpan: Number(colspan ?? 1), rowSpan: Number(rowspan ?? 1), dir: 'auto' };
  return node.type === 'list_item' || node.type === 'blockquote' ? {} : { dir: 'auto' };
}

/** Words in their marks, cut where a place begins or ends; what lies in a place is marked. */
function drawText<P extends Place>(node: DocNode, at: number, key: string, { places, mark }: Drawing<P>): ReactNode {
  const text = node.text ?? '';
  const end = at + text.length;
  const cuts = places.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > at && cut < end);
  const edges = [...new Set([at, ...cuts, end])].sort((a, b) => a - b);
  const parts = edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1]!;
    const words = text.slice(from - at, to - at);
    const covering = places.filter((place) => place.from <= from && place.to > from);
    return covering.length > 0 ? mark(covering, words, { from, to }) : words;
  });
  return createElement(
    'span',
    { key },
    (node.marks ?? []).reduceRight<ReactNode>(
      (inside, styled) => createElement(markTag[styled.type] ?? 'span', {}, inside),
      parts,
    ),
  );
}
