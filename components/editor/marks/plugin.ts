import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Selection, type Transaction } from 'prosemirror-state';
import type { DecorationSet, EditorView } from 'prosemirror-view';
import type { ActiveMark, ClaimMark } from '../claim-mark';
import { marksAt, marksAtCaret, nextOf } from './commands';
import { paintedMarks } from './decorations';
import { changeMarks, createMarks, type Marks, type MarksChange, mapMarks, standsAlready } from './state';

/** Its meta is a `MarksChange`: the one way to change what is marked, active, hovered or drawn. */
export const marksKey = new PluginKey<Marks>('marks');

/** A transaction that makes one change to the marks and none to the words. */
export function marksChange(state: EditorState, change: MarksChange): Transaction {
  return state.tr.setMeta(marksKey, change).setMeta('addToHistory', false);
}

/** The transaction that shows these marks; null where they are shown already. */
export function marksShown(state: EditorState, marks: readonly ClaimMark[]): Transaction | null {
  return standsAlready(marksOf(state), marks) ? null : marksChange(state, { type: 'set', marks });
}

/** What a person does to marks; the plugin itself changes nothing on the desk. */
export interface MarksListener {
  onActivate(mark: ActiveMark): void;
  onHover(claimId: string | null): void;
}

/** Draws the marks and hears the pointer, and while the words are only read Enter, on them. `given` answers with what to begin with. */
export function marksPlugin(
  given: () => readonly ClaimMark[],
  listener: MarksListener,
  isReading: () => boolean,
): Plugin<Marks> {
  const activate = (view: EditorView, candidates: readonly ActiveMark[]) => {
    const next = nextOf(candidates, marksOf(view.state).active);
    if (next) listener.onActivate(next);
    return next !== null;
  };
  const hover = (view: EditorView, claimId: string | null) => {
    if (claimId === marksOf(view.state).hovered) return;
    view.dispatch(marksChange(view.state, { type: 'hover', claimId }));
    listener.onHover(claimId);
  };
  let pressed: Selection | null = null;
  return new Plugin({
    key: marksKey,
    state: {
      init: () => createMarks(given()),
      apply(tr, state) {
        const mapped = mapMarks(state, tr.mapping);
        const change: MarksChange | undefined = tr.getMeta(marksKey);
        return change ? changeMarks(mapped, change) : mapped;
      },
    },
    props: {
      decorations: (state) => painted(marksOf(state), state.doc),
      handleClick(view, _pos, event) {
        const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.button);
        const { selection } = view.state;
        const selecting = !selection.empty && !(pressed && selection.eq(pressed));
        if (plain && !selecting) activate(view, marksUnder(view, event));
        return false;
      },
      handleKeyDown(view, event) {
        const plain = !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
        if (event.key !== 'Enter' || !plain || !isReading()) return false;
        return activate(view, marksAtCaret(marksOf(view.state), view.state.selection.head));
      },
      handleDOMEvents: {
        // Enter on no mark is the page's; ProseMirror would keep it.
        keydown(view, event) {
          return (
            event.key === 'Enter' &&
            isReading() &&
            marksAtCaret(marksOf(view.state), view.state.selection.head).length === 0
          );
        },
        mousedown(view) {
          pressed = view.state.selection;
          return false;
        },
        // With a button down the pointer is selecting, and redrawing under it could lose where it began.
        mouseover(view, event) {
          if (event.buttons === 0) hover(view, marksUnder(view, event)[0]?.claimId ?? null);
          return false;
        },
        mouseleave(view) {
          hover(view, null);
          return false;
        },
      },
    },
  });
}

/** The marks of an editor state that has the plugin. */
export function marksOf(state: EditorState): Marks {
  return marksKey.getState(state)!;
}

/**
 * The places under the pointer. The element says only which stretch of text was hit (a position asked of the coordinates would
 * be rounded to the nearest gap between letters, and out of the mark); which claims lie there the model says.
 */
function marksUnder(view: EditorView, event: MouseEvent): ActiveMark[] {
  const hit = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-anchor]') : null;
  if (!hit || !view.dom.contains(hit)) return [];
  const state = marksOf(view.state);
  if (!hit.classList.contains('mark')) {
    const { claim = '', anchor = '' } = hit.dataset;
    return [{ claimId: claim, anchorId: anchor }];
  }
  return marksAt(state, view.posAtDOM(hit, 0));
}

const drawn = new WeakMap<Marks, { doc: Node; decorations: DecorationSet }>();

/** The decorations of a state, made once. */
function painted(state: Marks, doc: Node): DecorationSet {
  const known = drawn.get(state);
  if (known?.doc === doc) return known.decorations;
  const decorations = paintedMarks(state, doc);
  drawn.set(state, { doc, decorations });
  return decorations;
}
