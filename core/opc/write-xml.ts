import { forbiddenCharacter } from '@/core/record';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Text as it stands in an element of XML 1.0. A return is written as a reference, since a reader makes a line feed of a plain one
 * (section 2.11). No character that XML forbids can come out (section 2.2): each becomes U+FFFD.
 */
export function xmlText(text: string): string {
  const allowed = forbiddenCharacter(text) === -1 ? text : text.replace(FORBIDDEN, '\ufffd');
  return /[&<>\r]/.test(allowed) ? allowed.replace(/[&<>\r]/g, reference) : allowed;
}

/** The same for an attribute in double quotes. A reader makes spaces of plain tabs and line ends there (section 3.3.3). */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\t\n]/g, reference);
}

const FORBIDDEN = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r\u007f-\u009f]]/gv;

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
