import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import { directionOf } from '@/core/article/language';
import type { ArticleHandle } from './article-handle';
import type { ActiveMark, ClaimMark, Extent } from './claim-mark';
import { blockFurnitureOf, type FurnitureWords, insets } from './furniture/insets';
import { imageView, linkView, openLinkAt, tableView } from './furniture/node-views';
import { WorthRules } from './furniture/worth-rules';
import { scrollerOf, visibleExtent } from './geometry';
import { handleOf } from './handle-of';
import { marksChange, marksOf, marksPlugin } from './marks/plugin';
import { onlyReading } from './reading/only-reading';
import { SelectionRelease } from './selection/release';

/** What the article shows. */
export interface Shown {
  readonly doc: Node;
  readonly language: string;
  /** What the text is called by a screen reader. */
  readonly label: string;
  readonly marks: readonly ClaimMark[];
  readonly active: ActiveMark | null;
  readonly hovered: string | null;
  readonly worthChecking: readonly Extent[];
}

/** What the article tells. */
export interface Told {
  onActivate(claimId: string, anchorId: string): void;
  onHover(claimId: string | null): void;
  onSelect(selection: Extent | null): void;
  /** Some line may stand elsewhere than before. Never during a selection, and never because someone scrolled. */
  onLayout(): void;
}

export interface EditorWords extends FurnitureWords {
  readonly worthChecking: string;
}

/** How far beyond what is seen marks are drawn, in positions: some forty lines, so that few scrolls draw anything anew. */
const BEYOND = 3000;
/** The window moves when what is seen comes this close to its edge. */
const CLOSE = 1000;

/**
 * The article's one EditorView with everything that is drawn in and beside it. `mount` receives the text, `layer` (positioned,
 * over the same place) what is drawn beside it.
 */
export class ArticleEditor {
  readonly view: EditorView;
  readonly handle: ArticleHandle;
  private readonly scroller: HTMLElement;
  private readonly release: SelectionRelease;
  private readonly rules: WorthRules;
  private readonly stop: () => void;
  private readonly tops = new Map<string, number | null>();
  private waiting: Shown | null = null;
  private layoutFrame = 0;

  constructor(
    mount: HTMLElement,
    layer: HTMLElement,
    private shown: Shown,
    private readonly told: Told,
    words: EditorWords,
  ) {
    this.scroller = scrollerOf(mount);
    this.release = new SelectionRelease(
      (selection) => this.told.onSelect(selection),
      () => this.catchUp(),
    );
    const inset = insets(
      () => this.shown.marks,
      repeatedBlocks,
      words,
      (block) => this.goTo(block),
    );
    const touch = matchMedia('(pointer: coarse)');
    this.view = new EditorView(mount, {
      state: EditorState.create({
        doc: shown.doc,
        plugins: [
          marksPlugin(() => this.shown.marks, {
            onActivate: ({ claimId, anchorId }) => this.told.onActivate(claimId, anchorId),
            onHover: (claimId) => this.told.onHover(claimId),
          }),
          inset,
          blockFurnitureOf(inset),
          this.release.plugin,
          onlyReading(),
        ],
      }),
      // A finger selects better in text that is not editable, and no keyboard or "Paste" can come up over it.
      editable: () => !touch.matches,
      attributes: () => attributesOf(this.shown),
      nodeViews: { image: imageView(words), table: tableView },
      markViews: { link: linkView(words) },
      handleClick: (view, pos, event) => (event.metaKey || event.ctrlKey) && openLinkAt(view, pos),
      handleKeyDown: (_view, event) => this.selectAll(event),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n\n', lineEnd),
    });
    this.rules = new WorthRules(layer, this.view, this.scroller, words.worthChecking);
    this.handle = handleOf(this.view, this.scroller, this.release, this.tops, () => this.shown.language);
    this.rules.show(shown.worthChecking);
    this.light(shown);
    this.follow();
    this.stop = this.watch(touch);
  }

  /** Shows something else; while a selection is being made, only once it is made. */
  show(next: Shown): void {
    if (this.release.held) {
      this.waiting = next;
      return;
    }
    const before = this.shown;
    this.shown = next;
    if (next.doc !== before.doc) {
      const { plugins, selection } = this.view.state;
      const size = next.doc.content.size;
      const state = EditorState.create({ doc: next.doc, plugins });
      const kept = TextSelection.between(
        next.doc.resolve(Math.min(selection.anchor, size)),
        next.doc.resolve(Math.min(selection.head, size)),
      );
      this.view.updateState(state.apply(state.tr.setSelection(kept)));
    } else if (next.marks !== before.marks) {
      this.view.dispatch(marksChange(this.view.state, { type: 'set', marks: next.marks }));
    }
    this.light(next);
    if (next.worthChecking !== before.worthChecking) this.rules.show(next.worthChecking);
    if (next.language !== before.language || next.label !== before.label) this.view.setProps({});
    if (next.doc !== before.doc || next.marks !== before.marks || next.worthChecking !== before.worthChecking) {
      this.follow();
      this.relayout();
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.layoutFrame);
    this.stop();
    this.view.destroy();
  }

  private catchUp(): void {
    const next = this.waiting;
    this.waiting = null;
    if (next) this.show(next);
    this.follow();
  }

  private light({ active, hovered }: Shown): void {
    const now = marksOf(this.view.state);
    if (active?.claimId !== now.active?.claimId || active?.anchorId !== now.active?.anchorId) {
      this.view.dispatch(marksChange(this.view.state, { type: 'activate', active }));
    }
    if (hovered !== now.hovered) this.view.dispatch(marksChange(this.view.state, { type: 'hover', claimId: hovered }));
  }

  /** Moves the window of drawn marks after what is seen. While a selection is made it only grows: no drawn text goes away. */
  private follow(): void {
    const seen = visibleExtent(this.view, this.scroller);
    const size = this.view.state.doc.content.size;
    const { window } = marksOf(this.view.state);
    const enough =
      window.from <= Math.max(0, seen.from - CLOSE) && window.to >= Math.min(size, seen.to + CLOSE) && window.to > 0;
    if (enough) return;
    let from = Math.max(0, seen.from - BEYOND);
    let to = Math.min(size, seen.to + BEYOND);
    if (this.release.held) {
      from = Math.min(from, window.from);
      to = Math.max(to, window.to);
    }
    this.view.dispatch(marksChange(this.view.state, { type: 'window', from, to }));
    this.rules.draw({ from, to });
  }

  /** Measures anew before the next paint, and tells. */
  private relayout(): void {
    cancelAnimationFrame(this.layoutFrame);
    this.layoutFrame = requestAnimationFrame(() => {
      if (this.release.held) return this.relayout();
      this.tops.clear();
      this.follow();
      this.rules.draw(marksOf(this.view.state).window);
      this.told.onLayout();
    });
  }

  private watch(touch: MediaQueryList): () => void {
    const follow = () => this.follow();
    const changeTouch = () => this.view.setProps({});
    const size = new ResizeObserver(() => this.relayout());
    size.observe(this.view.dom);
    size.observe(this.scroller);
    const target = this.scroller === document.scrollingElement ? document : this.scroller;
    target.addEventListener('scroll', follow, { passive: true });
    touch.addEventListener('change', changeTouch);
    document.fonts.ready.then(() => !this.view.isDestroyed && this.relayout());
    return () => {
      size.disconnect();
      target.removeEventListener('scroll', follow);
      touch.removeEventListener('change', changeTouch);
    };
  }

  private goTo(block: number): void {
    const box = this.handle.blockBox(block);
    if (box) this.scroller.scrollTo({ top: box.top - this.scroller.clientHeight / 6 });
  }

  /** The browser's own "select all" would take the furniture at the article's edges in. */
  private selectAll(event: KeyboardEvent): boolean {
    if (event.key !== 'a' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return false;
    const { doc, tr } = this.view.state;
    const whole = TextSelection.between(doc.resolve(0), doc.resolve(doc.content.size));
    this.view.dispatch(tr.setSelection(whole));
    return true;
  }
}

function lineEnd(leaf: Node): string {
  return leaf.type.name === 'hard_break' ? '\n' : '';
}

/**
 * A text box that cannot be changed, rather than a document: screen readers then give the desk's single keys to the page and
 * follow the caret, while headings, lists, quotes and marks inside stay what they are. Nothing helpful may touch the words:
 * spelling marks, writing assistants and page translation are turned away.
 */
function attributesOf({ language, label }: Shown): Record<string, string> {
  return {
    class: 'article__text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': 'true',
    'aria-label': label,
    tabindex: '0',
    lang: language,
    dir: directionOf(language),
    inputmode: 'none',
    enterkeyhint: 'enter',
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    writingsuggestions: 'false',
    'data-gramm': 'false',
    'data-enable-grammarly': 'false',
    'data-lt-active': 'false',
  };
}
