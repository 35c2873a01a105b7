import type { EditorView } from 'prosemirror-view';
import type { Extent } from './claim-mark';

/** A rectangle in CSS pixels from the top left corner of what the scroller scrolls. Scrolling does not change it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The nearest ancestor that scrolls, else the page's own scroller. */
export function scrollerOf(element: Element): HTMLElement {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return element.ownerDocument.scrollingElement as HTMLElement;
}

/** Where the scroller's content begins, in the coordinates of the window. */
export function originOf(scroller: HTMLElement): { left: number; top: number } {
  if (scroller === scroller.ownerDocument.scrollingElement) {
    return { left: -scroller.scrollLeft, top: -scroller.scrollTop };
  }
  const { left, top } = scroller.getBoundingClientRect();
  return {
    left: left + scroller.clientLeft - scroller.scrollLeft,
    top: top + scroller.clientTop - scroller.scrollTop,
  };
}

/** One box a line of the words between two positions, in reading order. Inserted furniture between the words has no part in it. */
export function lineBoxes(view: EditorView, scroller: HTMLElement, { from, to }: Extent): Box[] {
  const origin = originOf(scroller);
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  const range = view.dom.ownerDocument.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  const lines: Box[] = [];
  for (const rect of wordRects(range)) {
    const box = {
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      right: rect.right - origin.left,
      bottom: rect.bottom - origin.top,
    };
    const line = lines.at(-1);
    if (line && shareLine(line, box)) lines[lines.length - 1] = around(line, box);
    else lines.push(box);
  }
  return lines;
}

/** The smallest box around all of them; null of none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  return boxes.length === 0 ? null : boxes.reduce(around);
}

/** Rectangles of the text alone: those of elements would count an underline's padding, and whole paragraphs. */
function* wordRects(range: Range): Generator<DOMRect> {
  const root = range.commonAncestorContainer;
  const walker = range.startContainer.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const piece = range.startContainer.ownerDocument!.createRange();
  if (root.nodeType !== Node.TEXT_NODE && range.startContainer !== root) walker.currentNode = range.startContainer;
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node)) {
      if (range.comparePoint(node, 0) > 0) return;
      continue;
    }
    if (node.parentElement?.closest('.ProseMirror-widget')) continue;
    piece.setStart(node, node === range.startContainer ? range.startOffset : 0);
    piece.setEnd(node, node === range.endContainer ? range.endOffset : (node as Text).data.length);
    for (const rect of piece.getClientRects()) if (rect.width > 0) yield rect;
  }
}

function shareLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) / 2;
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/**
 * The positions whose lines show in the scroller now, found by halving: some twenty measurements whatever the article's length,
 * and no matter what floats over it.
 */
export function visibleExtent(view: EditorView, scroller: HTMLElement): Extent {
  const page = scroller === scroller.ownerDocument.scrollingElement;
  const top = page ? 0 : scroller.getBoundingClientRect().top;
  const bottom = page ? scroller.clientHeight : top + scroller.clientHeight;
  const size = view.state.doc.content.size;
  const firstWhere = (reached: (pos: number) => boolean) => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = firstWhere((pos) => view.coordsAtPos(pos, 1).bottom > top);
  const to = firstWhere((pos) => view.coordsAtPos(pos, 1).top > bottom);
  return { from, to: Math.max(from, to) };
}
