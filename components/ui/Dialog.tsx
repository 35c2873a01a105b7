'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './Button';

/** Where the focus begins: the first field, else the first button of the foot, which is the harmless one. */
const BEGINNINGS =
  '.dialog__body :is(input, textarea, select), .dialog:not(:has(.dialog__body :is(input, textarea, select))) .dialog__foot button';

/**
 * A modal dialog: the browser's own, so focus stays inside, Esc closes it, and focus returns to where it was. It is mounted only
 * while open, so each opening starts fresh. `onClose` is asked for, never assumed: the parent decides.
 */
export function Dialog({
  open,
  onClose,
  title,
  size,
  closable = true,
  foot,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  size?: 'wide' | 'full';
  /** False while something runs that must not be left by accident: neither Esc nor a cross. */
  closable?: boolean;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return open ? <OpenDialog {...{ onClose, title, size, closable, foot, children }} /> : null;
}

function OpenDialog({
  onClose,
  title,
  size,
  closable,
  foot,
  children,
}: {
  onClose: () => void;
  title: ReactNode;
  size?: 'wide' | 'full';
  closable: boolean;
  foot?: ReactNode;
  children: ReactNode;
}) {
  const words = useTranslations('newsroom.ui');
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    // The browser would begin at the cross in the corner; a person begins with what the dialog asks.
    dialog?.querySelector<HTMLElement>(BEGINNINGS)?.focus();
    return () => {
      dialog?.close();
      // A dialog that React has already taken out of the page cannot give the focus back by itself.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <dialog
      ref={element}
      className="dialog"
      data-size={size}
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (closable) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog__frame">
        <header className="dialog__head">
          <h2 className="dialog__title" id={titleId}>
            {title}
          </h2>
          {closable && <Button kind="quiet" size="small" icon="close" label={words('close')} onClick={onClose} />}
        </header>
        <div className="dialog__body">{children}</div>
        {foot && <footer className="dialog__foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
