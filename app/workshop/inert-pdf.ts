import { readFile } from 'node:fs/promises';
import zlib from 'node:zlib';

/** What a packed part may become, and all of them together, in bytes. */
const PART = 32 * 1024 * 1024;
const ALL = 256 * 1024 * 1024;

/** How much is searched at once, and how much of it again, so that no name falls between, in bytes. */
const WINDOW = 1024 * 1024;
const OVERLAP = 512;

/**
 * Names without which no PDF runs anything, sends anything or hides anything from this search: scripts, forms with scripts of their
 * own, actions that start programs or send forms, encryption, and packings that are not undone here (ISO 32000-2, 7.4, 7.6, 12.6).
 */
const risky =
  /\/(?:JS|JavaScript|XFA|Launch|SubmitForm|ImportData|RichMedia|Rendition|Encrypt|ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt)(?![A-Za-z0-9_-])/;

/**
 * Whether a PDF holds nothing that a viewer would run. Viewers repair what is broken, so nothing is believed of its structure: every
 * byte is searched, and all that any stream unpacks to. What cannot be searched counts as a script.
 */
export async function inertPdf({ file }: { file: string }): Promise<{ inert: boolean }> {
  return { inert: isInert(await readFile(file)) };
}

export function isInert(bytes: Buffer): boolean {
  if (hasRiskyName(bytes)) return false;
  let unpacked = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    const start = startOfData(bytes, at + 6);
    if (start === null || !isZlib(bytes, start)) continue;
    if (isScrambled(bytes, at)) return false;
    let part: Buffer;
    try {
      part = zlib.inflateSync(bytes.subarray(start), { maxOutputLength: PART });
    } catch {
      return false;
    }
    unpacked += part.length;
    if (unpacked > ALL || hasRiskyName(part)) return false;
  }
  return true;
}

function hasRiskyName(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += WINDOW - OVERLAP)
    if (risky.test(plainNames(bytes.toString('latin1', at, Math.min(bytes.length, at + WINDOW))))) return true;
  return false;
}

/** A letter of a name may be written as its code (7.3.5). */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The data begin on the line after the word, whatever else stands on its own. */
function startOfData(bytes: Buffer, after: number): number | null {
  const line = bytes.toString('latin1', after, after + OVERLAP);
  const end = /\r\n|\n|\r/.exec(line);
  return end ? after + end.index + end[0].length : null;
}

function isZlib(bytes: Buffer, at: number): boolean {
  const [method = 0, check = 0] = bytes.subarray(at, at + 2);
  return (method & 0x0f) === 8 && ((method << 8) | check) % 31 === 0;
}

/**
 * Whether what a stream unpacks to is not the bytes themselves but differences between them (7.4.4.4), and could be anything but a
 * picture or a table of places.
 */
function isScrambled(bytes: Buffer, at: number): boolean {
  const before = plainNames(bytes.toString('latin1', Math.max(0, at - 64 * 1024), at));
  const begins = before.lastIndexOf(' obj');
  const said = begins === -1 ? before : before.slice(begins);
  if (!/\/(?:Predictor|DecodeParms|DP)\b/.test(said)) return false;
  if (/\/ObjStm\b|\/Type\s+\d+\s+\d+\s+R/.test(said)) return true;
  return !/\/XRef\b|\/Image\b/.test(said);
}
