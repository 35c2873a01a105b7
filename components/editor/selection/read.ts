import type { EditorView } from 'prosemirror-view';

/**
 * Takes in where the person's keys and pointer have put the selection. The browser tells of it only in a task of its own, and
 * whatever the view draws before that would put the caret back to where it was, and the next letter with it.
 */
export function readSelection(view: EditorView): void {
  if (view.hasFocus()) view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
}
