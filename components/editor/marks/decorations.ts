import type { Node } from 'prosemirror-model';
import { Decoration, type DecorationAttrs, DecorationSet } from 'prosemirror-view';
import type { ClaimMark } from '../claim-mark';
import { type Segment, segmentsBetween } from './segments';
import type { Marks } from './state';

/**
 * What is painted under the words in the window. Each segment carries one element a mark, nested: ProseMirror wraps a text once
 * for every decoration that names its element, and merges only those that do not.
 *
 * The first piece of a mark is a `<mark>` that leads to its note; the pieces after it are plain, so that a screen reader
 * announces a claim once. Nothing drawn here changes where a line breaks, so the window can move while a person scrolls.
 */
export function paintedMarks(state: Marks, doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  const from = Math.max(0, state.window.from);
  const to = Math.min(state.window.to, doc.content.size);
  const runEnd = textRuns(doc, from, to);
  for (const segment of segmentsBetween(state, from, to)) {
    const claims = segment.members.map((index) => state.marks[index]!.claimId).join(' ');
    const firstPieceEnd = Math.min(segment.to, runEnd(segment.from));
    for (const index of segment.members) paint(decorations, state, segment, index, claims, firstPieceEnd);
  }
  return DecorationSet.create(doc, decorations);
}

function paint(
  into: Decoration[],
  state: Marks,
  segment: Segment,
  index: number,
  claims: string,
  firstPieceEnd: number,
) {
  const mark = state.marks[index]!;
  const attrs = attributesOf(state, mark, state.lane[index]!, claims);
  let { from } = segment;
  if (from === state.from[index]) {
    const announced = { 'aria-description': mark.label, ...(mark.details ? { 'aria-details': mark.details } : {}) };
    into.push(Decoration.inline(from, firstPieceEnd, { ...attrs, ...announced, nodeName: 'mark' }));
    from = firstPieceEnd;
  }
  if (from < segment.to) into.push(Decoration.inline(from, segment.to, { ...attrs, nodeName: 'span' }));
  if (mark.correction !== null) {
    into.push(Decoration.inline(segment.from, segment.to, { nodeName: 'del', class: 'edit-del' }));
  }
}

function attributesOf(state: Marks, mark: ClaimMark, lane: number, claims: string): DecorationAttrs {
  return {
    class: `mark${lightOf(state, mark)}${mark.faded ? ' is-faded' : ''}`,
    'data-claim': mark.claimId,
    'data-anchor': mark.anchorId,
    'data-claims': claims,
    'data-colour': mark.colour ?? 'none',
    'data-pattern': mark.pattern ?? 'none',
    'data-lane': String(Math.min(lane, LOWEST_DRAWN)),
  };
}

/** Lanes below this one share its line: five claims over the same words leave no room between lines of text. */
const LOWEST_DRAWN = 3;

/** The open place is fully lit; the claim's other places, and all places of a hovered claim, lightly. */
function lightOf(state: Marks, mark: ClaimMark): string {
  if (mark.anchorId === state.active?.anchorId) return ' is-active';
  return mark.claimId === state.hovered || mark.claimId === state.active?.claimId ? ' is-hover' : '';
}

/**
 * Answers where the run of equally formatted words at a position ends: an element cannot cross it. To be asked in rising order,
 * for positions between the two given.
 */
function textRuns(doc: Node, from: number, to: number): (pos: number) => number {
  const blocks: { node: Node; start: number }[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.isTextblock) blocks.push({ node, start: pos + 1 });
    return !node.isTextblock;
  });
  let at = 0;
  return (pos) => {
    while (at + 1 < blocks.length && blocks[at + 1]!.start <= pos) at++;
    const block = blocks[at];
    const run = block?.node.childAfter(pos - block.start);
    return block && run?.node ? block.start + run.offset + run.node.nodeSize : Number.MAX_SAFE_INTEGER;
  };
}
