import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { mapThrough } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Placements } from '@/core/anchor/placement';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim } from '@/core/claim/claim';
import type { TextStep } from './steps-since';

/** Edits of the text as the server tells them: its steps after version `since`, which make `version`. */
export interface TextTold {
  readonly since: number;
  readonly version: number;
  /** ProseMirror steps as JSON. */
  readonly steps: readonly unknown[];
  /** Whose each step is. */
  readonly clientIds: readonly string[];
  /** Where versions among these placed anchors otherwise than their steps map them. */
  readonly reanchored: readonly Placements[];
}

/** The article's text as the server has it, and how it came there from the text that the desk was opened with. */
export interface Text {
  readonly doc: Node;
  readonly version: number;
  /** The steps since the desk was opened; the last of them made `version`. */
  readonly steps: readonly TextStep[];
}

/** What becomes of the text, and of places in it, by edits that were told. */
export interface TextChange {
  readonly text: Text;
  /** Anchors as they stand then, in the order given. One that was not touched is the same but for its numbers. */
  follow(anchors: readonly Anchor[]): Anchor[];
}

/**
 * Takes edits in. Null when there is nothing new in them, or when edits before them are missing (`since` after the text's
 * version): then those have to be read first.
 */
export function told(text: Text, came: TextTold): TextChange | null {
  if (came.version <= text.version || came.since > text.version) return null;
  const news = came.steps.slice(text.version - came.since).map(
    (json, at): TextStep => ({
      step: Step.fromJSON(articleSchema, json),
      clientId: String(came.clientIds[text.version - came.since + at] ?? ''),
    }),
  );
  // Placements come after the step that made their version: the steps are followed from one of these to the next.
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { version, anchors } of came.reanchored) {
    if (version <= text.version) continue;
    const end = version - text.version;
    stretches.push({ steps: news.slice(at, end), placed: new Map(anchors.map((anchor) => [anchor.id, anchor])) });
    at = end;
  }
  if (at < news.length) stretches.push({ steps: news.slice(at), placed: new Map() });
  const docs = [text.doc];
  for (const { steps } of stretches) docs.push(steps.reduce(stepped, docs.at(-1)!));
  return {
    text: { doc: docs.at(-1)!, version: came.version, steps: [...text.steps, ...news] },
    follow: (anchors) =>
      stretches.reduce((now, stretch, at) => followed(now, stretch, docs[at]!, docs[at + 1]!), [...anchors]),
  };
}

interface Stretch {
  readonly steps: readonly TextStep[];
  readonly placed: ReadonlyMap<string, { readonly from: number | null; readonly to: number | null }>;
}

function stepped(doc: Node, { step }: TextStep): Node {
  const { doc: next, failed } = step.apply(doc);
  if (!next) throw new Error(failed ?? 'A step does not apply.');
  return next;
}

function followed(anchors: readonly Anchor[], { steps, placed }: Stretch, before: Node, after: Node): Anchor[] {
  const mapped = mapThrough(
    anchors,
    steps.map(({ step }) => step),
    before,
  );
  const text = articleText(after);
  return anchors.map((anchor, at) => {
    const by = mapped[at]!;
    const { from, to } = placed.get(anchor.id) ?? by;
    if (from === anchor.from && to === anchor.to && by.state === 'anchored' && !placed.has(anchor.id)) return anchor;
    const onlyShifts = by.state === 'anchored' && !placed.has(anchor.id) && from !== null && to !== null;
    if (!onlyShifts || to - from !== anchor.to! - anchor.from!) return placeAnchor(after, { ...anchor, from, to });
    const start = text.pointsAt(text.offsetAt(from));
    return { ...anchor, from, to, start, end: start + (anchor.end! - anchor.start!) };
  });
}

/** Claims whose anchors a change moves, by id; those that it leaves alone are not among them. */
export function followClaims(claims: Iterable<Claim>, change: TextChange): Map<string, Claim> {
  const all = [...claims];
  const anchors = change.follow(all.flatMap((claim) => claim.anchors));
  const moved = new Map<string, Claim>();
  let at = 0;
  for (const claim of all) {
    const own = anchors.slice(at, at + claim.anchors.length);
    at += claim.anchors.length;
    if (own.some((anchor, index) => anchor !== claim.anchors[index]))
      moved.set(claim.id, { ...claim, anchors: inOrder(own) });
  }
  return moved;
}

/** In reading order, what is gone last: as the interface gives them. */
function inOrder(anchors: Anchor[]): Anchor[] {
  const at = ({ from }: Anchor) => from ?? Number.POSITIVE_INFINITY;
  return anchors.sort((a, b) => at(a) - at(b) || (b.to ?? 0) - (a.to ?? 0));
}
