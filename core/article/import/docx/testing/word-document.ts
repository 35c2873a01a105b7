import { strToU8, type Zippable, zipSync } from 'fflate';

/** What a test's Word document is made of: the inside of each part, as WordprocessingML. */
export interface WordParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** The `w15:commentEx` elements. */
  threads?: string;
  /** The `w16cid:commentId` elements. */
  commentIds?: string;
  /** The `w16cex:commentExtensible` elements. */
  commentTimes?: string;
  settings?: string;
  header?: string;
  /** Addresses that the document links to, by relationship id. */
  links?: Record<string, string>;
  /** The same for its notes and comments. */
  noteLinks?: Record<string, string>;
  core?: string;
  /** Files by name, beside those or in their place; null leaves one out. */
  files?: Record<string, Uint8Array | string | null>;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const MICROSOFT = 'http://schemas.microsoft.com/office/word';
const prefixes = Object.entries({
  w: `${OFFICE}/wordprocessingml/2006/main`,
  r: `${OFFICE}/officeDocument/2006/relationships`,
  m: `${OFFICE}/officeDocument/2006/math`,
  a: `${OFFICE}/drawingml/2006/main`,
  pic: `${OFFICE}/drawingml/2006/picture`,
  wp: `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  wps: `${MICROSOFT}/2010/wordprocessingShape`,
  mc: `${OFFICE}/markup-compatibility/2006`,
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w14: `${MICROSOFT}/2010/wordml`,
  w15: `${MICROSOFT}/2012/wordml`,
  w16cid: `${MICROSOFT}/2016/wordml/cid`,
  w16cex: `${MICROSOFT}/2018/wordml/cex`,
})
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const part = (root: string, inside: string) => `${XML}<${root}${prefixes}>${inside}</${root}>`;

const relation = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/officeDocument/2006/relationships/${type}`}" Target="${target.replaceAll('&', '&amp;')}"${external ? ' TargetMode="External"' : ''}/>`;
const relations = (inside: string) =>
  `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${inside}</Relationships>`;
const linkRelations = (links: Record<string, string>) =>
  Object.entries(links)
    .map(([id, target]) => relation(id, 'hyperlink', target, true))
    .join('');

/** A Word document of such parts, as the bytes of its file. */
export function wordDocument(parts: WordParts): Uint8Array {
  const known = {
    styles: ['w:styles', parts.styles],
    numbering: ['w:numbering', parts.numbering],
    footnotes: ['w:footnotes', parts.footnotes],
    endnotes: ['w:endnotes', parts.endnotes],
    comments: ['w:comments', parts.comments],
    commentsExtended: ['w15:commentsEx', parts.threads],
    commentsIds: ['w16cid:commentsIds', parts.commentIds],
    commentsExtensible: ['w16cex:commentsExtensible', parts.commentTimes],
    settings: ['w:settings', parts.settings],
    header: ['w:hdr', parts.header],
  } as const;
  const files: Record<string, Uint8Array | string | null> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(
      relation('rId1', 'officeDocument', 'word/document.xml') +
        relation('rId2', `${OFFICE}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ),
    'word/document.xml': part('w:document', `<w:body>${parts.body}</w:body>`),
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${OFFICE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core ?? ''}</cp:coreProperties>`,
  };
  let related = '';
  for (const [name, [root, inside]] of Object.entries(known)) {
    if (inside === undefined) continue;
    files[`word/${name}.xml`] = part(root, inside);
    files[`word/_rels/${name}.xml.rels`] = relations(linkRelations(parts.noteLinks ?? {}));
    related += relation(name, name, `${name}.xml`);
  }
  files['word/_rels/document.xml.rels'] = relations(related + linkRelations(parts.links ?? {}));
  const packed: Zippable = {};
  for (const [name, content] of Object.entries({ ...files, ...parts.files }))
    if (content !== null) packed[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(packed, { mtime: '2020-01-01' });
}

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** A run of words, with run properties. */
export const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
/** A paragraph; `inside` is WordprocessingML. */
export const p = (inside: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
export const from = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
export const to = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
export const style = (id: string, name: string, inside = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
