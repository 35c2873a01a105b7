/** Kinds of files that are taken for Word documents by mistake; their names for people are in the catalogue, `problem`. */
export type ForeignKind =
  | 'opendocument'
  | 'spreadsheet'
  | 'slides'
  | 'doc'
  | 'pages'
  | 'epub'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'archive'
  | 'other';

/**
 * What kind of file this is, by how it begins, when it is no ZIP archive; null when it is one. `protected` is a document that
 * Office encrypted: the package then lies as one stream in a compound file (MS-OFFCRYPTO 2.3).
 */
export function foreignKind(bytes: Uint8Array): ForeignKind | 'protected' | null {
  const beginning = latin(bytes.subarray(0, 256));
  if (beginning.startsWith('PK\x03\x04') || beginning.startsWith('PK\x05\x06')) return null;
  if (beginning.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'))
    return holds(bytes, 'EncryptedPackage') ? 'protected' : holds(bytes, 'WordDocument') ? 'doc' : 'other';
  if (beginning.startsWith('%PDF-')) return 'pdf';
  if (beginning.startsWith('{\\rtf')) return 'rtf';
  if (/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i.test(beginning)) return 'html';
  return 'other';
}

/** What kind of archive this is, by the names of its files in lower case, when it holds no Word document. */
export function archiveKind(names: readonly string[]): ForeignKind {
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.xml') || has('xl/workbook.bin')) return 'spreadsheet';
  if (has('ppt/presentation.xml')) return 'slides';
  if (has('index/document.iwa') || has('index.zip')) return 'pages';
  if (has('meta-inf/container.xml')) return 'epub';
  return has('mimetype') && has('content.xml') ? 'opendocument' : 'archive';
}

/** Whether a compound file names such a stream: names in its directory are UTF-16LE. */
function holds(bytes: Uint8Array, stream: string): boolean {
  const wanted = Uint8Array.from(Array.from(stream, (letter) => [letter.charCodeAt(0), 0]).flat());
  let at = bytes.indexOf(wanted[0]!);
  while (at !== -1) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
    at = bytes.indexOf(wanted[0]!, at + 1);
  }
  return false;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
