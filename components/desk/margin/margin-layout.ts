import type { RefObject } from 'react';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { sameButPlaces } from '../same-but-places';
import { estimatedHeight, firstAtOrBelow } from './estimate';
import type { MarginItem } from './items';
import { leaderPath } from './leader';
import { cardCap, cardTop, type Stacked, stack } from './stack';

/** Between two notes, in pixels. */
const GAP = 3;
/** The height of a folded note, in rem. */
const COMPACT = 1.5;
const GLIDE = { duration: 180, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' };
const STILL = '(prefers-reduced-motion: reduce)';
/** Kept free above and below words that are brought over the sheet, in pixels. */
const EDGE = 24;
/** From this width on the margin stands beside the article; the same in desk.css. */
export const BESIDE = '(min-width: 1151px)';

interface Attached {
  article: RefObject<ArticleHandle | null>;
  canvas: RefObject<HTMLElement | null>;
  root: RefObject<HTMLElement | null>;
  leader: RefObject<SVGSVGElement | null>;
  /** Told which items, by index, stand near the window. */
  onNear: (range: { from: number; to: number }) => void;
}

/** What the margin shows, and what its layout depends on. */
interface Shown {
  readonly items: readonly MarginItem[];
  readonly activeId: string | null;
  /** Counts activations. */
  readonly turn: number;
  /** Counts the times that the article's lines moved. */
  readonly moved: number;
  /** Which items are on the page, by index. */
  readonly near: { from: number; to: number };
}
const nothing: Shown = { items: [], activeId: null, turn: -1, moved: 0, near: { from: 0, to: 0 } };

/** Whether two lists have the same notes. The open one is a card, whose growth is observed. */
function sameNotes(before: readonly MarginItem[], now: readonly MarginItem[], activeId: string | null): boolean {
  if (before === now) return true;
  if (before.length !== now.length) return false;
  return now.every((item, index) => {
    const other = before[index]!;
    if (item.key !== other.key || item.kind === 'lost' || other.kind === 'lost') return false;
    if (item.kind === 'repeat' || other.kind === 'repeat') return item.position === other.position;
    // That a place moved among the letters says nothing of its line: `moved` does.
    return item.place?.id === other.place?.id && (item.key === activeId || sameButPlaces(item.claim, other.claim));
  });
}

/**
 * Puts the margin's notes on their places: reads where the words and how tall the notes are, asks `stack`, and writes each
 * note's place as its top. It holds no React state, since nothing but these styles follows from where a note stands.
 */
export class MarginLayout {
  private at: Attached | null = null;
  private shown: Shown = nothing;
  private readonly heights = new Map<string, number>();
  /** Where each slot stands, in pixels from the margin's top. */
  private readonly placed = new WeakMap<Element, number>();
  private tops: number[] = [];
  private near = { from: 0, to: Number.POSITIVE_INFINITY };
  /** Where the card stands since it was opened: it moves again only when it grows or its words move. */
  private card: { turn: number; line: number; height: number; top: number } | null = null;
  private sheetTurn = -1;
  private footTurn = -1;
  private frame = 0;

  attach(at: Attached) {
    this.at = at;
  }

  /** Shows what is given, and lays it out unless nothing that the layout depends on is new. */
  show(next: Shown) {
    const last = this.shown;
    this.shown = next;
    const same =
      last.activeId === next.activeId &&
      last.turn === next.turn &&
      last.moved === next.moved &&
      last.near === next.near &&
      sameNotes(last.items, next.items, next.activeId);
    if (!same) this.layOut();
  }

  /** Lays out again whenever the article, the window or the card changes its size, and when fonts arrive. Returns the way to stop. */
  watch(): () => void {
    const { canvas, root, leader } = this.at ?? {};
    const resized = new ResizeObserver(() => this.soon());
    const article = root?.current?.parentElement?.querySelector('[data-article]');
    if (article) resized.observe(article);
    if (canvas?.current) resized.observe(canvas.current);
    // The card comes and goes with its slot: what is in the margin is observed as it comes.
    const mounted = new MutationObserver(() => {
      const card = root?.current?.querySelector('[data-card]');
      if (card) resized.observe(card);
    });
    if (root?.current) mounted.observe(root.current, { childList: true, subtree: true });
    const beside = matchMedia(BESIDE);
    const onBeside = () => this.soon();
    beside.addEventListener('change', onBeside);
    document.fonts.ready.then(onBeside);
    const onScroll = () => this.findNear();
    canvas?.current?.addEventListener('scroll', onScroll, { passive: true });
    leader?.current?.toggleAttribute('data-ready', true);
    return () => {
      cancelAnimationFrame(this.frame);
      resized.disconnect();
      mounted.disconnect();
      beside.removeEventListener('change', onBeside);
      canvas?.current?.removeEventListener('scroll', onScroll);
    };
  }

  private soon() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.layOut());
  }

  private layOut() {
    const { article, canvas, root, leader } = this.at ?? {};
    const handle = article?.current;
    if (!canvas?.current || !root?.current || !leader?.current) return;
    const slots = this.slots(root.current);
    if (!matchMedia(BESIDE).matches) {
      for (const slot of slots.values()) {
        slot.style.top = '';
        this.placed.delete(slot);
      }
      const card = root.current.querySelector<HTMLElement>('[data-card]');
      if (card) card.style.maxHeight = '';
      leader.current.toggleAttribute('data-shown', false);
      if (handle && card) this.showOverSheet(canvas.current, handle, card);
      return;
    }
    if (!handle) return this.soon();
    const { items, activeId } = this.shown;
    const scroller = canvas.current;
    const base = root.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    const window = { top: scroller.scrollTop - base, bottom: scroller.scrollTop - base + scroller.clientHeight };
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

    const card = slots.get(activeId ?? '')?.querySelector<HTMLElement>('[data-card]') ?? null;
    if (card) card.style.maxHeight = `${cardCap(scroller.clientHeight)}px`;
    for (const slot of slots.values()) slot.removeAttribute('data-compact');
    const notes = items.map((item): Stacked => {
      const slot = slots.get(item.key);
      const height = slot ? slot.offsetHeight : (this.heights.get(item.key) ?? estimatedHeight(item) * rem);
      if (slot) this.heights.set(item.key, height);
      const compactHeight = item.kind === 'claim' ? Math.min(height, COMPACT * rem) : height;
      return {
        line: this.lineOf(item, handle, base),
        height,
        compactHeight,
        stale: item.kind === 'claim' && item.stale,
      };
    });
    this.inOrder(notes);
    const index = items.findIndex((item) => item.key === activeId);
    const active = notes[index] && { index, height: notes[index].height, top: this.cardPlace(notes[index], window) };
    const { tops, compact } = stack({ notes, active: active ?? null, gap: GAP, min: 0 });
    this.tops = tops;
    items.forEach((item, i) => {
      const slot = slots.get(item.key);
      if (slot) this.put(slot, tops[i] ?? 0, compact[i] ?? false);
    });
    this.drawLeader(leader.current, handle, base, active ? tops[index]! : null);
    this.findNear();
    if (active && card) this.showFoot(scroller, { ...active, top: tops[index]!, line: notes[index]!.line }, window);
  }

  /** Where the notes above left the card no room to show its foot when it opens, the desk scrolls, as far as its words allow. */
  private showFoot(
    scroller: HTMLElement,
    { top, line, height }: { top: number; line: number; height: number },
    window: { top: number; bottom: number },
  ) {
    const { turn } = this.shown;
    if (this.footTurn === turn) return;
    this.footTurn = turn;
    if (line <= window.top || line >= window.bottom) return;
    const by = Math.min(top + height + EDGE / 2 - window.bottom, line - window.top - EDGE);
    if (by > 0) scroller.scrollBy({ top: by });
  }

  /** Where the card is a sheet over the article's foot, its words are brought above it when it opens. */
  private showOverSheet(scroller: HTMLElement, handle: ArticleHandle, sheet: HTMLElement) {
    const { items, activeId, turn } = this.shown;
    if (this.sheetTurn === turn) return;
    this.sheetTurn = turn;
    const item = items.find((one) => one.key === activeId);
    const place = item?.kind === 'claim' ? item.place : null;
    const words = place && handle.rectOf(place.from, place.to);
    if (!words) return;
    const room = sheet.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const { scrollTop } = scroller;
    if (words.top >= scrollTop + EDGE && words.bottom <= scrollTop + room - EDGE) return;
    scroller.scrollTo({
      top: words.top - Math.max(EDGE, Math.min(room / 3, room - (words.bottom - words.top) - EDGE)),
    });
  }

  private slots(root: HTMLElement): Map<string, HTMLElement> {
    const slots = new Map<string, HTMLElement>();
    for (const slot of root.children) if (slot instanceof HTMLElement) slots.set(slot.dataset.slot ?? '', slot);
    return slots;
  }

  private lineOf(item: MarginItem, handle: ArticleHandle, base: number): number {
    if (item.position < 0) return 0;
    const top =
      (item.kind === 'claim' && item.place ? handle.topOf(item.place.id) : null) ??
      handle.rectOf(item.position, item.position + 1)?.top;
    return (top ?? base) - base - 1;
  }

  /** Lines in the order of the items: a table's cells stand beside one another, and a later one may begin higher. */
  private inOrder(notes: Stacked[]) {
    for (let i = 1; i < notes.length; i++) notes[i]!.line = Math.max(notes[i]!.line, notes[i - 1]!.line);
  }

  private cardPlace(note: Stacked, window: { top: number; bottom: number }): number {
    const { line, height } = note;
    const { turn } = this.shown;
    const last = this.card;
    const same = last && last.turn === turn && last.line === line && last.height === height;
    const top = same ? last.top : cardTop(line, height, window);
    this.card = { turn, line, height, top };
    return top;
  }

  /**
   * A note glides to its place, but comes in at its first one. At rest it is not transformed: each transform is a layer to be
   * painted apart, and hundreds of them would slow down every key.
   */
  private put(slot: HTMLElement, top: number, compact: boolean) {
    const place = Math.round(top * 2) / 2;
    const last = this.placed.get(slot);
    slot.toggleAttribute('data-compact', compact);
    slot.dataset.placed = '';
    if (place === last) return;
    const seen = last === undefined ? place : last + glidedBy(slot);
    for (const gliding of slot.getAnimations()) gliding.cancel();
    slot.style.top = `${place}px`;
    this.placed.set(slot, place);
    if (seen === place || matchMedia(STILL).matches) return;
    slot.animate([{ transform: `translateY(${seen - place}px)` }, { transform: 'none' }], GLIDE);
  }

  private drawLeader(svg: SVGSVGElement, handle: ArticleHandle, base: number, top: number | null) {
    const { items, activeId } = this.shown;
    const item = items.find((one) => one.key === activeId);
    const place = item?.kind === 'claim' ? item.place : null;
    const words = place && (handle.rectOf(place.to - 1, place.to) ?? handle.rectOf(place.from, place.to));
    const column = svg.parentElement?.querySelector<HTMLElement>('[data-article]');
    const margin = this.at?.root.current;
    svg.toggleAttribute('data-shown', Boolean(words && top !== null && column && margin));
    if (!words || top === null || !column || !margin) return;
    const offset = base - margin.offsetTop;
    const rightToLeft = margin.offsetLeft < column.offsetLeft;
    const from = {
      x: rightToLeft ? column.offsetLeft - 4 : column.offsetLeft + column.offsetWidth + 4,
      y: words.bottom - offset - 3,
    };
    const to = {
      x: rightToLeft ? margin.offsetLeft + margin.offsetWidth + 2 : margin.offsetLeft - 2,
      y: top + margin.offsetTop + 52,
    };
    svg.querySelector('path')?.setAttribute('d', leaderPath(from, to));
    const dot = svg.querySelector('circle');
    dot?.setAttribute('cx', String(from.x));
    dot?.setAttribute('cy', String(from.y));
  }

  /** Which notes stand within a window's height of the window; told only when one near it is not on the page. */
  private findNear() {
    const { canvas, root, onNear } = this.at ?? {};
    if (!canvas?.current || !root?.current || this.tops.length === 0) return;
    const scroller = canvas.current;
    const height = scroller.clientHeight;
    const base = root.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const indexAt = (y: number) => firstAtOrBelow(this.tops, y);
    const needed = { from: indexAt(-base - height / 2), to: indexAt(-base + height * 1.5) };
    if (needed.from >= this.near.from && needed.to <= Math.min(this.near.to, this.tops.length)) return;
    this.near = { from: indexAt(-base - height * 1.5), to: indexAt(-base + height * 2.5) };
    onNear?.(this.near);
  }
}

/** How far below its place a slot that still glides is seen, in pixels. */
function glidedBy(slot: HTMLElement): number {
  return slot.getAnimations().length === 0 ? 0 : new DOMMatrix(getComputedStyle(slot).transform).m42;
}
