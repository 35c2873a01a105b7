/**
 * How long a quote may be, in UTF-16 units, before its two ends stand for it; browsers and search engines draw the line here too.
 */
const QUOTED_WHOLE = 300;
/** How many words of each end then stand for it. */
const END_WORDS = 6;

/**
 * An address that leads to these words of its page: with a text directive (URL Fragment Text Directives, section 3), behind the
 * fragment that the address may have already. A quote of several lines or of great length is given by its ends, as a directive
 * stays within one block.
 */
export function addressOfWords(page: string, words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() ?? '';
  const last = lines.at(-1)?.trim() ?? '';
  const whole = lines.length < 2 && first.length <= QUOTED_WHOLE;
  const directive = whole ? encoded(first) : `${encoded(beginning(first))},${encoded(ending(last))}`;
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

function beginning(line: string): string {
  return line.split(/\s+/).slice(0, END_WORDS).join(' ');
}

function ending(line: string): string {
  return line.split(/\s+/).slice(-END_WORDS).join(' ');
}

/** `-`, `,` and `&` are the directive's own signs and are written as codes (section 3.3). */
function encoded(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
}
