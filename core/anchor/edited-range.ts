import type { Step } from 'prosemirror-transform';
import type { Range } from './range';

/** Where steps changed a text. */
export interface EditedRange extends Range {
  /** By how much everything after it moved. */
  readonly shift: number;
}

/**
 * The one range of a document of this size (`doc.content.size`) outside of which steps change nothing: an anchor that ends before
 * it stays, one that begins after it moves by `shift` as a whole. Null where no step moves anything (marks, attributes).
 */
export function editedRange(size: number, steps: readonly Step[]): EditedRange | null {
  // What stands before the first change and after the last one is the same in every document between, counted from its end.
  let before = Number.POSITIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  let now = size;
  for (const step of steps) {
    const was = now;
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      before = Math.min(before, oldStart);
      after = Math.min(after, was - oldEnd);
      now += newEnd - newStart - (oldEnd - oldStart);
    });
  }
  return before === Number.POSITIVE_INFINITY ? null : { from: before, to: size - after, shift: now - size };
}
