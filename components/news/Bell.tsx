'use client';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { useUnread } from './use-unread';
import './news.css';

const NewsPanel = lazy(() => import('./NewsPanel'));

/** More than this is shown as this and a plus. */
const MANY = 99;

/** How much of what concerns this person is unread, said politely when it becomes more; behind it, what it is. */
export default function Bell() {
  const words = useTranslations('news');
  const [unread, setUnread] = useUnread();
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const said = useArrival(unread);
  useEffect(() => {
    if (!open) return;
    const follow = () => place(panel.current, button.current);
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, [open]);
  const hide = () => {
    panel.current?.hidePopover();
    button.current?.focus({ preventScroll: true });
  };
  const show = () => {
    panel.current?.showPopover();
    place(panel.current, button.current);
    panel.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <Button
        ref={button}
        kind="quiet"
        className="bell"
        icon="bell"
        label={words('bell', { unread: unread ?? 0 })}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={id}
        data-unread={unread ? (unread > MANY ? `${MANY}+` : unread) : undefined}
        onClick={() => (open ? hide() : show())}
      />
      <p className="sr" role="status">
        {said > 0 && words('arrived', { unread: said })}
      </p>
      <div
        ref={panel}
        id={id}
        className="news"
        popover="auto"
        role="dialog"
        aria-label={words('title')}
        tabIndex={-1}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => {
          // The desk's single letters are not for here.
          event.stopPropagation();
          if (event.key === 'Escape') hide();
        }}
      >
        {open && (
          <Suspense fallback={<p className="news__wait">{words('loading')}</p>}>
            <NewsPanel unread={unread ?? 0} onUnread={setUnread} onClose={hide} />
          </Suspense>
        )}
      </div>
    </>
  );
}

/** The number to be said once it has risen; 0 before, and while there is nothing new. */
function useArrival(unread: number | null): number {
  const [before, setBefore] = useState<number | null>(null);
  const [said, setSaid] = useState(0);
  useEffect(() => {
    if (unread === null) return;
    if (before !== null && unread !== before) setSaid(unread > before ? unread : 0);
    setBefore(unread);
  }, [unread, before]);
  return said;
}

/** Under its button, within the window. */
function place(panel: HTMLElement | null, button: HTMLElement | null) {
  if (!panel || !button) return;
  const box = button.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.right - panel.offsetWidth), innerWidth - panel.offsetWidth - 8);
  panel.style.left = `${Math.max(8, left)}px`;
  panel.style.top = `${box.bottom + 6}px`;
}
