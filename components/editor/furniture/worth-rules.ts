import type { EditorView } from 'prosemirror-view';
import type { Extent } from '../claim-mark';
import { boundsOf, lineBoxes, originOf } from '../geometry';

/** Space between a rule's ends and the edges of its lines, in pixels; a rule beside one line still has three dots. */
const INSET = 1;

/** Sentences that end and begin no farther apart than this, in pixels, follow one another without a line between. */
const NEXT_LINE = 12;

/**
 * The dotted rules beside sentences worth checking that have no claim yet. They are drawn on a layer of their own, beside the
 * article in the page: they can be neither selected nor copied, and nothing of the text moves for them.
 */
export class WorthRules {
  private sentences: readonly Extent[] = [];

  /** `layer` is positioned where the rules' coordinates begin; `title` is what the pointer is told. */
  constructor(
    private readonly layer: HTMLElement,
    private readonly view: EditorView,
    private readonly scroller: HTMLElement,
    private readonly title: string,
  ) {}

  /** Takes new sentences, in reading order. Nothing is drawn until `draw`. */
  show(sentences: readonly Extent[]): void {
    this.sentences = sentences;
  }

  /** Draws the rules of the sentences within two positions anew. */
  draw({ from, to }: Extent): void {
    const layerTop = this.layer.getBoundingClientRect().top - originOf(this.scroller).top;
    const size = this.view.state.doc.content.size;
    const rules: { top: number; bottom: number }[] = [];
    for (const sentence of this.sentences) {
      if (sentence.to <= from || sentence.to > size) continue;
      if (sentence.from >= to) break;
      const box = boundsOf(lineBoxes(this.view, this.scroller, sentence));
      if (!box) continue;
      const last = rules.at(-1);
      // Sentences that share a line or follow on the next share a rule.
      if (last && box.top - last.bottom < NEXT_LINE) last.bottom = Math.max(last.bottom, box.bottom);
      else rules.push({ top: box.top, bottom: box.bottom });
    }
    this.layer.replaceChildren(...rules.map((rule) => this.element(rule.top - layerTop, rule.bottom - layerTop)));
  }

  private element(top: number, bottom: number): HTMLElement {
    const rule = document.createElement('i');
    rule.className = 'article__worth';
    rule.title = this.title;
    rule.style.top = `${top + INSET}px`;
    rule.style.height = `${Math.max(0, bottom - top - 2 * INSET)}px`;
    return rule;
  }
}
