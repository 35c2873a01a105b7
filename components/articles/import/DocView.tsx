'use client';

import { createElement, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';

/** ProseMirror JSON of `articleSchema`, as it comes over the wire. */
interface DocNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: DocNode[];
  marks?: { type: string }[];
  text?: string;
}

/** How many blocks are drawn before the rest is asked for: enough to see what came, little enough to open at once. */
const BLOCKS = 300;

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

/**
 * A draft's text, typeset to be looked at. Only the elements named above are ever made, from plain values: nothing of the draft
 * is markup here, links lead nowhere and pictures are not loaded.
 */
export function DocView({
  title,
  doc,
  language,
  places = [],
}: {
  title: string;
  doc: Readonly<Record<string, unknown>>;
  language: string;
  /** Passages that are marked, by ProseMirror positions of `doc`. */
  places?: readonly Place[];
}) {
  const words = useTranslations('articles.preview');
  const [all, setAll] = useState(false);
  const blocks = (Array.isArray(doc.content) ? doc.content : []) as DocNode[];
  const rest = blocks.length - BLOCKS;
  return (
    <div className="typeset" lang={language} dir="auto">
      <p className="typeset__title" dir="auto">
        {title}
      </p>
      {drawAll(all ? blocks : blocks.slice(0, BLOCKS), 0, '', { words, places })}
      {!all && rest > 0 && (
        <p className="typeset__rest">
          <Button onClick={() => setAll(true)}>{words('rest', { count: rest })}</Button>
        </p>
      )}
    </div>
  );
}

interface Place {
  from: number;
  to: number;
}

interface Drawing {
  words: ReturnType<typeof useTranslations<'articles.preview'>>;
  places: readonly Place[];
}

/** Draws nodes that follow each other, the first at `at` (a ProseMirror position). */
function drawAll(nodes: readonly DocNode[], at: number, key: string, drawing: Drawing): ReactNode[] {
  let pos = at;
  return nodes.map((node, index) => {
    const drawn = draw(node, pos, `${key}.${index}`, drawing);
    pos += sizeOf(node);
    return drawn;
  });
}

function draw(node: DocNode, at: number, key: string, drawing: Drawing): ReactNode {
  if (node.type === 'text') return drawText(node, at, key, drawing.places);
  if (node.type === 'hard_break') return <br key={key} />;
  if (node.type === 'horizontal_rule') return <hr key={key} />;
  const { words } = drawing;
  if (node.type === 'image') {
    const alt = typeof node.attrs?.alt === 'string' ? node.attrs.alt : '';
    return (
      <div key={key} className="typeset__image">
        {alt ? words('image', { alt }) : words('image-bare')}
      </div>
    );
  }
  const end = at + sizeOf(node);
  const inside = { words, places: drawing.places.filter(({ from, to }) => from < end && to > at) };
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
  return createElement(tagFor(node), { key, ...attributesOf(node) }, drawAll(children, at + 1, key, inside));
}

const leaves = new Set(['image', 'horizontal_rule', 'hard_break']);

/** How many ProseMirror positions a node takes. */
function sizeOf(node: DocNode): number {
  if (node.text !== undefined) return node.text.length;
  if (leaves.has(node.type)) return 1;
  return (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2);
}

/** Headings of the draft stand below the dialog's own, so a screen reader's outline stays whole. */
function tagFor(node: DocNode): string {
  if (node.type !== 'heading') return tagOf[node.type] ?? 'div';
  return `h${Math.min(6, Math.max(3, Number(node.attrs?.level ?? 2) + 1))}`;
}

function attributesOf(node: DocNode): Record<string, unknown> {
  const { colspan, rowspan, start } = node.attrs ?? {};
  if (node.type === 'ordered_list') return { start: Number(start ?? 1) };
  if (node.type === 'table_cell' || node.type === 'table_header')
    return { colSpan: Number(colspan ?? 1), rowSpan: Number(rowspan ?? 1), dir: 'auto' };
  return node.type === 'list_item' || node.type === 'blockquote' ? {} : { dir: 'auto' };
}

/** Words in their marks, cut where a place begins or ends; what lies in a place is marked. */
function drawText(node: DocNode, at: number, key: string, places: readonly Place[]): ReactNode {
  const text = node.text ?? '';
  const end = at + text.length;
  const cuts = places.flatMap(({ from, to }) => [from, to]).filter((cut) => cut > at && cut < end);
  const edges = [...new Set([at, ...cuts, end])].sort((a, b) => a - b);
  const parts = edges.slice(0, -1).map((from, index) => {
    const words = text.slice(from - at, edges[index + 1]! - at);
    const marked = places.some((place) => place.from <= from && place.to > from);
    return marked ? <mark key={from}>{words}</mark> : words;
  });
  return createElement(
    'span',
    { key },
    (node.marks ?? []).reduceRight<ReactNode>(
      (inside, mark) => createElement(markTag[mark.type] ?? 'span', {}, inside),
      parts,
    ),
  );
}
