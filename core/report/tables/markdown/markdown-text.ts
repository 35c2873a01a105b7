/**
 * Words as they stand in a line of Markdown (CommonMark with the tables and addresses of GFM), so that they read as they are once
 * it is drawn and nearly as they are before: what Markdown would take for a sign is written with a backslash, spaces that it would
 * drop as references, and a line end as `<br>`, the one break that a cell of a table may hold. Nothing in them becomes a link.
 */
export function markdownText(words: string): string {
  return words
    .split(/\r\n?|\n/)
    .map(line)
    .join('<br>');
}

function line(words: string): string {
  return words
    .replace(SIGNS, '\\$&')
    .replace(/^(\s*)([#>+\-=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(UNSEEN, (space) => [...space].map((character) => `&#${character.codePointAt(0)};`).join(''));
}

/** Signs wherever they stand, and those that make an address or a reference of what is about them. */
const SIGNS = /[\\`*_[\]<|~@]|&(?=[#a-z])|:(?=\/\/)|(?<=www)\./gi;

/** Spaces at the ends, and what a reader of Markdown takes for several spaces or for the end of a line. */
const UNSEEN = /^\s+|\s+$|[\t\u2028\u2029]/g;

/** An http or https address as a link's goal, in the brackets that let it hold anything but what is written as per cent here. */
export function markdownAddress(address: string): string {
  const written = new URL(address).href
    .replace(/[\\`<>|\s]/g, (character) => encodeURIComponent(character))
    .replaceAll('&', '&amp;');
  return `<${written}>`;
}
