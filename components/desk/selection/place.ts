/** Everything in pixels of the scroller's content, but `window`, the part of that content that shows. */
export interface ToolbarInput {
  /** The top of the selection's first line and the foot of its last. */
  selection: { top: number; bottom: number };
  column: { left: number; right: number };
  tool: { width: number; height: number };
  window: { top: number; bottom: number; left: number; right: number };
  rightToLeft?: boolean;
}

/** Between the words and the toolbar. */
const GAP = 7;
/** Kept free at the window's edges. */
const EDGE = 8;

/**
 * Where the selection's toolbar stands: under the last selected line with its end on the column's end edge; above the first
 * line when the window's foot is nearer than its height; and at the foot when the selection fills the window. Never outside the
 * window sideways.
 */
export function toolbarPlace({ selection, column, tool, window, rightToLeft }: ToolbarInput): {
  left: number;
  top: number;
} {
  const left = rightToLeft ? column.left : column.right - tool.width;
  const below = selection.bottom + GAP;
  const above = selection.top - GAP - tool.height;
  const lowest = window.bottom - EDGE - tool.height;
  const top = below <= lowest ? below : above >= window.top + EDGE ? above : lowest;
  return {
    left: Math.max(window.left + EDGE, Math.min(left, window.right - EDGE - tool.width)),
    top: Math.max(window.top + EDGE, top),
  };
}
