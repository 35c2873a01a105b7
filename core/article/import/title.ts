/** The longest title that is made out of an article's own words, in code points. */
const TITLE_POINTS = 80;

/**
 * A title out of the first line that says something: the line itself, or its first words and an ellipsis. Cut between
 * words as the language's script has them (Japanese and Thai too), never inside a character. Empty when no line says anything.
 */
export function titleFromText(text: string): string {
  for (const [found] of text.matchAll(/[^\n]*[\p{L}\p{N}][^\n]*/gu)) return shorten(found.replace(/\s+/g, ' ').trim());
  return '';
}

function shorten(line: string): string {
  const points = Array.from(line.slice(0, TITLE_POINTS * 3));
  if (points.length <= TITLE_POINTS) return line;
  const fitting = points.slice(0, TITLE_POINTS).join('').length;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(points.join(''))) {
    if (index + segment.length > fitting) break;
    end = index + segment.length;
  }
  return `${line.slice(0, end || fitting).replace(/[\s\p{P}]+$/u, '')}…`;
}
