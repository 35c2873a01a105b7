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
  const to = Math.min(state.window.to, doc.content.size);
  for (const segment of segmentsBetween(state, Math.max(0, state.window.from), to)) {
    const claims = segment.members.map((index) => state.marks[index]!.claimId).join(' ');
    for (const index of segment.members) paint(decorations, state, doc, segment, index, claims);
  }
  return DecorationSet.create(doc, decorations);
}

function paint(into: Decoration[], state: Marks, doc: Node, segment: Segment, index: number, claims: string) {
  const mark = state.marks[index]!;
  const attrs = attributesOf(state, mark, state.lane[index]!, claims);
  let { from } = segment;
  if (from === state.from[index]) {
    const end = Math.min(segment.to, endOfTextAt(doc, from));
    into.push(
      Decoration.inline(from, end, {
        ...attrs,
        nodeName: 'mark',
        'aria-details': mark.details,
        'aria-description': mark.label,
      }),
    );
    from = end;
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

/** Where the run of equally formatted words that begins at or spans a position ends: an element cannot cross it. */
function endOfTextAt(doc: Node, pos: number): number {
  const $pos = doc.resolve(pos);
  return $pos.nodeAfter ? pos + $pos.nodeAfter.nodeSize : Number.MAX_SAFE_INTEGER;
}
