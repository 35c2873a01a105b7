import { EditorState, TextSelection } from 'prosemirror-state';
import type { Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import { mapRange } from '@/core/anchor/map-range';
import type { WriteOptions } from './article-handle';
import type { Extent } from './claim-mark';
import { type ToldText, tellSteps } from './told';
import type { Unsent, Writer, Writing } from './writing/writing';

/** The text of a view as it follows the server's, with what is written here and unsent over it, once somebody writes. */
export class FollowedText {
  private writing: Writing | null = null;
  /** The version of the text in the view; the writing knows it better once it is there. */
  private version: number;
  /** To be called when the person changed the words. */
  onWritten: () => void = () => undefined;

  constructor(
    private readonly view: EditorView,
    private told: ToldText,
    private readonly isEditing: () => boolean,
  ) {
    this.version = told.version;
  }

  /** From positions of the server's text to those of the view; null where they are the same. */
  get mapping(): Mapping | null {
    return this.writing?.mapping() ?? null;
  }

  /** Takes the server's text in. */
  follow(text: ToldText): void {
    this.told = text;
    if (this.writing) {
      this.writing.receive(text);
      return;
    }
    const steps = text.since(this.version);
    this.version = text.version;
    if (this.view.state.doc === text.doc) return;
    if (steps) this.view.dispatch(tellSteps(this.view.state, steps));
    else this.begin(text);
  }

  /** Another text altogether; the selection stays at its positions as far as there are any. */
  private begin({ doc }: ToldText): void {
    const { plugins, selection } = this.view.state;
    const size = doc.content.size;
    const state = EditorState.create({ doc, plugins });
    const kept = TextSelection.between(
      doc.resolve(Math.min(selection.anchor, size)),
      doc.resolve(Math.min(selection.head, size)),
    );
    this.view.updateState(state.apply(state.tr.setSelection(kept)));
  }

  /** Places of the server's text where they are in the view; the same array as long as nothing is unsent. */
  inView<E extends Extent>(extents: readonly E[]): readonly E[] {
    const { mapping } = this;
    if (!mapping) return extents;
    return extents.flatMap((extent) => {
      const range = mapping.maps.reduce<Extent | null>((now, map) => now && mapRange(map, now), extent);
      return range ? [{ ...extent, from: range.from, to: range.to }] : [];
    });
  }

  /** Makes the view one that is written in; it stays so. */
  write(Written: typeof Writing, options: WriteOptions): Writer {
    const writing = new Written(this.view, { ...options, version: this.version, isEditing: this.isEditing });
    this.writing = writing;
    this.onWritten = options.onChange;
    writing.receive(this.told);
    return {
      clientId: options.clientId,
      version: () => writing.version(),
      unsent: () => writing.unsent(),
      isComposing: () => writing.isComposing(),
      discard: () => writing.discard(this.told),
    };
  }

  /** Writes what an earlier visit left unsent. */
  resume(unsent: Unsent): void {
    this.writing?.resume(unsent, this.told);
  }
}
