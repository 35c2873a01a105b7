import { XML_HEAD, xmlText } from '@/core/opc/write-xml';
import type { Reading } from '../reading';
import { secondOf } from './comments';
import { declarations, WORDPROCESSING } from './namespaces';
import { paragraphXml } from './paragraph';
import { runsXml } from './runs';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** A part of the word/ folder: its name there, the end of its media type, and the kind of its relationship. */
export const wordParts = {
  styles: { name: 'styles.xml', type: 'styles', kind: 'styles' },
  numbering: { name: 'numbering.xml', type: 'numbering', kind: 'numbering' },
  settings: { name: 'settings.xml', type: 'settings', kind: 'settings' },
  fontTable: { name: 'fontTable.xml', type: 'fontTable', kind: 'fontTable' },
  footer: { name: 'footer1.xml', type: 'footer', kind: 'footer' },
  comments: { name: 'comments.xml', type: 'comments', kind: 'comments' },
  extended: {
    name: 'commentsExtended.xml',
    type: 'commentsExtended',
    kind: `${MICROSOFT}/2011/relationships/commentsExtended`,
  },
  ids: { name: 'commentsIds.xml', type: 'commentsIds', kind: `${MICROSOFT}/2016/09/relationships/commentsIds` },
  extensible: {
    name: 'commentsExtensible.xml',
    type: 'commentsExtensible',
    kind: `${MICROSOFT}/2018/08/relationships/commentsExtensible`,
  },
  people: { name: 'people.xml', type: 'people', kind: `${MICROSOFT}/2011/relationships/people` },
} as const;
export type WordPart = keyof typeof wordParts;

/** What each part of the package is (ECMA-376 part 2, 7.2.3.2). */
export function contentTypes(parts: readonly WordPart[]): string {
  const types = [
    ['/word/document.xml', `${WORD}.document.main+xml`],
    ...parts.map((part) => [`/word/${wordParts[part].name}`, `${WORD}.${wordParts[part].type}+xml`]),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ];
  const overrides = types.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** The kinds of what a program finds from the package itself. */
export const packageKinds = {
  document: 'officeDocument',
  core: `${PACKAGE}/relationships/metadata/core-properties`,
  app: 'extended-properties',
} as const;

/** Title, whose it is, and of when: the article's last change, since an export has no time of its own. */
export function coreProperties({ report: { article, newsroom } }: Reading): string {
  const at = secondOf(article.updatedAt);
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(article.title)}</dc:title><dc:creator>${xmlText(newsroom)}</dc:creator><cp:lastModifiedBy>${xmlText(newsroom)}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified><dc:language>${xmlText(article.language)}</dc:language></cp:coreProperties>`;
}

export const extendedProperties = `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Stet</Application></Properties>`;

/** A document of Word 2013 and later: an older mode would lay it out as programs of that time did. */
export const settings = `${XML_HEAD}<w:settings xmlns:w="${WORDPROCESSING}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

/** Who has not these fonts reads the article in the nearest that every office has. */
export const fontTable = `${XML_HEAD}<w:fonts xmlns:w="${WORDPROCESSING}">${[
  ['Newsreader', 'Georgia', 'roman', 'variable'],
  ['Inter', 'Calibri', 'swiss', 'variable'],
  ['IBM Plex Mono', 'Consolas', 'modern', 'fixed'],
]
  .map(
    ([name, other, family, pitch]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`,
  )
  .join('')}</w:fonts>`;

/** Stand in the sentence for what Word counts: characters that no catalogue has. */
const PAGE = '\ue000';
const PAGES = '\ue001';

/** How many characters a foot holds beside the page's number. */
const MOST_AT_FOOT = 70;

/** At the foot of each page: whose report of what, and which page of how many. */
export function footer({ report, words }: Reading): string {
  const about = runsXml(`${beginning(`${report.newsroom} · ${report.article.title}`)}\t`, {});
  const pages = words('docx_page', { page: PAGE, pages: PAGES })
    .split(new RegExp(`([${PAGE}${PAGES}])`))
    .map((piece) => (piece === PAGE ? field('PAGE') : piece === PAGES ? field('NUMPAGES') : runsXml(piece, {})));
  return `${XML_HEAD}<w:ftr ${declarations}>${paragraphXml({ style: 'Footer' }, about + pages.join(''))}</w:ftr>`;
}

/** As much as stands on one line beside the page's number. */
function beginning(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MOST_AT_FOOT ? text : `${characters.slice(0, MOST_AT_FOOT).join('').trimEnd()}…`;
}

function field(code: string): string {
  return `<w:fldSimple w:instr="${code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}
