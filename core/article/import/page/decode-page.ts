import { Problem } from '@/core/problem';
import { decodeText, decodeWindows1252 } from '../decode';

/** How much of a page is searched for what it says of its own encoding: as much as browsers do (HTML, 13.2.3.2). */
const PRESCAN = 1024;

/**
 * The text of a page, or of a plain text, that came from the web, without its byte order mark. A mark decides, then `charset` (what
 * the server said), then, in HTML, what the page says. Bytes that do not fit what was said are read for what they look like
 * (see `decodeText`); where they look like nothing, each that does not fit becomes U+FFFD, as in a browser.
 * Throws `text-binary`, and `text-undecodable` where nobody said anything and the bytes do not tell.
 */
export function decodePage(bytes: Uint8Array, charset: string | null, isHtml: boolean): string {
  const label = markOf(bytes) ?? known(charset) ?? (isHtml ? known(saidIn(bytes)) : null);
  if (label === null) return decodeText(bytes).text;
  // Servers say Latin-1 by default, of pages in UTF-8 too; what reads as UTF-8 is hardly ever anything else.
  if (label === 'windows-1252') return strictly('utf-8', bytes) ?? decodeWindows1252(bytes);
  const text = strictly(label, bytes);
  if (text !== null) return text;
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'text-undecodable') throw error;
    return new TextDecoder(label).decode(bytes);
  }
}

/** Null when a byte does not fit. */
function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The name of an encoding by any of its labels (Encoding Standard, 4.2); null for what is none that can be read. */
function known(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** What a `<meta>` near the beginning says. It could not be read there if the page were in UTF-16: then UTF-8 is meant. */
function saidIn(bytes: Uint8Array): string | null {
  const beginning = decodeWindows1252(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?-->/g, '');
  const said = /<meta[\s/][^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(beginning)?.[1] ?? null;
  return said && /^utf-?16/i.test(said) ? 'utf-8' : said;
}
