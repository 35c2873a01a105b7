import type { Node } from 'prosemirror-model';
import type { Step, StepMap } from 'prosemirror-transform';
import type { anchorStates } from '@/core/claim/vocabulary';
import { sameWords } from './fold';
import { mapRange } from './map-range';
import type { Range } from './range';

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
 * does not. An anchor of which no character is left is orphaned and stays so, even when its words are put back. One whose outer
 * words went ends where a character stands (as `drawnIn`), so that whoever is told of its place alone maps it on like this.
 *
 * Mapping through all steps gives the same positions as through one after another. `docBefore` is the document that the first
 * step applies to; throws what `Step.apply` reports when one does not apply. An anchor that no step touches only shifts, and
 * neither document is read for it.
 */
export function mapThrough(
  anchors: readonly PositionedAnchor[],
  steps: readonly Step[],
  docBefore: Node,
): MappedAnchor[] {
  const places = new Places(anchors);
  let doc = docBefore;
  for (const step of steps) {
    const result = step.apply(doc);
    if (!result.doc) throw new Error(result.failed ?? 'The step does not apply.');
    doc = result.doc;
    places.move(step.getMap(), doc);
  }
  return anchors.map(({ id, from, to }, at): MappedAnchor => {
    const now = places.at(at);
    if (!now) return { id, from: null, to: null, state: 'orphaned' };
    const same =
      !places.isTouched(at) || sameWords(textBetween(docBefore, from!, to!), textBetween(doc, now.from, now.to));
    return { id, from: now.from, to: now.to, state: same ? 'anchored' : 'changed' };
  });
}

/** Where the anchors are, step by step. Columns rather than objects: thousands of anchors move at every key pressed. */
class Places {
  private readonly froms: Int32Array;
  private readonly tos: Int32Array;
  private readonly touched: Uint8Array;

  constructor(anchors: readonly PositionedAnchor[]) {
    this.froms = new Int32Array(anchors.length);
    this.tos = new Int32Array(anchors.length);
    this.touched = new Uint8Array(anchors.length);
    anchors.forEach(({ from, to }, at) => {
      this.put(at, from === null || to === null || from >= to ? null : { from, to });
    });
  }

  at(index: number): Range | null {
    const from = this.froms[index]!;
    return from === GONE ? null : { from, to: this.tos[index]! };
  }

  isTouched(index: number): boolean {
    return this.touched[index] === 1;
  }

  /** Moves all through one step, of which `doc` is the outcome. */
  move(map: StepMap, doc: Node): void {
    const changed: number[] = [];
    let shift = 0;
    map.forEach((start, end, _newStart, newEnd) => {
      changed.push(start, end);
      shift = newEnd - end;
    });
    if (changed.length === 0) return;
    const first = changed[0]!;
    const last = changed.at(-1)!;
    for (let at = 0; at < this.froms.length; at++) {
      const from = this.froms[at]!;
      const to = this.tos[at]!;
      if (from === GONE || to < first) continue;
      if (from > last) {
        this.froms[at] = from + shift;
        this.tos[at] = to + shift;
        continue;
      }
      const moved = mapRange(map, { from, to });
      const touches = touch(changed, from, to);
      if (touches) this.touched[at] = 1;
      this.put(at, moved && touches ? charactersIn(doc, moved) : moved);
    }
  }

  private put(at: number, range: Range | null): void {
    this.froms[at] = range ? range.from : GONE;
    this.tos[at] = range ? range.to : GONE;
  }
}

/** No position. */
const GONE = -1;

/** Whether one of the changed ranges (start and end in turn) meets a range, be it at an edge. */
function touch(changed: readonly number[], from: number, to: number): boolean {
  for (let at = 0; at < changed.length; at += 2) if (changed[at]! <= to && changed[at + 1]! >= from) return true;
  return false;
}

/** As `ArticleText.between`, for a passage or two of a document whose plain text nobody needs yet. */
function textBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, '\n', (leaf) => (leaf.isInline ? '\n' : ''));
}

/** From the first character of a range to its last: text or hard breaks; block boundaries and images are none. Null without. */
function charactersIn(doc: Node, { from, to }: Range): Range | null {
  let first = -1;
  let last = -1;
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isInline) return;
    if (first === -1) first = Math.max(from, pos);
    last = Math.min(to, pos + node.nodeSize);
  });
  return first === -1 ? null : { from: first, to: last };
}
