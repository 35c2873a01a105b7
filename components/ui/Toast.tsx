'use client';

import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Icon } from './Icon';
import { Kbd } from './Kbd';
import { useCommandKey } from './platform';

/** How long a toast stands, in milliseconds; the clock stops while it is pointed at or holds the focus. */
const STANDS = 8_000;

export interface ToastOptions {
  kind?: 'error';
  /** Takes back what the toast tells of; also on Ctrl/Cmd-Z while it stands. */
  undo?: () => void;
  /** Another way on, named for its result. */
  action?: { label: string; run: () => void };
}
/** Says what happened, in the words of the button that did it. */
export type ShowToast = (message: string, options?: ToastOptions) => void;

interface Standing extends ToastOptions {
  id: number;
  message: string;
}

const ToastContext = createContext<ShowToast>(() => undefined);

export function useToast(): ShowToast {
  return use(ToastContext);
}

/** Holds the toasts of everything inside it. */
export function ToastRoom({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Standing[]>([]);
  const next = useRef(0);

  const show = useCallback<ShowToast>((message, options = {}) => {
    next.current += 1;
    const id = next.current;
    setToasts((standing) => [...standing.slice(-2), { ...options, id, message }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((standing) => standing.filter((toast) => toast.id !== id)), []);

  useUndoKey(toasts, drop);

  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <Toast key={toast.id} toast={toast} drop={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

function Toast({ toast, drop }: { toast: Standing; drop: (id: number) => void }) {
  const words = useTranslations('newsroom.ui');
  const command = useCommandKey() ? 'yes' : 'no';
  const [held, setHeld] = useState(false);
  const left = useRef(STANDS);

  useEffect(() => {
    if (held) return;
    const since = performance.now();
    const timer = setTimeout(() => drop(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - since;
    };
  }, [held, toast.id, drop]);

  const run = (act: () => void) => {
    drop(toast.id);
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only holds its clock; what it can do are its buttons
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.kind === 'error' && <Icon name="warning" />}
      <span>{toast.message}</span>
      <span className="toast__actions">
        {toast.undo && (
          <button type="button" onClick={() => run(toast.undo ?? (() => undefined))}>
            {words('undo')}
            <Kbd silent>{words('undo-keys', { command })}</Kbd>
          </button>
        )}
        {toast.action && (
          <button type="button" onClick={() => run(toast.action?.run ?? (() => undefined))}>
            {toast.action.label}
          </button>
        )}
        <button type="button" aria-label={words('close')} onClick={() => drop(toast.id)}>
          <Icon name="close" size={14} />
        </button>
      </span>
    </div>
  );
}

/** Ctrl/Cmd-Z takes back the newest thing that can be, unless the person is typing or someone else has taken the key. */
function useUndoKey(toasts: readonly Standing[], drop: (id: number) => void) {
  useEffect(() => {
    const undoable = toasts.findLast((toast) => toast.undo);
    if (!undoable) return;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if (!(event.metaKey || event.ctrlKey) || isTyping(event.target)) return;
      event.preventDefault();
      drop(undoable.id);
      undoable.undo?.();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [toasts, drop]);
}

/** Whether keys pressed here are text: a field, a list, or editable words. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input, textarea, select, [contenteditable=true], [contenteditable=""]')
  );
}
