import { Fragment, type Node } from 'prosemirror-model';
import { ARTICLE_BYTES, ARTICLE_WORDS, type Dropped } from '@/core/article/article';
import { detectLanguage } from '@/core/article/detect-language';
import { languageTag } from '@/core/article/language';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { Problem } from '@/core/problem';
import { forbiddenCharacter } from '@/core/record';
import { countWords } from './count-words';
import { Tally } from './dropped';
import type { ImportFormat } from './format';
import { fromMarkdown } from './from-markdown';
import { fromText } from './from-text';
import { fromHtml } from './html/from-html';
import { titleFromText } from './title';

export interface ImportInput {
  format: ImportFormat;
  content: string;
  /** What the person said; found in the content when absent or blank. */
  title?: string | undefined;
  language?: string | undefined;
  /** A last resort for the title, when no line of the content has a letter in it. */
  fileName?: string | undefined;
}

export interface Imported {
  doc: Node;
  title: string;
  language: string;
  format: ImportFormat;
  words: number;
  dropped: Dropped[];
}

/** The longest title a record holds, in UTF-16 units. */
const TITLE_LENGTH = 500;

/**
 * Makes an article of what a person brings in. The text of a plain-text import is kept whole, its title being a copy of its
 * first line; a page or a Markdown file whose first top heading is its title loses that heading, which the title shows already.
 * Throws `too-large` (over ARTICLE_BYTES as UTF-8), `too-many-words` (over ARTICLE_WORDS), `text-empty`, and
 * `text-control-character` with the line and column (in code points, from 1) of a character that XML forbids.
 */
export function importArticle(input: ImportInput): Imported {
  checkBytes(input.content);
  const content = input.content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  checkCharacters(input.format === 'html' ? content.replaceAll('\f', ' ') : content);
  const tally = new Tally();
  const read = readers[input.format](content, tally);
  const { text } = articleText(read.doc);
  if (text.trim() === '') throw new Problem('text-empty');
  const words = countWords(text);
  if (words > ARTICLE_WORDS) throw new Problem('too-many-words', { words, limit: ARTICLE_WORDS });
  const title =
    oneLine(input.title) || read.title || titleFromText(text) || nameOf(input.fileName) || text.trim().slice(0, 40);
  const doc = input.format === 'text' ? read.doc : withoutTitle(read.doc, title);
  doc.check();
  return {
    doc,
    title: title.slice(0, TITLE_LENGTH),
    language: languageTag(input.language ?? '') ?? read.language ?? detectLanguage(text),
    format: input.format,
    words,
    dropped: tally.list(),
  };
}

interface Read {
  doc: Node;
  title: string;
  language: string | null;
}

const readers: Record<ImportFormat, (content: string, tally: Tally) => Read> = {
  text: (content) => ({ doc: fromText(content), title: '', language: null }),
  markdown(content, tally) {
    const { doc, statedTitle, language } = fromMarkdown(content, tally);
    return { doc, title: oneLine(statedTitle) || firstTopHeading(doc), language };
  },
  html(content, tally) {
    const { doc, socialTitle, pageTitle, language } = fromHtml(content, tally);
    const heading = firstTopHeading(doc);
    // Page titles often carry the name of the site after the headline; the headline on the page itself does not.
    const longer = [socialTitle, pageTitle].some((title) => oneLine(title).includes(heading));
    return { doc, title: (longer && heading) || oneLine(socialTitle) || oneLine(pageTitle) || heading, language };
  },
};

function firstTopHeading(doc: Node): string {
  const heading = topHeading(doc);
  return heading ? oneLine(heading.node.textBetween(0, heading.node.content.size, ' ', ' ')) : '';
}

/** The first heading of level 1 that stands on the article's own level. */
function topHeading(doc: Node): { node: Node; index: number } | null {
  const index = doc.children.findIndex(({ type, attrs }) => type === articleSchema.nodes.heading && attrs.level === 1);
  return index === -1 ? null : { node: doc.child(index), index };
}

function withoutTitle(doc: Node, title: string): Node {
  const heading = topHeading(doc);
  if (!heading || doc.childCount === 1 || firstTopHeading(doc) !== title) return doc;
  return doc.copy(Fragment.from(doc.children.toSpliced(heading.index, 1)));
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
