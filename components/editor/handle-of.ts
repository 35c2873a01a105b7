import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { Mapping } from 'prosemirror-transform';
import type { EditorView } from 'prosemirror-view';
import type { sentencesOf } from '@/core/article/sentences';
import { articleText } from '@/core/article/text';
import type { ArticleHandle } from './article-handle';
import type { Extent } from './claim-mark';
import { boundsOf, lineBoxes, originOf } from './geometry';
import { marksOf } from './marks/plugin';
import { placeOf } from './marks/state';
import type { SelectionRelease } from './selection/release';
import { bySentence, nextAfter } from './selection/sentences';
import { trimmed } from './selection/trim';

/** Space kept free above and below a place that is brought into view, as a part of the height. */
const WELL_INSIDE = 0.12;
/** Where in the height a place is brought to. */
const READING_HEIGHT = 1 / 3;

/** What is fetched ahead of its first use waits for the desk to stand, in milliseconds. */
const LATER = 400;

/** What the handle asks of the editor. */
interface Owner extends Pick<ArticleHandle, 'write' | 'resume'> {
  language(): string;
  /** From positions of the server's text to those of the view; null where they are the same. */
  mapping(): Mapping | null;
  /** The server's text. */
  text(): Node;
}

/** The handle of a view. `tops` is the measured tops by anchor, emptied by the owner whenever the layout changes. */
export function handleOf(
  view: EditorView,
  scroller: HTMLElement,
  release: SelectionRelease,
  tops: Map<string, number | null>,
  { language, mapping, text, write, resume }: Owner,
): ArticleHandle {
  const inView = (pos: number, side: 1 | -1) => mapping()?.map(pos, side) ?? pos;
  const inText = (pos: number, side: 1 | -1) => mapping()?.invert().map(pos, side) ?? pos;
  /** A passage as the server's text has it; null where nothing of it is sent yet. */
  const told = (extent: Extent | null): Extent | null => {
    if (!extent || !mapping()) return extent;
    const range = { from: inText(extent.from, 1), to: inText(extent.to, -1) };
    return range.from < range.to ? trimmed(text(), range.from, range.to) : null;
  };
  const place = (anchorId: string) => placeOf(marksOf(view.state), anchorId);
  const lines = (extent: Extent) => (extent.from < extent.to ? lineBoxes(view, scroller, extent) : []);
  const topAt = (pos: number) => view.coordsAtPos(pos, 1).top - originOf(scroller).top;

  const scrollTo = (pos: number) => {
    const top = topAt(pos);
    const height = scroller.clientHeight;
    const above = top < scroller.scrollTop + height * WELL_INSIDE;
    const below = top > scroller.scrollTop + height * (1 - WELL_INSIDE);
    if (above || below) scroller.scrollTo({ top: top - height * READING_HEIGHT });
  };
  const setSelection = (from: number, to: number) => {
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
  };
  const select = (from: number, to: number) => {
    view.focus();
    setSelection(from, to);
    scrollTo(from);
    release.tell();
  };
  const present = (): Extent => {
    // The browser tells of a click's caret only after it: a key that comes sooner must not act where the caret was before.
    document.dispatchEvent(new Event('selectionchange'));
    return release.current ?? { from: view.state.selection.head, to: view.state.selection.head };
  };

  // So that the key acts at once, and without a network too.
  setTimeout(() => withSentences(() => undefined), LATER);
  return {
    view,
    scroller,
    focus: () => view.focus(),
    select: (from, to) =>
      from === to ? select(inView(from, 1), inView(from, 1)) : select(inView(from, 1), inView(to, -1)),
    write,
    resume,
    clearSelection() {
      const { to } = view.state.selection;
      setSelection(to, to);
      release.tell();
    },
    selection: () => told(release.current),
    caret: () => inText(view.state.selection.head, -1),
    selectSentence() {
      const here = present();
      withSentences((read) => {
        const extent = bySentence(read(view.state.doc, language()), here);
        if (extent) select(extent.from, extent.to);
      });
    },
    selectNext(ranges) {
      const here = ranges.map(({ from, to }) => ({ from: inView(from, 1), to: inView(to, -1) }));
      const next = nextAfter(here, present());
      if (next) select(next.from, next.to);
      return next !== null;
    },
    rectOf: (from, to) => boundsOf(lines({ from: inView(from, 1), to: inView(to, -1) })),
    linesOf: (from, to) => lines({ from: inView(from, 1), to: inView(to, -1) }),
    topOf(anchorId) {
      const known = tops.get(anchorId);
      if (known !== undefined) return known;
      const extent = place(anchorId);
      const top = extent && topAt(extent.from);
      tops.set(anchorId, top);
      return top;
    },
    rectsOf(anchorId) {
      const extent = place(anchorId);
      return extent ? lines(extent) : [];
    },
    blockBox(index) {
      const block = articleText(view.state.doc).blocks[index];
      const element = block && view.nodeDOM(block.from - 1);
      if (!(element instanceof Element)) return null;
      const rect = element.getBoundingClientRect();
      const origin = originOf(scroller);
      return {
        left: rect.left - origin.left,
        top: rect.top - origin.top,
        right: rect.right - origin.left,
        bottom: rect.bottom - origin.top,
      };
    },
    scrollTo: (pos) => scrollTo(inView(pos, 1)),
  };
}

let reads: typeof sentencesOf | null = null;

/** Fetches what selects sentences, so that the key after the first V finds the sentence selected. */
export function fetchSentences(): void {
  withSentences(() => undefined);
}

/** What knows the sentences of languages is large and no part of drawing: it is fetched for the first who asks. */
function withSentences(use: (read: typeof sentencesOf) => void): void {
  if (reads) use(reads);
  else
    import('@/core/article/sentences').then(
      (fetched) => {
        reads = fetched.sentencesOf;
        use(reads);
      },
      // Without a network it comes with the next key.
      () => undefined,
    );
}
