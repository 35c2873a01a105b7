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

/** The offsets between `from` and `to`, both included, at which a character begins or the text ends, in rising order. */
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
  // Below U+0300 nothing joins what stands before it but a line feed its return, which a plain text does not have.
  if (text.charCodeAt(at) < 0x300 && text.charCodeAt(at - 1) < 0x300) return true;
  return characterEdges(text, at, at).length > 0;
}

function safeStart(text: string, at: number): number {
  const earliest = Math.max(0, at - LOOK_BACK);
  for (let offset = at; offset > earliest; offset--) if (/\s/.test(text[offset] ?? '')) return offset;
  return earliest;
}
