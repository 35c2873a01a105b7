/**
 * Characters as a reader sees them: extended grapheme clusters (Unicode Annex 29). An accent belongs to its letter, a family
 * emoji is one, two regional indicators are a flag. Offsets are UTF-16 units of a plain text.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How far back the telling apart of characters begins at most, in UTF-16 units. It begins at white space where there is any,
 * which starts a character whatever stands before it; only a run of flags is longer than this in real text.
 */
const LOOK_BACK = 256;

/**
 * The offsets between `from` and `to`, both included, at which a character begins or the text ends, in rising order. For short
 * stretches: the segmenter's time grows with the square of the length.
 */
export function characterEdges(text: string, from: number, to: number): number[] {
  const start = safeStart(text, from);
  const edges: number[] = [];
  for (const { index } of segmenter.segment(text.slice(start, to + LOOK_BACK))) {
    if (start + index > to) return edges;
    if (start + index >= from) edges.push(start + index);
  }
  if (to >= text.length) edges.push(text.length);
  return edges;
}

/** Whether an offset stands between two characters, and cuts none in two. */
export function isCharacterEdge(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  if (ALONE.test(text[at - 1]!) && ALONE.test(text[at]!)) return true;
  return characterEdges(text, at, at).length > 0;
}

/** Every range of UTF-16 units that has a mark, a joiner, half a pair, or a letter that joins its neighbour, taken generously. */
const JOINING = [
  String.raw`\u0300-\u036f\u0483-\u0489`, // Combining marks, Cyrillic ones.
  String.raw`\u0591-\u05cf\u05eb-\u061f\u064b-\u200f`, // Hebrew and Arabic points, Indic scripts, Hangul's single letters, joiners.
  String.raw`\u2028-\u202f\u205f-\u2fff`, // Invisible signs, pictographs.
  String.raw`\u302a-\u302f\u3097-\u309f\u3200-\u33ff`, // East Asian tone and sound marks, circled signs.
  String.raw`\ua000-\uabff\ud7a4-\uffff`, // Rarer scripts, surrogates, presentation forms.
].join('');

/**
 * A unit that joins no other of its kind: the letters, digits and signs of the great scripts. It spares nearly every question to
 * the segmenter. (A return would join its line feed, but a plain text has no returns.)
 */
export const ALONE = new RegExp(`[^${JOINING}]`);

function safeStart(text: string, at: number): number {
  const earliest = Math.max(0, at - LOOK_BACK);
  for (let offset = at; offset > earliest; offset--) if (/\s/.test(text[offset] ?? '')) return offset;
  return earliest;
}
