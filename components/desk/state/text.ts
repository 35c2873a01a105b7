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

/** What becomes of places in the text by steps. */
export interface Following {
  readonly doc: Node;
  /** Anchors as they stand then, in the order given. One that was not touched is the same but for its numbers. */
  follow(anchors: readonly Anchor[]): Anchor[];
}

/** What becomes of the text, and of places in it, by edits that were told. */
export interface TextChange extends Following {
  readonly text: Text;
}

/**
 * Takes edits in. Null when there is nothing new in them, or when edits before them are missing (`since` after the text's
 * version): then those have to be read first. Throws where a step does not apply.
 */
export function told(text: Text, came: TextTold): TextChange | null {
  if (came.version <= text.version || came.since > text.version) return null;
  const known = text.version - came.since;
  const placed = new Map(came.reanchored.map(({ version, anchors }) => [version, anchors]));
  let { doc } = text;
  const news = came.steps.slice(known).map((json, at): TextStep => {
    const step = Step.fromJSON(articleSchema, json);
    const inverse = step.invert(doc);
    doc = stepped(doc, step);
    const clientId = String(came.clientIds[known + at] ?? '');
    return { step, clientId, inverse, placed: placed.get(text.version + at + 1) ?? [] };
  });
  const following = through(text.doc, news);
  return { ...following, text: { doc: following.doc, version: came.version, steps: [...text.steps, ...news] } };
}

/** What steps make of a document and of places in it. */
export function through(doc: Node, steps: readonly TextStep[]): Following {
  // Placements come after the step that made their version: the steps are followed from one of these to the next.
  const stretches: TextStep[][] = [[]];
  for (const step of steps) {
    stretches.at(-1)!.push(step);
    if (step.placed.length > 0) stretches.push([]);
  }
  const docs = [doc];
  for (const stretch of stretches) docs.push(stretch.reduce((now, { step }) => stepped(now, step), docs.at(-1)!));
  return {
    doc: docs.at(-1)!,
    follow: (anchors) =>
      stretches.reduce(
        (now, stretch, at) => (stretch.length > 0 ? followed(now, stretch, docs[at]!, docs[at + 1]!) : now),
        [...anchors],
      ),
  };
}

/** The document before these steps, which made `doc`. */
export function takenBack(doc: Node, steps: readonly TextStep[]): Node {
  return steps.reduceRight((now, { inverse }) => stepped(now, inverse), doc);
}

function stepped(doc: Node, step: Step): Node {
  const { doc: next, failed } = step.apply(doc);
  if (!next) throw new Error(failed ?? 'A step does not apply.');
  return next;
}

function followed(anchors: readonly Anchor[], steps: readonly TextStep[], before: Node, after: Node): Anchor[] {
  const mapped = mapThrough(
    anchors,
    steps.map(({ step }) => step),
    before,
  );
  const placed = new Map(steps.at(-1)!.placed.map((one) => [one.id, one]));
  const text = articleText(after);
  const changed = changedBy(steps);
  return anchors.map((anchor, at) => {
    const { from, to } = placed.get(anchor.id) ?? mapped[at]!;
    if (from === null || to === null)
      return anchor.state === 'orphaned' ? anchor : placeAnchor(after, { ...anchor, from, to });
    const shift = from - (anchor.from ?? 0);
    // Words may stand there otherwise though they count as the same (quotation marks): they are read where an edit came near.
    const near = from <= changed.to && to >= changed.from;
    if (near || placed.has(anchor.id) || anchor.from === null || to - anchor.to! !== shift) {
      const now = placeAnchor(after, { ...anchor, from, to });
      return sameAnchor(now, anchor) ? anchor : now;
    }
    const start = text.pointsAt(text.offsetAt(from));
    if (shift === 0 && start === anchor.start) return anchor;
    return { ...anchor, from, to, start, end: start + (anchor.end! - anchor.start!) };
  });
}

/** From where to where steps changed anything, in the document after them. */
function changedBy(steps: readonly TextStep[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { step } of steps) {
    const map = step.getMap();
    if (from <= to) {
      from = map.map(from, -1);
      to = map.map(to, 1);
    }
    map.forEach((_start, _end, start, end) => {
      from = Math.min(from, start);
      to = Math.max(to, end);
    });
  }
  return { from, to };
}

const numbers = ['from', 'to', 'start', 'end', 'current', 'state'] as const;
const sameAnchor = (a: Anchor, b: Anchor) => numbers.every((field) => a[field] === b[field]);

/** Claims whose anchors a change moves, by id; those that it leaves alone are not among them. */
export function followClaims(claims: Iterable<Claim>, change: Following): Map<string, Claim> {
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
