import { strToU8, zipSync } from 'fflate';

/** One comment of a document that a test writes: on which words, by whom, and what was answered. */
export interface WrittenComment {
  words: string;
  author: string;
  body: string;
  replies?: { author: string; body: string }[];
  resolved?: boolean;
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml';
const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const part = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of these paragraphs, each comment on its words; `[before=>after]` in a paragraph is a tracked change. */
export function wordDocument(paragraphs: readonly string[], comments: readonly WrittenComment[]): Buffer {
  const said = comments.flatMap((comment, nth) => [
    { ...comment, id: nth * 10, parent: null as number | null },
    ...(comment.replies ?? []).map((reply, at) => ({ ...reply, id: nth * 10 + at + 1, parent: nth * 10 })),
  ]);
  const body = paragraphs.map((paragraph) => `<w:p>${runs(paragraph, comments)}</w:p>`).join('');
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${part}.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="${part}.comments+xml"/><Override PartName="/word/commentsExtended.xml" ContentType="${part}.commentsExtended+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/comments" Target="comments.xml"/><Relationship Id="r2" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/comments.xml': `${head}<w:comments xmlns:w="${W}" xmlns:w14="${W14}">${said.map(({ id, author, body: words }) => `<w:comment w:id="${id}" w:author="${escaped(author)}" w:date="2026-02-0${(id % 9) + 1}T10:00:00Z"><w:p w14:paraId="${paraId(id)}"><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p></w:comment>`).join('')}</w:comments>`,
    'word/commentsExtended.xml': `${head}<w15:commentsEx xmlns:w15="${W15}">${said.map(({ id, parent, ...comment }) => `<w15:commentEx w15:paraId="${paraId(id)}"${parent === null ? '' : ` w15:paraIdParent="${paraId(parent)}"`} w15:done="${'resolved' in comment && comment.resolved ? 1 : 0}"/>`).join('')}</w15:commentsEx>`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
}

function paraId(id: number): string {
  return (0x10000000 + id).toString(16).toUpperCase();
}

function runs(paragraph: string, comments: readonly WrittenComment[]): string {
  const edges = comments.flatMap(({ words }, nth) => {
    const at = paragraph.indexOf(words);
    if (at === -1) return [];
    const mark = (kind: string) => `<w:commentRange${kind} w:id="${nth * 10}"/>`;
    const reference = `<w:r><w:commentReference w:id="${nth * 10}"/></w:r>`;
    return [
      { at, mark: mark('Start') },
      { at: at + words.length, mark: `${mark('End')}${reference}` },
    ];
  });
  let xml = '';
  let from = 0;
  for (const { at, mark } of edges.sort((a, b) => a.at - b.at)) {
    xml += words(paragraph.slice(from, at)) + mark;
    from = at;
  }
  return xml + words(paragraph.slice(from));
}

function words(text: string): string {
  return text
    .split(/(\[[^\]]*=>[^\]]*\])/)
    .map((piece) => {
      const change = /^\[(.*)=>(.*)\]$/.exec(piece);
      if (!change) return run(piece, 't');
      const about = 'w:author="Lena" w:date="2026-02-01T09:00:00Z"';
      return `<w:del w:id="901" ${about}>${run(change[1]!, 'delText')}</w:del><w:ins w:id="902" ${about}>${run(change[2]!, 't')}</w:ins>`;
    })
    .join('');
}

function run(text: string, tag: 't' | 'delText'): string {
  return text === '' ? '' : `<w:r><w:${tag} xml:space="preserve">${escaped(text)}</w:${tag}></w:r>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
