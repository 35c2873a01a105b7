import { directionOf } from '@/core/article/language';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { type PackagePart, writePackage } from '@/core/opc/write-package';
import { XML_HEAD } from '@/core/opc/write-xml';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { readingOf } from '../reading';
import type { Report } from '../report';
import { articleBlocks } from './article-blocks';
import { Comments } from './comments';
import { Links } from './links';
import { Lists } from './lists';
import { declarations } from './namespaces';
import { headBlock, reportBlock } from './own-pages';
import {
  contentTypes,
  coreProperties,
  extendedProperties,
  fontTable,
  footer,
  packageKinds,
  settings,
  type WordPart,
  wordParts,
} from './package-parts';
import { placesOf } from './places';
import { stylesXml } from './styles';
import { TextblockWriter } from './textblock';
import { trackedCorrections } from './tracked-corrections';

/**
 * The Report as a Word document (WordprocessingML, ECMA-376 transitional): the article to the character, a comment for each place
 * of a claim on exactly its words (`claim-comment.ts` says how one is written), corrections as tracked changes, and a table of
 * the claims at the end.
 *
 * Whatever is none of the article's words stands in a block-level content control (17.5.2) with a tag that begins with `stet-`,
 * for a reader to leave out: `stet-head` above the article, `stet-image` where it has an image (its alternative text in
 * brackets), `stet-gap` between two tables, `stet-report` after it. A paragraph of the style `StetFiller` is there for Word alone.
 */
export function reportDocx(report: Report, locale = DEFAULT_LOCALE): Uint8Array {
  const reading = readingOf(report, locale);
  const doc = articleSchema.nodeFromJSON(report.article.doc);
  const text = articleText(doc);
  const places = placesOf(report, text);
  const corrections = trackedCorrections(places, text);
  const comments = new Comments(reading, places, corrections);
  const links = new Links();
  const lists = new Lists();
  const parts = partsOf(comments);
  for (const part of parts) links.part(wordParts[part].kind, wordParts[part].name);
  const words = new TextblockWriter(places, corrections, comments, links);
  const image = (alt: string) => reading.words('docx_image', { alt: alt.trim() || 'none' });
  const direction = directionOf(report.article.language);
  const hasCorrections = corrections.insertions.length + corrections.deletions.length > 0;
  const body = [
    headBlock(reading, hasCorrections),
    articleBlocks(doc, { words, lists, direction, image }),
    reportBlock(reading, links),
    pageXml(`rId${parts.indexOf('footer') + 1}`),
  ].join('');
  const commentLinks = new Links();
  const written: Record<WordPart, () => string> = {
    styles: () => stylesXml(report.article.language, locale),
    numbering: () => lists.xml(),
    settings: () => settings,
    fontTable: () => fontTable,
    footer: () => footer(reading),
    comments: () => comments.commentsXml(commentLinks),
    extended: () => comments.extendedXml(),
    ids: () => comments.idsXml(),
    extensible: () => comments.extensibleXml(),
    people: () => comments.peopleXml(),
  };
  const files: PackagePart[] = [
    { name: '[Content_Types].xml', data: contentTypes(parts) },
    { name: '_rels/.rels', data: packageRelationships() },
    { name: 'docProps/core.xml', data: coreProperties(reading) },
    { name: 'docProps/app.xml', data: extendedProperties },
    { name: 'word/document.xml', data: `${XML_HEAD}<w:document ${declarations}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', data: links.xml() },
    ...parts.map((part) => ({ name: `word/${wordParts[part].name}`, data: written[part]() })),
  ];
  if (!commentLinks.isEmpty) files.push({ name: 'word/_rels/comments.xml.rels', data: commentLinks.xml() });
  return writePackage(files);
}

/** A document without comments has no parts for them. */
function partsOf(comments: Comments): WordPart[] {
  const all = Object.keys(wordParts) as WordPart[];
  const ofComments = new Set<WordPart>(['comments', 'extended', 'ids', 'extensible', 'people']);
  return comments.isEmpty ? all.filter((part) => !ofComments.has(part)) : all;
}

function packageRelationships(): string {
  const links = new Links();
  links.part(packageKinds.document, 'word/document.xml');
  links.part(packageKinds.core, 'docProps/core.xml');
  links.part(packageKinds.app, 'docProps/app.xml');
  return links.xml();
}

/** A4, upright. */
function pageXml(footerId: string): string {
  return `<w:sectPr><w:footerReference w:type="default" r:id="${footerId}"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`;
}
