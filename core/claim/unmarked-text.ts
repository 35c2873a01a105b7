/** What Markdown may read as more than words: its signs anywhere, and the beginnings of lists, rules and indented code. */
const SIGNS = /[\\`*_~[\]<>#&|!]|^[ \t]*(?:[-+=]|\d{1,9}[.)])|^(?: {4}|[ ]{0,3}\t)/m;

/**
 * The words of a rationale that has no markup, as `rationaleText` gives them; null where there may be some, and the rationale's
 * tree has to be read.
 */
export function unmarkedText(rationale: string): string | null {
  return SIGNS.test(rationale) ? null : rationale.replace(/\s+/g, ' ').trim();
}
