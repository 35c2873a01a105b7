import { addressesIn } from './addresses';
import type { Words } from './comment-words';

/**
 * Paragraphs as Markdown that reads as they do (`rationaleTree`): their links, and every other sign as itself. Paragraphs are
 * parted by an empty line, empty ones left out.
 */
export function markdownOf(paragraphs: readonly (readonly Words[])[]): string {
  return paragraphs
    .map((paragraph) => paragraph.map(span).join('').split('\n').map(line).join('\n').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function span({ text, href }: Words): string {
  if (href === null || text.trim() === '') return plain(text);
  if (text === href) return text;
  const address = href.replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `[${escaped(text.replaceAll('\n', ' '))}](${/[()\\]/.test(address) ? `<${address}>` : address})`;
}

/** Addresses stand as they are: whoever shows Markdown makes links of them. */
function plain(text: string): string {
  let written = '';
  let from = 0;
  for (const { start, end } of addressesIn(text)) {
    written += escaped(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return written + escaped(text.slice(from));
}

/** Signs that mean something wherever they stand, and what would be taken for an address though it is none. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, '\\$&')
    .replace(/(https?|ftp)(?=:\/\/)/gi, '$1\\')
    .replace(/(www)(?=\.)/gi, '$1\\');
}

/** Signs that mean something at the beginning of a line: of headings, lists, and of lines under a heading. */
function line(text: string): string {
  return text.trim().replace(/^(\d{1,9})(?=[.)])|^(?=[-+=#])/, '$1\\');
}
