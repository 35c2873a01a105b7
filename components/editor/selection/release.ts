import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Extent } from '../claim-mark';
import { readSelection } from './read';
import { trimmed } from './trim';

/**
 * How long a selection that nobody is seen holding must rest before it counts, in milliseconds: a phone's selection handles and
 * a screen reader move it without a pointer or a key that a page could see released.
 */
const REST = 250;

/** After a release the browser tells of the selection in a task of its own; one frame is enough for it to arrive. */
const SETTLE = 16;

/**
 * Tells what is selected once the person has let go: after the button, the finger or the key is up, never while it is held.
 * What is told is trimmed (see `trimmed`); null stands for no words. The same selection is told once.
 */
export class SelectionRelease {
  readonly plugin: Plugin;
  private view: EditorView | null = null;
  private told: Extent | null = null;
  private pointer = false;
  private key = false;
  private released = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onRelease` is called after the selection was told, when a pointer is let go. */
  constructor(
    private readonly onSelect: (selection: Extent | null) => void,
    private readonly onRelease: () => void,
  ) {
    this.plugin = new Plugin({ view: (view) => this.attach(view) });
  }

  /**
   * Whether a pointer is down, anywhere: a selection can begin beside the words. Nothing may move the article now. (What a
   * button does comes with its click, after the pointer is up.)
   */
  get held(): boolean {
    return this.pointer;
  }

  /** What is selected now, trimmed. */
  get current(): Extent | null {
    const selection = this.view?.state.selection;
    return this.view && selection && !selection.empty
      ? trimmed(this.view.state.doc, selection.from, selection.to)
      : null;
  }

  /** Tells at once, for a selection that a command made. */
  tell(): void {
    clearTimeout(this.timer);
    const now = this.current;
    if (now?.from === this.told?.from && now?.to === this.told?.to) return;
    this.told = now;
    this.onSelect(now);
  }

  private attach(view: EditorView) {
    this.view = view;
    const page = view.dom.ownerDocument.defaultView!;
    const press = (event: PointerEvent) => {
      if (event.button === 0) this.pointer = true;
    };
    const release = () => {
      if (!this.pointer) return;
      this.pointer = false;
      this.released = Date.now();
      // The view writes a dragged selection once more in a task that it queues after this one, over what a quick key did by then.
      setTimeout(() => readSelection(view));
      this.rest(SETTLE, this.onRelease);
    };
    // A press that opened a menu of the system may never be seen to end.
    const move = (event: PointerEvent) => {
      if (event.buttons === 0) release();
    };
    const keyDown = () => {
      this.key = true;
    };
    const keyUp = () => {
      if (!this.key) return;
      this.key = false;
      this.released = Date.now();
      this.rest(SETTLE);
    };
    const leave = () => {
      this.key = false;
      release();
    };
    page.addEventListener('pointerdown', press, true);
    view.dom.addEventListener('keydown', keyDown);
    page.addEventListener('keyup', keyUp);
    page.addEventListener('pointermove', move, { passive: true });
    page.addEventListener('pointerup', release);
    page.addEventListener('pointercancel', release);
    page.addEventListener('blur', leave);
    return {
      update: (now: EditorView, before: EditorView['state']) => {
        if (now.state.selection.eq(before.selection) && now.state.doc === before.doc) return;
        if (!this.pointer && !this.key) this.rest(Date.now() - this.released < REST ? SETTLE : REST);
      },
      destroy: () => {
        clearTimeout(this.timer);
        page.removeEventListener('pointerdown', press, true);
        view.dom.removeEventListener('keydown', keyDown);
        page.removeEventListener('keyup', keyUp);
        page.removeEventListener('pointermove', move);
        page.removeEventListener('pointerup', release);
        page.removeEventListener('pointercancel', release);
        page.removeEventListener('blur', leave);
        this.view = null;
      },
    };
  }

  private rest(milliseconds: number, then?: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.tell();
      then?.();
    }, milliseconds);
  }
}
