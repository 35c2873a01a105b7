'use client';
import { useCallback, useState } from 'react';
import { useDesk } from '../state/use-desk';

/** What is being written and not sent yet. */
export interface KeptDraft {
  readonly text: string;
  /** Whether it outlives this page: a browser may have no room for it, or refuse to keep anything. */
  readonly kept: boolean;
  write(text: string): void;
  /** Forgets it: it was sent, or let go. */
  clear(): void;
}

/**
 * Words that are to be sent as a whole, kept in this browser for this person under `about` from the first letter until they are
 * sent or let go, over reloads as well. Without kept words it begins with `start`.
 */
export function useKeptDraft(about: string, start = ''): KeptDraft {
  const name = useDraftName(about);
  const [text, setText] = useState(() => draftAt(name) ?? start);
  const [kept, setKept] = useState(true);
  const write = useCallback(
    (next: string) => {
      setText(next);
      setKept(keep(name, next === start ? '' : next));
    },
    [name, start],
  );
  const clear = useCallback(() => {
    setText(start);
    keep(name, '');
  }, [name, start]);
  return { text, kept, write, clear };
}

/** Whether an earlier visit, or a form that was folded since, left words under `about`. */
export function useHasDraft(about: string): () => boolean {
  const name = useDraftName(about);
  return () => draftAt(name) !== null;
}

function useDraftName(about: string): string {
  const me = useDesk((desk) => desk.me.id);
  return `stet.draft ${me} ${about}`;
}

function draftAt(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets an empty one. False where the browser does not. */
function keep(name: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
