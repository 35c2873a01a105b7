import type { Node } from 'prosemirror-model';
import type { Step, StepMap } from 'prosemirror-transform';
import { articleText } from '@/core/article/text';
import type { anchorStates } from '@/core/claim/vocabulary';
import { sameWords } from './fold';

/** An anchor by its ProseMirror positions; null where it is an orphan already. */
export interface PositionedAnchor {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Where it went. `state` compares the words before all steps with those after (`sameWords`), not with what was judged. */
export interface MappedAnchor extends PositionedAnchor {
  readonly state: (typeof anchorStates)[number];
}

/**
 * Maps anchors through edit steps, in the order given. What is put in at an edge stays outside. What takes the place of words of
 * the anchor, at an edge or of all of it exactly, belongs to it; what takes the place of words inside and outside it together
 * does not. An anchor of which no character is left is orphaned and stays so, even when its words are put back.
 *
 * Mapping through all steps gives the same positions as through one after another. `docBefore` is the document that the first
 * step applies to; throws what `Step.apply` reports when one does not apply.
 */
export function mapThrough(
  anchors: readonly PositionedAnchor[],
  steps: readonly Step[],
  docBefore: Node,
): MappedAnchor[] {
  let doc = docBefore;
  const ranges = anchors.map(({ from, to }) => (from === null || to === null || from >= to ? null : { from, to }));
  for (const step of steps) {
    const result = step.apply(doc);
    if (!result.doc) throw new Error(result.failed ?? 'The step does not apply.');
    doc = result.doc;
    const map = step.getMap();
    ranges.forEach((range, at) => {
      const moved = range && moveThrough(map, range.from, range.to);
      ranges[at] = moved && holdsCharacter(doc, moved.from, moved.to) ? moved : null;
    });
  }
  return anchors.map(({ id, from, to }, at) => {
    const range = ranges[at];
    if (!range) return { id, from: null, to: null, state: 'orphaned' };
    const before = articleText(docBefore).between(from!, to!);
    return {
      id,
      ...range,
      state: sameWords(before, articleText(doc).between(range.from, range.to)) ? 'anchored' : 'changed',
    };
  });
}

function moveThrough(map: StepMap, from: number, to: number): { from: number; to: number } | null {
  let head: 1 | -1 = 1;
  let tail: 1 | -1 = -1;
  map.forEach((start, end) => {
    if (start === end || start < from || end > to) return;
    if (start === from) head = -1;
    if (end === to) tail = 1;
  });
  const moved = { from: map.map(from, head), to: map.map(to, tail) };
  return moved.from < moved.to ? moved : null;
}

/** Text or a hard break; block boundaries and images are none. */
function holdsCharacter(doc: Node, from: number, to: number): boolean {
  let found = false;
  doc.nodesBetween(from, to, (node) => {
    found ||= node.isInline;
    return !found;
  });
  return found;
}
