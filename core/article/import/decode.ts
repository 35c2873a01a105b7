import { Problem } from '@/core/problem';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/**
 * The text of a file, without its byte order mark. UTF-8 unless a mark says UTF-16; what is not UTF-8 is read as
 * Windows-1252 when it looks like a western language in it.
 * Throws `text-binary` for what is no text (an archive, a PDF, a picture), `text-undecodable` for text in another encoding:
 * better a refusal than an article in the wrong letters.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    throw new Problem('text-undecodable');
  if (startsWith(bytes, [0xff, 0xfe])) return { text: decodeWith('utf-16le', bytes), encoding: 'UTF-16LE' };
  if (startsWith(bytes, [0xfe, 0xff])) return { text: decodeWith('utf-16be', bytes), encoding: 'UTF-16BE' };
  if (isBinary(bytes)) throw new Problem('text-binary');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    if (!looksWestern(bytes)) throw new Problem('text-undecodable');
    return { text: decodeWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

function decodeWith(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('text-undecodable');
  }
}

/** What Windows-1252 has where Latin-1 has controls, 0x80 to 0x9F; a space where it has nothing. */
const windowsOnly = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Any bytes as Windows-1252. By hand: some versions of Node answer to `windows-1252` with Latin-1, and quotation marks and the
 * euro come out as controls.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text.replace(/[\x80-\x9f]/g, (control) => windowsOnly[control.charCodeAt(0) - 0x80]!);
}

/** How the files begin that people drop here by mistake; each also has a name that readers of this list can search for. */
const signatures: readonly (readonly [name: string, at: number, beginning: string])[] = [
  ['zip, docx, odt, epub', 0, 'PK\x03\x04'],
  ['empty zip', 0, 'PK\x05\x06'],
  ['pdf', 0, '%PDF-'],
  ['doc, xls', 0, '\xd0\xcf\x11\xe0'],
  ['rtf', 0, '{\\rtf'],
  ['png', 0, '\x89PNG'],
  ['jpeg', 0, '\xff\xd8\xff'],
  ['gif', 0, 'GIF8'],
  ['tiff', 0, 'II*\0'],
  ['tiff', 0, 'MM\0*'],
  ['webp, wav, avi', 0, 'RIFF'],
  ['mp4, heic', 4, 'ftyp'],
  ['mp3', 0, 'ID3'],
  ['ogg', 0, 'OggS'],
  ['gzip', 0, '\x1f\x8b'],
  ['7z', 0, '7z\xbc\xaf'],
  ['rar', 0, 'Rar!\x1a'],
  ['sqlite', 0, 'SQLite format 3\0'],
  ['elf', 0, '\x7fELF'],
];

/**
 * One control byte in a hundred makes a file binary. Fewer are a slip in a text, and the import says at which line.
 */
const BINARY_SHARE = 0.01;

function isBinary(bytes: Uint8Array): boolean {
  if (signatures.some(([, at, beginning]) => startsWith(bytes.subarray(at), codes(beginning)))) return true;
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  return controls > 0 && controls >= bytes.length * BINARY_SHARE;
}

/**
 * Whether bytes that are not UTF-8 read as a western language in Windows-1252: none of the five bytes that it leaves
 * undefined, mostly ASCII letters (Cyrillic, Greek or Japanese encodings are mostly high bytes), and not UTF-8 that broke
 * at a place or two.
 */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    if (byte >= 0xc0) high++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) ascii++;
  }
  if (high > ascii) return false;
  let broken = 0;
  let whole = 0;
  for (const [sequence] of new TextDecoder('utf-8').decode(bytes).matchAll(/\P{ASCII}/gu)) {
    if (sequence === '\ufffd') broken++;
    else whole++;
  }
  return broken > whole;
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

function codes(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
