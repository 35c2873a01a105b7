'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { NoAnswer, ProblemAnswer } from './call';
import { type FieldMark, merged, sendable, without } from './saved-fields';
import { sentenceOf } from './use-sending';

export type { FieldMark } from './saved-fields';

export interface SavedRecord<R> {
  /** The record with what was typed laid over what the server has. */
  shown: R;
  markOf: (field: keyof R & string) => FieldMark;
  /** Takes a field's new value; it is sent at once, after whatever is under way. */
  set: <F extends keyof R & string>(field: F, value: R[F]) => void;
  /** Settles a conflict: mine over theirs, or theirs. */
  resolve: (field: keyof R & string, choice: 'mine' | 'theirs') => void;
  /** Sends again what waits for the server. */
  retry: () => void;
}

/** How long to wait before what found no answer is sent again, in milliseconds. */
const AGAIN = 4000;

/**
 * A record whose fields each save themselves: one change is under way at a time, with the revision that it was made on. What the
 * server has not acknowledged is kept in this browser under `keep` through reloads, and sent again until it is. A field that
 * someone else changed meanwhile is never overwritten: it waits for the person to choose.
 */
export function useSavedRecord<R extends { revision: number }>(
  server: R,
  keep: string,
  change: (revision: number, patch: Partial<R>) => Promise<R>,
): SavedRecord<R> {
  const [record, setRecord] = useState(server);
  const [typed, setTyped] = useState<Partial<R>>({});
  const [marks, setMarks] = useState<Partial<Record<string, FieldMark>>>({});
  // What is so at this moment, for work that outlives a render; only `setAll` changes it, together with the state.
  const now = useRef({ record, typed, marks, sending: false });

  const setAll = useCallback(
    (next: { record?: R; typed?: Partial<R>; marks?: Partial<Record<string, FieldMark>> }) => {
      Object.assign(now.current, next);
      if (next.record) setRecord(next.record);
      if (next.typed) {
        setTyped(next.typed);
        remember(keep, next.typed);
      }
      if (next.marks) setMarks(next.marks);
    },
    [keep],
  );

  const send = useCallback(async () => {
    if (now.current.sending) return;
    const patch = sendable(now.current.typed, now.current.marks);
    const fields = Object.keys(patch);
    if (fields.length === 0) return;
    now.current.sending = true;
    const markAll = (mark: FieldMark) =>
      setAll({ marks: { ...now.current.marks, ...Object.fromEntries(fields.map((field) => [field, mark])) } });
    markAll({ state: 'saving' });
    try {
      const saved = await change(now.current.record.revision, patch);
      setAll({ record: saved, typed: without(now.current.typed, patch) });
      markAll({ state: 'saved' });
    } catch (error) {
      if (error instanceof NoAnswer) markAll({ state: 'waiting' });
      else if (error instanceof ProblemAnswer && error.status === 409 && error.current)
        setAll(merged(now.current, error.current as R, patch));
      else if (error instanceof ProblemAnswer) markAll({ state: 'refused', refused: sentenceOf(error) });
      else throw error;
    } finally {
      now.current.sending = false;
    }
    const next = sendable(now.current.typed, now.current.marks);
    const waits = Object.keys(next).some((field) => now.current.marks[field]?.state === 'waiting');
    if (Object.keys(next).length > 0 && !waits) void send();
  }, [change, setAll]);

  // What a closed tab or a dead server left behind is sent as soon as the record is open again.
  useEffect(() => {
    const kept = recall<R>(keep);
    if (Object.keys(kept).length === 0) return;
    setAll({ typed: { ...kept, ...now.current.typed } });
    void send();
  }, [keep, send, setAll]);

  useEffect(() => {
    if (server.revision > now.current.record.revision && !now.current.sending) setAll({ record: server });
  }, [server, setAll]);

  const waiting = Object.values(marks).some((mark) => mark?.state === 'waiting');
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(send, AGAIN);
    addEventListener('online', send);
    return () => {
      clearInterval(timer);
      removeEventListener('online', send);
    };
  }, [waiting, send]);

  return {
    shown: { ...record, ...typed },
    markOf: (field) => marks[field] ?? { state: 'saved' },
    set: (field, value) => {
      if (now.current.record[field] === value && !(field in now.current.typed)) return;
      setAll({
        typed: { ...now.current.typed, [field]: value },
        marks: { ...now.current.marks, [field]: { state: 'saving' } },
      });
      void send();
    },
    resolve: (field, choice) => {
      const { [field]: _, ...marksLeft } = now.current.marks;
      const { [field]: __, ...typedLeft } = now.current.typed;
      setAll({ marks: marksLeft, ...(choice === 'theirs' && { typed: typedLeft as Partial<R> }) });
      void send();
    },
    retry: () => void send(),
  };
}

function remember(keep: string, typed: object) {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(keep);
    else localStorage.setItem(keep, JSON.stringify(typed));
  } catch {
    // Without room or right to keep it, it lives as long as the page; its state says that it is not saved.
  }
}

function recall<R>(keep: string): Partial<R> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keep) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Partial<R>) : {};
  } catch {
    return {};
  }
}
