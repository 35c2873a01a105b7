import { Readability } from '@mozilla/readability';
import { Fragment, type Node } from 'prosemirror-model';
import { articleSchema } from '@/core/article/schema';
import { Tally } from '../dropped';
import { type AboutPage, aboutPage } from '../html/about-page';
import { clean } from '../html/clean';
import { readText } from '../html/from-html';
import { type ParentNode, parseHtml } from '../html/tree';
import { makeAbsolute } from './absolute';
import { headlineOf } from './headline';
import { pageDocument, sizeOf } from './page-document';

/** An article off the web, and what its page says about it. Null where it says nothing. */
export interface FoundOnPage {
  doc: Node;
  /** Empty where the page has none. */
  title: string;
  language: string | null;
  byline: string | null;
  publisher: string | null;
  /** As exact as the page says it; see `PublicationDate`. */
  publishedAt: string | null;
}

/**
 * Reads the article of a page, without what stands around it (navigation, advertisements, comments). Where no article can be told
 * from the rest, or the page is larger or more deeply nested than any that holds one, all of its text is read. Nothing of the page
 * is run, and nothing that it names is fetched. `address` is where it came from; relative addresses are made absolute by it.
 * The heading that is the title is not part of the text.
 */
export function fromPage(html: string, address: string, tally: Tally): FoundOnPage {
  const root = parseHtml(html);
  const about = aboutPage(root, address);
  const title = headlineOf(about);
  makeAbsolute(root, baseOf(about, address));
  const article = articleOn(root, about, title);
  const { language, byline, publisher, publishedAt } = about;
  return {
    doc: withoutHeading((article && textOf(article.html, tally)) ?? readText(root, tally), title),
    title,
    language,
    byline: byline ?? article?.byline ?? null,
    publisher,
    publishedAt,
  };
}

/** What is shorter, in UTF-16 units, is rather a caption or a teaser: better too much of a page than an article lost. */
const SHORTEST = 250;

/**
 * The most that a page may have in which an article is looked for (`sizeOf`): some two seconds of work, for an article of the most
 * words that there may be. What it leaves of depth is far from the end of the stack.
 */
const ELEMENTS = 20_000;
const WORK = 300_000;

function articleOn(
  root: ParentNode,
  { byline }: AboutPage,
  title: string,
): { html: string; byline: string | null } | null {
  const { elements, work } = sizeOf(root);
  if (elements > ELEMENTS || work > WORK) return null;
  const found = new Readability<string>(pageDocument(root, title, byline), {
    disableJSONLD: true,
    serializer: (node) => (node as Element).innerHTML,
  }).parse();
  return found?.content ? { html: found.content, byline: clean(found.byline) } : null;
}

/** Null where there is too little of it to be an article; then nothing of it is counted either. */
function textOf(html: string, tally: Tally): Node | null {
  const counted = new Tally();
  const doc = readText(parseHtml(html), counted);
  if (doc.textContent.trim().length < SHORTEST) return null;
  for (const { kind, count } of counted.list()) tally.add(kind, count);
  return doc;
}

/** A page may say what its addresses are relative to, itself relative to where it is. */
function baseOf({ base }: AboutPage, address: string): URL {
  const said = base !== null && URL.canParse(base, address) ? new URL(base, address) : null;
  return said && /^https?:$/.test(said.protocol) ? said : new URL(address);
}

/** Without the first heading, whatever its level, if it is the title. */
function withoutHeading(doc: Node, title: string): Node {
  const index = doc.children.findIndex(({ type }) => type === articleSchema.nodes.heading);
  const words = (node: Node) => clean(node.textBetween(0, node.content.size, ' ', ' '));
  if (index === -1 || doc.childCount === 1 || words(doc.child(index)) !== title) return doc;
  return doc.copy(Fragment.from(doc.children.toSpliced(index, 1)));
}
