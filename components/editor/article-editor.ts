import type { Node } from 'prosemirror-model';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import type { ArticleHandle } from './article-handle';
import type { ActiveMark, ClaimMark, Extent } from './claim-mark';
import { FollowedText } from './followed-text';
import { blockFurnitureOf, type FurnitureWords, insets } from './furniture/insets';
import { imageView, linkView, openLinkAt, tableView } from './furniture/node-views';
import { WorthRules } from './furniture/worth-rules';
import { scrollerOf, visibleExtent } from './geometry';
import { handleOf } from './handle-of';
import { marksChange, marksOf, marksPlugin, marksShown } from './marks/plugin';
import { onlyReading } from './reading/only-reading';
import { readSelection } from './selection/read';
import { SelectionRelease } from './selection/release';
import { attributesOf } from './text-attributes';
import { isTold, type ToldText } from './told';

/** What the article shows. Positions are those of `text`, the server's; what is written here and unsent lies over it. */
export interface Shown {
  readonly text: ToldText;
  /** Whether the person changes the words, rather than only reading them. */
  readonly editing: boolean;
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
/** Keys that follow one another sooner than this are typing, in milliseconds. */
const TYPING = 250;
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
  private readonly text: FollowedText;
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
      () => this.tellSelection(),
      () => this.catchUp(),
    );
    const isReading = () => !this.shown.editing;
    const inset = insets(
      () => this.shown.marks,
      repeatedBlocks,
      words,
      (block) => this.goTo(block),
    );
    const touch = matchMedia('(pointer: coarse)');
    this.view = new EditorView(mount, {
      state: EditorState.create({
        doc: shown.text.doc,
        plugins: [
          marksPlugin(
            () => this.shown.marks,
            {
              onActivate: ({ claimId, anchorId }) => this.told.onActivate(claimId, anchorId),
              onHover: (claimId) => this.told.onHover(claimId),
            },
            isReading,
          ),
          inset,
          blockFurnitureOf(inset),
          this.release.plugin,
          onlyReading(isReading),
        ],
      }),
      // A finger selects better in text that is not editable, and no keyboard or "Paste" can come up over it.
      editable: () => this.shown.editing || !touch.matches,
      attributes: () => attributesOf(this.shown),
      nodeViews: { image: imageView(words), table: tableView },
      markViews: { link: linkView(words) },
      handleClick: (view, pos, event) => (event.metaKey || event.ctrlKey) && openLinkAt(view, pos),
      handleKeyDown: (_view, event) => this.selectAll(event),
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n\n', lineEnd),
      dispatchTransaction: (tr) => this.dispatch(tr),
    });
    this.text = new FollowedText(this.view, shown.text, () => this.shown.editing);
    this.rules = new WorthRules(layer, this.view, this.scroller, words.worthChecking);
    this.handle = handleOf(this.view, this.scroller, this.release, this.tops, {
      language: () => this.shown.language,
      mapping: () => this.text.mapping,
      write: (Written, options) => this.text.write(Written, options),
      resume: (unsent) => this.text.resume(unsent),
      text: () => this.shown.text.doc,
    });
    this.rules.show(shown.worthChecking);
    this.light(shown);
    this.drawSeen();
    this.stop = this.watch(touch);
  }

  /** Shows something else; while a selection is being made or a word composed, only once it is made. */
  show(next: Shown): void {
    if (this.release.held || this.view.composing) {
      this.waiting = next;
      return;
    }
    readSelection(this.view);
    const before = this.shown;
    this.shown = next;
    const toldText = next.text.version !== before.text.version || next.text.doc !== before.text.doc;
    if (toldText) this.text.follow(next.text);
    const marked = toldText || next.marks !== before.marks;
    const shows = marked ? marksShown(this.view.state, this.text.inView(next.marks)) : null;
    if (shows) this.view.dispatch(shows);
    this.light(next);
    const worth = toldText || next.worthChecking !== before.worthChecking;
    if (worth) this.rules.show(next.editing ? [] : this.text.inView(next.worthChecking));
    if (next.editing !== before.editing) this.turn(next);
    else if (next.language !== before.language || next.label !== before.label) this.view.setProps({});
    if (!(marked || worth)) return;
    // Of what the person writes here the lines are drawn already.
    if (next.editing && next.marks.length === before.marks.length) this.relayoutSoon();
    else {
      this.drawSeen();
      this.relayout();
    }
  }

  /** From checking to editing, or back. */
  private turn({ editing, worthChecking }: Shown): void {
    this.view.setProps({});
    this.rules.show(editing ? [] : this.text.inView(worthChecking));
    this.rules.draw(marksOf(this.view.state).window);
    if (editing) this.view.focus();
    this.tellSelection();
  }

  /** What is selected is there to be marked; while the words are changed there is nothing to mark. */
  private tellSelection(): void {
    this.told.onSelect(this.shown.editing ? null : this.handle.selection());
  }

  private dispatch(tr: Transaction): void {
    this.view.updateState(this.view.state.apply(tr));
    if (!tr.docChanged || isTold(tr)) return;
    this.text.onWritten();
    this.relayoutSoon();
  }

  /** While keys follow one another only a change of the article's height is followed at once (`watch`). */
  private relayoutSoon(): void {
    clearTimeout(this.layoutTimer);
    this.layoutTimer = setTimeout(() => this.relayout(), TYPING);
  }

  private layoutTimer: ReturnType<typeof setTimeout> | undefined;

  destroy(): void {
    cancelAnimationFrame(this.layoutFrame);
    clearTimeout(this.layoutTimer);
    this.stop();
    this.view.destroy();
  }

  private catchUp(): void {
    const next = this.waiting;
    this.waiting = null;
    if (next) this.show(next);
    this.drawSeen();
  }

  private light({ active, hovered }: Shown): void {
    const now = marksOf(this.view.state);
    if (active?.claimId !== now.active?.claimId || active?.anchorId !== now.active?.anchorId) {
      this.view.dispatch(marksChange(this.view.state, { type: 'activate', active }));
    }
    if (hovered !== now.hovered) this.view.dispatch(marksChange(this.view.state, { type: 'hover', claimId: hovered }));
  }

  /** Moves the window of drawn marks after what is seen. While a selection is made it only grows: no drawn text goes away. */
  private drawSeen(): void {
    const seen = visibleExtent(this.view, this.scroller);
    const size = this.view.state.doc.content.size;
    const { window } = marksOf(this.view.state);
    const enough =
      window.from <= Math.max(0, seen.from - CLOSE) && window.to >= Math.min(size, seen.to + CLOSE) && window.to > 0;
    if (enough) return;
    readSelection(this.view);
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
      this.drawSeen();
      this.rules.draw(marksOf(this.view.state).window);
      this.told.onLayout();
    });
  }

  private watch(touch: MediaQueryList): () => void {
    const follow = () => this.drawSeen();
    const composed = () => setTimeout(() => this.waiting && !this.view.isDestroyed && this.catchUp());
    this.view.dom.addEventListener('compositionend', composed);
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
