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
}: {
  title: string;
  doc: Readonly<Record<string, unknown>>;
  language: string;
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
      {(all ? blocks : blocks.slice(0, BLOCKS)).map((block, index) => draw(block, `${index}`, words))}
      {!all && rest > 0 && (
        <p className="typeset__rest">
          <Button onClick={() => setAll(true)}>{words('rest', { count: rest })}</Button>
        </p>
      )}
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<'articles.preview'>>;

function draw(node: DocNode, key: string, words: Words): ReactNode {
  if (node.type === 'text') return drawText(node, key);
  if (node.type === 'hard_break') return <br key={key} />;
  if (node.type === 'horizontal_rule') return <hr key={key} />;
  if (node.type === 'image') {
    const alt = typeof node.attrs?.alt === 'string' ? node.attrs.alt : '';
    return (
      <div key={key} className="typeset__image">
        {alt ? words('image', { alt }) : words('image-bare')}
      </div>
    );
  }
  const inside = node.content?.map((child, index) => draw(child, `${key}.${index}`, words));
  if (node.type === 'table')
    return (
      <div key={key} className="typeset__table">
        {node.content?.filter(({ type }) => type === 'caption').map((child) => draw(child, `${key}.caption`, words))}
        <table>
          <tbody>
            {node.content
              ?.filter(({ type }) => type !== 'caption')
              .map((child, index) => draw(child, `${key}.${index}`, words))}
          </tbody>
        </table>
      </div>
    );
  return createElement(tagFor(node), { key, ...attributesOf(node) }, inside);
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

function drawText(node: DocNode, key: string): ReactNode {
  const marked = (node.marks ?? []).reduceRight<ReactNode>(
    (inside, mark) => createElement(markTag[mark.type] ?? 'span', {}, inside),
    node.text ?? '',
  );
  return <span key={key}>{marked}</span>;
}
