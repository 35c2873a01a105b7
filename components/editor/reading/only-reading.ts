import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isTold } from '../told';

/**
 * Keeps the article's words as they are while letting a person move a caret through them and select, for as long as they are
 * only read. What the server tells of the words comes in all the same.
 *
 * The view stays editable in the browser's sense because that is what gives a caret, every platform's own keys for moving
 * and selecting, and a focus that screen readers follow; so each way in is shut. What can be prevented is (typing, pasting,
 * dropping, cutting, the browser's own undo and formatting). What cannot (an input method's composition, an extension that
 * rewrites the page) reaches the document as a transaction, which is refused, and ProseMirror draws the words again.
 */
export function onlyReading(isReading: () => boolean): Plugin {
  /** The handler while the words are only read; otherwise the event is ProseMirror's. */
  const reading =
    <E extends Event>(handle: (view: EditorView, event: E) => boolean) =>
    (view: EditorView, event: E) =>
      isReading() && handle(view, event);
  return new Plugin({
    filterTransaction: (tr) => !tr.docChanged || !isReading() || isTold(tr),
    props: {
      handleTextInput: () => isReading(),
      handlePaste: () => isReading(),
      handleDOMEvents: {
        beforeinput: reading(refuse),
        paste: reading(refuse),
        cut: reading(refuse),
        drop: reading(refuse),
        dragenter: reading(refuseDrop),
        dragover: reading(refuseDrop),
        dragstart: reading(dragWords),
        compositionstart: reading(refuseComposition),
        compositionupdate: isReading,
        compositionend: isReading,
        // ProseMirror would keep Esc from the page, whose key it is.
        keydown: reading((_view, event: KeyboardEvent) => event.key === 'Escape'),
      },
    },
  });
}

function refuse(_view: EditorView, event: Event): boolean {
  event.preventDefault();
  return true;
}

function refuseDrop(_view: EditorView, event: DragEvent): boolean {
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
  return true;
}

/** Selected words can be dragged into a field elsewhere, as a copy: what the browser would take along is the drawing of them. */
function dragWords(view: EditorView, event: DragEvent): boolean {
  if (!event.dataTransfer || view.state.selection.empty) return refuse(view, event);
  event.dataTransfer.clearData();
  event.dataTransfer.setData('text/plain', view.serializeForClipboard(view.state.selection.content()).text);
  event.dataTransfer.effectAllowed = 'copy';
  return true;
}

/** Focus that leaves and comes back ends a composition before it has put letters anywhere. */
function refuseComposition(view: EditorView): boolean {
  view.dom.blur();
  view.focus();
  return true;
}
