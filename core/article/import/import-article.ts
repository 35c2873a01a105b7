import { Fragment, type Node } from 'prosemirror-model';
import { ARTICLE_BYTES, ARTICLE_WORDS, type Dropped } from '@/core/article/article';
import { detectLanguage } from '@/core/article/detect-language';
import { languageTag } from '@/core/article/language';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { Problem } from '@/core/problem';
import { forbiddenCharacter } from '@/core/record';
import { countWords } from './count-words';
import { fromDocx } from './docx/from-docx';
import { Tally } from './dropped';
import type { ImportFormat } from './format';
import { fromMarkdown } from './from-markdown';
import { fromText } from './from-text';
import { fromHtml } from './html/from-html';
import { fromPage } from './page/from-page';
import type { Remark, TrackedChanges } from './remark';
import { titleFromText } from './title';

/** What is brought in: text in a format, or the bytes of a Word document. */
export type ImportInput = About &
  (
    | { format: 'text' | 'markdown' | 'html'; content: string }
    /** `address` is where the page came from, after every redirect. */
    | { format: 'page'; content: string; address: string }
    | { format: 'docx'; bytes: Uint8Array; changes?: TrackedChanges | undefined }
  );

interface About {
  /** What the person said; found in the content when absent or blank. */
  title?: string | undefined;
  language?: string | undefined;
  /** A last resort for the title, when no line of the content has a letter in it. */
  fileName?: string | undefined;
}

/** What a text says about itself, where it does. */
export interface Particulars {
  byline: string | null;
  publisher: string | null;
  /** As exact as the text says it: `2025`, `2025-10`, `2025-10-28` or a full time. */
  publishedAt: string | null;
  /** Where it is published; http or https. */
  url: string | null;
}

export interface Imported extends Particulars {
  doc: Node;
  title: string;
  language: string;
  format: ImportFormat;
  words: number;
  dropped: Dropped[];
  /** What came with the text about certain words of it, in reading order. */
  remarks: Remark[];
  /** How many tracked changes the document holds, whichever way they were taken. */
  changes: number;
}

/** The longest title that a record holds, in UTF-16 units. */
const TITLE_LENGTH = 500;

/**
 * Makes an article of what a person brings in. The text of a plain-text import is kept whole, its title being a copy of its
 * first line; any other whose first top heading is its title loses that heading, which the title shows already, unless a remark
 * is about it.
 * Throws `too-large` (over ARTICLE_BYTES as UTF-8), `too-many-words` (over ARTICLE_WORDS), `text-empty`,
 * `text-control-character` with the line and column (in code points, from 1) of a character that XML forbids, and what the
 * reading of a Word document throws.
 */
export function importArticle(input: ImportInput): Imported {
  const tally = new Tally();
  const read = readOf(input, tally);
  const { text } = articleText(read.doc);
  if (text.trim() === '') throw new Problem('text-empty');
  const words = countWords(text);
  if (words > ARTICLE_WORDS) throw new Problem('too-many-words', { words, limit: ARTICLE_WORDS });
  const title =
    oneLine(input.title) || read.title || titleFromText(text) || nameOf(input.fileName) || text.trim().slice(0, 40);
  const { doc, remarks } = input.format === 'text' ? { doc: read.doc, remarks: [] } : withoutTitle(read, title);
  doc.check();
  return {
    doc,
    title: title.slice(0, TITLE_LENGTH),
    language: languageTag(input.language ?? '') ?? read.language ?? detectLanguage(text),
    format: input.format,
    words,
    dropped: tally.list(),
    remarks,
    changes: read.changes ?? 0,
    byline: read.byline ?? null,
    publisher: read.publisher ?? null,
    publishedAt: read.publishedAt ?? null,
    url: read.url ?? null,
  };
}

interface Read extends Partial<Particulars> {
  doc: Node;
  title: string;
  language: string | null;
  remarks?: Remark[];
  changes?: number;
}

function readOf(input: ImportInput, tally: Tally): Read {
  if (input.format === 'docx') return fromDocx(input.bytes, tally, input.changes ?? 'accepted');
  checkBytes(input.content);
  const content = input.content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Of a page that somebody else wrote the walk takes such characters out, and counts them.
  if (input.format !== 'page') checkCharacters(input.format === 'html' ? content.replaceAll('\f', ' ') : content);
  switch (input.format) {
    case 'text':
      return { doc: fromText(content), title: '', language: null };
    case 'markdown': {
      const { statedTitle, ...found } = fromMarkdown(content, tally);
      return { ...found, title: oneLine(statedTitle) || firstTopHeading(found.doc) };
    }
    case 'html': {
      const { socialTitle, pageTitle, ...found } = fromHtml(content, tally);
      return { ...found, title: headlineOf(found.doc, socialTitle, pageTitle) };
    }
    case 'page':
      return { ...fromPage(content, input.address, tally), url: input.address };
  }
}

/** Page titles often carry the name of the site after the headline; the headline on the page itself does not. */
function headlineOf(doc: Node, socialTitle: string | null, pageTitle: string | null): string {
  const heading = firstTopHeading(doc);
  const longer = [socialTitle, pageTitle].some((title) => oneLine(title).includes(heading));
  return (longer && heading) || oneLine(socialTitle) || oneLine(pageTitle) || heading;
}

function firstTopHeading(doc: Node): string {
  const heading = topHeading(doc);
  return heading ? oneLine(heading.node.textBetween(0, heading.node.content.size, ' ', ' ')) : '';
}

/** The first heading of level 1 that stands on the article's own level. */
function topHeading(doc: Node): { node: Node; index: number } | null {
  const index = doc.children.findIndex(({ type, attrs }) => type === articleSchema.nodes.heading && attrs.level === 1);
  return index === -1 ? null : { node: doc.child(index), index };
}

/** The text without the heading that is its title, and its remarks where they now stand. */
function withoutTitle({ doc, remarks = [] }: Read, title: string): { doc: Node; remarks: Remark[] } {
  const heading = topHeading(doc);
  if (!heading || doc.childCount === 1 || firstTopHeading(doc) !== title) return { doc, remarks };
  const start = doc.children.slice(0, heading.index).reduce((size, node) => size + node.nodeSize, 0);
  const { nodeSize } = heading.node;
  const places = remarks.flatMap((remark) => remark.places);
  if (places.some(({ from, to }) => from < start + nodeSize && to > start)) return { doc, remarks };
  const moved = (pos: number) => (pos > start ? pos - nodeSize : pos);
  return {
    doc: doc.copy(Fragment.from(doc.children.toSpliced(heading.index, 1))),
    remarks: remarks.map((remark) => ({
      ...remark,
      places: remark.places.map(({ from, to }) => ({ from: moved(from), to: moved(to) })),
    })),
  };
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function nameOf(fileName: string | undefined): string {
  return oneLine((fileName ?? '').replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''));
}

function checkBytes(content: string): void {
  // A UTF-16 unit is at most three bytes of UTF-8: short texts need no counting.
  if (content.length * 3 > ARTICLE_BYTES && new TextEncoder().encode(content).length > ARTICLE_BYTES)
    throw new Problem('too-large', { limit: '10 MB' });
}

function checkCharacters(content: string): void {
  const at = forbiddenCharacter(content);
  if (at === -1) return;
  const before = content.slice(0, at);
  const line = before.split('\n').length;
  const column = Array.from(before.slice(before.lastIndexOf('\n') + 1)).length + 1;
  throw new Problem('text-control-character', { line, column });
}
