'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { NoAnswer, ProblemAnswer, refusalOf } from '@/components/interface/call';
import { sentenceOf } from '@/components/interface/use-sending';

/** A report on its way: it is written first, then received; `share` is how much of it is here, null while that is unknown. */
export type Making =
  | { step: 'idle' }
  | { step: 'making'; share: number | null }
  | { step: 'failed'; why: string | null };

/**
 * Fetches a report and hands it to the browser to be kept. `take` resolves to its file's name when it is kept, and to null when it
 * was stopped or could not be made; why stands in `making`, null where no answer came.
 */
export function useReport(): { making: Making; take: (address: string) => Promise<string | null>; stop: () => void } {
  const [making, setMaking] = useState<Making>({ step: 'idle' });
  const running = useRef<AbortController>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    setMaking({ step: 'idle' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const take = useCallback(async (address: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setMaking({ step: 'making', share: null });
    try {
      const { name, file } = await receive(address, controller.signal, (share) => setMaking({ step: 'making', share }));
      keep(name, file);
      setMaking({ step: 'idle' });
      return name;
    } catch (failure) {
      if (controller.signal.aborted) return null;
      const why = failure instanceof ProblemAnswer ? sentenceOf(failure) : null;
      setMaking({ step: 'failed', why });
      return null;
    }
  }, []);
  return { making, take, stop };
}

/** A whole report with the name that it gives itself. Throws `ProblemAnswer`, `NoAnswer` and the signal's reason. */
async function receive(address: string, signal: AbortSignal, heard: (share: number | null) => void) {
  const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store', signal }).catch((cause) => {
    throw signal.aborted ? cause : new NoAnswer(cause);
  });
  if (!response.ok || !response.body) throw await refusalOf(response);
  const all = Number(response.headers.get('content-length')) || null;
  const parts: BlobPart[] = [];
  let here = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    here += part.value.byteLength;
    heard(all && here / all);
  }
  const type = response.headers.get('content-type') ?? '';
  return { name: nameOf(response), file: new Blob(parts, { type }) };
}

/** The name in Content-Disposition (RFC 6266): `filename*` in full, else `filename`. */
function nameOf(response: Response): string {
  const said = response.headers.get('content-disposition') ?? '';
  const full = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  return full ? decodeURIComponent(full) : (/filename="([^"]+)"/i.exec(said)?.[1] ?? 'report');
}

function keep(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by the next turn; a minute is for slow disks.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
