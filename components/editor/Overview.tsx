'use client';

import { type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import { directionOf } from '@/core/article/language';
import { articleText } from '@/core/article/text';
import type { ArticleHandle } from './article-handle';
import { articleNode } from './article-node';
import type { ClaimMark } from './claim-mark';
import { articleHeightOf, stripHeightOf } from './overview/follow';
import { STRIP, stripOf } from './overview/strip';
import './overview.css';

/** Characters on a line of the article's measure; scripts whose letters are as wide as high have half as many. */
const LINE_LENGTH = 68;
const WIDE_LINE_LENGTH = 34;

/** The least height of the window's frame, in pixels: enough to take hold of. */
const FRAME = 8;

/**
 * The article at a glance beside its text: a bar a line, verdicts where they are, the part in view in a frame that can be
 * dragged. It says nothing that the list of claims does not say, so it is hidden from screen readers and the keyboard.
 *
 * `article` is the handle of the ArticleView that shows the same `doc`.
 */
export function Overview({
  article,
  doc,
  language,
  marks,
}: {
  article: RefObject<ArticleHandle | null>;
  doc: object;
  language: string;
  marks: readonly ClaimMark[];
}) {
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<SVGRectElement>(null);
  const grip = useRef<number | null>(null);
  const [height, setHeight] = useState(0);
  const node = articleNode(doc);
  const strip = useMemo(
    () =>
      stripOf({
        blocks: articleText(node).blocks,
        marks,
        repeated: repeatedBlocks(node),
        height,
        lineLength: /^(zh|ja|ko)\b/.test(language) ? WIDE_LINE_LENGTH : LINE_LENGTH,
        rightToLeft: directionOf(language) === 'rtl',
      }),
    [node, marks, height, language],
  );

  useEffect(() => {
    const element = holder.current!;
    const size = new ResizeObserver(() => setHeight(element.clientHeight));
    size.observe(element);
    return () => size.disconnect();
  }, []);

  useEffect(() => {
    const shown = article.current;
    if (!shown) return;
    const follow = () => {
      const { scrollTop, clientHeight } = shown.scroller;
      const top = stripHeightOf(strip, shown, scrollTop);
      const bottom = stripHeightOf(strip, shown, scrollTop + clientHeight);
      frame.current?.setAttribute('y', String(Math.max(1, top - 5)));
      frame.current?.setAttribute('height', String(Math.max(FRAME, bottom - top + 6)));
    };
    const target = shown.scroller === document.scrollingElement ? document : shown.scroller;
    target.addEventListener('scroll', follow, { passive: true });
    const size = new ResizeObserver(follow);
    size.observe(shown.view.dom);
    size.observe(shown.scroller);
    follow();
    return () => {
      target.removeEventListener('scroll', follow);
      size.disconnect();
    };
  }, [article, strip]);

  const scrollTo = (pointer: number) => {
    const shown = article.current;
    if (shown && grip.current !== null) {
      shown.scroller.scrollTo({ top: articleHeightOf(strip, shown, pointer - grip.current) });
    }
  };
  const press = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0 || !frame.current) return;
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const top = Number(frame.current.getAttribute('y'));
    const tall = Number(frame.current.getAttribute('height'));
    // Inside the frame it is held where it was taken; elsewhere its middle comes to the pointer.
    const inside = y >= top && y <= top + tall;
    grip.current = inside ? y - top - 5 : tall / 2;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (!inside) scrollTo(y);
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (grip.current !== null) scrollTo(event.clientY - event.currentTarget.getBoundingClientRect().top);
  };
  const letGo = () => {
    grip.current = null;
  };

  return (
    <div className="overview" ref={holder} aria-hidden="true">
      <svg
        aria-hidden="true"
        width={STRIP.width}
        height="100%"
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={letGo}
        onPointerCancel={letGo}
      >
        <rect ref={frame} className="overview__frame" x="9" width="48" height="0" rx="4" />
        <path className="overview__lines" d={strip.lines} />
        {strip.marks.map(({ colour, repeated, path }) => (
          <path
            key={`${colour} ${repeated}`}
            className="overview__marks"
            data-colour={colour}
            data-repeated={repeated || undefined}
            d={path}
          />
        ))}
        <path className="overview__brackets" d={strip.brackets} />
      </svg>
    </div>
  );
}
