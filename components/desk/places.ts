import type { Node } from 'prosemirror-model';
import { quoteOf } from '@/core/anchor/quote';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim, Repeat } from '@/core/claim/claim';
import type { Passage } from './state/desk-store';

/** The article's document from its JSON: the very value that the ArticleView shows, so what is remembered for one serves both. */
export { articleNode as docOf } from '@/components/editor/article-node';

/** An anchor that stands in the text. Positions are ProseMirror's. */
export type Placed = Anchor & { from: number; to: number };

const places = new WeakMap<Pick<Claim, 'anchors'>, readonly Placed[]>();

/** A claim's places that stand in the text, in reading order. */
export function placesOf(claim: Pick<Claim, 'anchors'>): readonly Placed[] {
  let known = places.get(claim);
  if (!known) {
    known = claim.anchors
      .filter((anchor): anchor is Placed => anchor.from !== null && anchor.to !== null)
      .sort((a, b) => a.from - b.from || b.to - a.to);
    places.set(claim, known);
  }
  return known;
}

/** Words of the article as a command takes them, with their offsets in code points. */
export function passageOf(doc: Node, from: number, to: number): Passage {
  const text = articleText(doc);
  const start = text.pointsAt(text.offsetAt(from, 1));
  const end = text.pointsAt(text.offsetAt(to, -1));
  return { from, to, ...quoteOf(doc, from, to), start, end };
}

/**
 * The other passages that say what these places say, in the same or nearly the same words, in reading order (`repeatsOf`). What
 * finds them knows sentences and is large, so it is fetched when it is first asked.
 */
export async function repeatsOfPlaces(
  doc: Node,
  language: string,
  ranges: readonly { from: number; to: number }[],
): Promise<Repeat[]> {
  const { repeatsOf } = await import('@/core/anchor/repeats');
  return repeatsOf(doc, language, ranges);
}

/** The other places where these very words stand, in reading order. */
export async function samePassages(
  doc: Node,
  language: string,
  range: { from: number; to: number },
): Promise<Passage[]> {
  const exact = articleText(doc).between(range.from, range.to);
  return (await repeatsOfPlaces(doc, language, [range]))
    .filter((repeat) => repeat.exact === exact)
    .map((repeat) => rangeOfPoints(doc, repeat))
    .map(({ from, to }) => passageOf(doc, from, to))
    .sort((a, b) => a.from - b.from);
}

/** The ProseMirror range that two code-point offsets of the plain text mean. */
export function rangeOfPoints(doc: Node, { start, end }: { start: number; end: number }): { from: number; to: number } {
  const text = articleText(doc);
  return {
    from: text.positionAt(text.offsetOfPoints(start), 1),
    to: text.positionAt(text.offsetOfPoints(end), -1),
  };
}

/** The number of the block that a position is in, from 1: what stands beside it in the article. */
export function paragraphOf(doc: Node, position: number): number {
  return articleText(doc).blockAtPosition(position) + 1;
}
