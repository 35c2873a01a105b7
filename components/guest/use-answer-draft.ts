'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '@/components/interface/new-id';

/** An answer that is being written. Its id goes out with it, so that sending it twice never makes two of it. */
export interface AnswerDraft {
  readonly id: string;
  readonly body: string;
  /** The wording that is proposed; null while none is. */
  readonly proposal: string | null;
}

export interface KeptAnswer {
  readonly draft: AnswerDraft;
  /** Whether something is written that has not been sent. */
  readonly written: boolean;
  /** Whether it outlives this page: a browser may have no room for it, or refuse to keep anything. */
  readonly kept: boolean;
  write(change: Partial<Pick<AnswerDraft, 'body' | 'proposal'>>): void;
  /** The same words as an answer of its own. */
  renew(): AnswerDraft;
  /** Forgets it: it was sent, or let go. */
  clear(): void;
}

const none: AnswerDraft = { id: '', body: '', proposal: null };

/** The answer to a query, kept in this browser from the first letter until the server has it or the guest lets it go. */
export function useAnswerDraft(queryId: string): KeptAnswer {
  const name = `stet.guest ${queryId}`;
  const [draft, setDraft] = useState(none);
  const [kept, setKept] = useState(true);
  const latest = useRef(draft);
  const set = useCallback(
    (next: AnswerDraft) => {
      latest.current = next;
      setDraft(next);
      setKept(keep(name, next));
    },
    [name],
  );
  // The page was written without it, since only this browser has it.
  useEffect(() => {
    const found = keptAt(name);
    if (!found) return;
    latest.current = found;
    setDraft(found);
  }, [name]);
  const write = useCallback(
    (change: Partial<AnswerDraft>) => set({ ...latest.current, id: latest.current.id || newId(), ...change }),
    [set],
  );
  const renew = useCallback(() => {
    set({ ...latest.current, id: newId() });
    return latest.current;
  }, [set]);
  const clear = useCallback(() => set(none), [set]);
  return { draft, written: isWritten(draft), kept, write, renew, clear };
}

const isWritten = ({ body, proposal }: AnswerDraft) => body !== '' || proposal !== null;

function keptAt(name: string): AnswerDraft | null {
  try {
    const { id, body, proposal } = JSON.parse(localStorage.getItem(name) ?? 'null') ?? none;
    const fits = typeof id === 'string' && id !== '' && typeof body === 'string';
    return fits ? { id, body, proposal: typeof proposal === 'string' ? proposal : null } : null;
  } catch {
    return null;
  }
}

/** Keeps a draft, or forgets an empty one. False where the browser does not. */
function keep(name: string, draft: AnswerDraft): boolean {
  try {
    if (isWritten(draft)) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
