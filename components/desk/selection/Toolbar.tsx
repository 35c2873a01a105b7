'use client';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ArticleHandle } from '@/components/editor/ArticleView';
import { Glyph } from '@/components/ui/Glyph';
import { Icon } from '@/components/ui/Icon';
import { Kbd } from '@/components/ui/Kbd';
import { useDeskActions } from '../actions';
import { docOf, samePassages } from '../places';
import type { Passage } from '../state/desk-store';
import { useDesk } from '../state/use-desk';
import { useView } from '../view';
import { NothingToCheck } from './NothingToCheck';
import { toolbarPlace } from './place';

/** How long after the release the toolbar opens, in milliseconds: a second click of a double-click must find the words, not it. */
const PAUSE = 120;

/** What can be done with the selected words. It floats: opening it moves nothing. */
export default function Toolbar({ article }: { article: RefObject<ArticleHandle | null> }) {
  const selection = useView((view) => view.selection);
  const editable = useDeskActions().allowed('claim.change');
  const [open, setOpen] = useState<typeof selection>(null);
  useEffect(() => {
    if (!selection) {
      setOpen(null);
      return;
    }
    const timer = setTimeout(() => setOpen(selection), PAUSE);
    return () => clearTimeout(timer);
  }, [selection]);
  if (!editable || !open || open !== selection) return null;
  return <OpenToolbar key={`${open.from} ${open.to}`} article={article} selection={open} />;
}

function OpenToolbar({
  article,
  selection,
}: {
  article: RefObject<ArticleHandle | null>;
  selection: { from: number; to: number };
}) {
  const words = useTranslations('desk.tool');
  const actions = useDeskActions();
  const tool = useRef<HTMLDivElement>(null);
  const verdicts = useDesk((desk) => desk.scale.verdicts);
  const doc = useDesk((desk) => docOf(desk.article.doc));
  const language = useDesk((desk) => desk.article.language);
  const layout = useView((view) => view.layout);
  const [same, setSame] = useState<readonly Passage[]>([]);

  useEffect(() => {
    let current = true;
    samePassages(doc, language, selection).then(
      (found) => current && setSame(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [doc, language, selection]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the place depends on how wide it is, which `same` changes, and on where the lines break
  useLayoutEffect(() => {
    const handle = article.current;
    const element = tool.current;
    const column = element?.parentElement?.querySelector<HTMLElement>('[data-article]');
    if (!handle || !element || !column) return;
    // At the edge where an earlier line stood it would be measured narrower than it can be.
    element.style.left = '0';
    const { scroller } = handle;
    const lines = handle.linesOf(selection.from, selection.to);
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    // The sheet of a narrow window covers the article's foot.
    const sheet = document.querySelector('[data-card]')?.getBoundingClientRect();
    const box = scroller.getBoundingClientRect();
    const covered = sheet && sheet.left <= box.left + 1 ? Math.max(0, box.bottom - sheet.top) : 0;
    const place = toolbarPlace({
      selection: { top: first.top, bottom: last.bottom },
      column: { left: column.offsetLeft, right: column.offsetLeft + column.offsetWidth },
      tool: { width: element.offsetWidth, height: element.offsetHeight },
      window: {
        top: scroller.scrollTop,
        bottom: scroller.scrollTop + scroller.clientHeight - covered,
        left: scroller.scrollLeft,
        right: scroller.scrollLeft + scroller.clientWidth,
      },
      rightToLeft: getComputedStyle(column).direction === 'rtl',
    });
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    element.dataset.placed = '';
  }, [article, selection, same, layout]);

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const to = destination(event.key, at, buttons.length);
    if (event.key === 'Escape' || (event.key === 'Tab' && event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      article.current?.focus();
    } else if (to !== null && !event.shiftKey) {
      event.preventDefault();
      buttons[to]?.focus();
    }
  };
  return (
    <div
      ref={tool}
      className="tool"
      role="toolbar"
      aria-label={words('name')}
      data-toolbar=""
      onKeyDown={onKey}
      onPointerDown={(event) => event.preventDefault()}
    >
      <button type="button" className="tool__mark" onClick={() => actions.mark()}>
        {words('mark')}
        <Kbd silent>C</Kbd>
      </button>
      {same.length > 0 && (
        <button type="button" className="tool__all" tabIndex={-1} onClick={() => actions.mark({ also: same })}>
          <Icon name="repeat" size={14} />
          {words('mark-all', { count: same.length + 1 })}
        </button>
      )}
      <NothingToCheck selection={selection} doc={doc} />
      {verdicts.length > 0 && <span className="tool__rule" aria-hidden="true" />}
      <span className="tool__verdicts">
        {verdicts.map(({ key, label, glyph, colour }, index) => (
          <button
            key={key}
            type="button"
            className="tool__verdict"
            data-colour={colour}
            tabIndex={-1}
            title={label}
            aria-label={words('mark-as', { verdict: label })}
            onClick={() => actions.mark({ verdict: key })}
          >
            <Glyph name={glyph} size={15} />
            <span className="num" aria-hidden="true">
              {index < 9 ? index + 1 : ''}
            </span>
          </button>
        ))}
      </span>
    </div>
  );
}

function destination(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
