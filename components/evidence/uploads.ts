'use client';

import { useSyncExternalStore } from 'react';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { newId } from '@/components/interface/new-id';
import { sendFile } from '@/components/interface/send-file';
import type { EvidenceFile } from '@/core/source/source';

/** Where files are put: on a source, or on one citation of it. */
export interface Place {
  readonly sourceId: string;
  readonly citationId: string | null;
}

/** A file on its way. It is held by this page until the server has it, whatever is open beside. */
export interface Upload {
  readonly id: string;
  readonly place: Place;
  readonly file: File;
  /**
   * `waiting` for others; `sending`, so much of it has gone; `unanswered`, the server was not reached and it is sent again when the
   * network is back or somebody asks; `refused`, in a sentence; `kept`, the server has it.
   */
  readonly state:
    | { readonly at: 'waiting' | 'unanswered' }
    | { readonly at: 'sending'; readonly share: number }
    | { readonly at: 'refused'; readonly sentence: string }
    | { readonly at: 'kept'; readonly record: EvidenceFile };
}

/** How many go at once: the line is one, and the server's. */
const AT_ONCE = 2;

let uploads: readonly Upload[] = [];
const listeners = new Set<() => void>();
const stops = new Map<string, AbortController>();

/** The uploads of this page, all of them. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    subscribe,
    () => uploads,
    () => uploads,
  );
}

/** Puts files in a place, in their order. */
export function putFiles(place: Place, files: readonly File[]): void {
  const made = files.map((file) => ({ id: newId(), place, file: named(file), state: { at: 'waiting' } }) as const);
  set([...uploads, ...made]);
  next();
}

/** Sends again what found no answer or was refused. */
export function retryUpload(id: string): void {
  change(id, { at: 'waiting' });
  next();
}

/** Gives a file up, sent or not. */
export function dropUpload(id: string): void {
  stops.get(id)?.abort();
  set(uploads.filter((upload) => upload.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: readonly Upload[]): void {
  const held = (all: readonly Upload[]) => all.some(({ state }) => state.at !== 'kept');
  if (held(next) !== held(uploads)) (held(next) ? addEventListener : removeEventListener)('beforeunload', warn);
  uploads = next;
  for (const listener of listeners) listener();
}

function change(id: string, state: Upload['state']): void {
  set(uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)));
}

/** Whoever leaves the page now would lose files: the browser asks them. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function next(): void {
  const sending = uploads.filter(({ state }) => state.at === 'sending').length;
  const first = uploads.find(({ state }) => state.at === 'waiting');
  if (first && sending < AT_ONCE) {
    void send(first);
    next();
  }
}

async function send({ id, place, file }: Upload): Promise<void> {
  const stop = new AbortController();
  stops.set(id, stop);
  change(id, { at: 'sending', share: 0 });
  const form = new FormData();
  // The same id at every try, so that a file whose answer was lost is not put there twice.
  form.append('id', id);
  if (place.citationId) form.append('citationId', place.citationId);
  form.append('file', file);
  try {
    const path = `/api/sources/${encodeURIComponent(place.sourceId)}/files`;
    const onProgress = (share: number) => change(id, { at: 'sending', share });
    change(id, { at: 'kept', record: await sendFile(path, form, { onProgress, signal: stop.signal }) });
  } catch (failure) {
    if (failure instanceof ProblemAnswer) change(id, { at: 'refused', sentence: failure.message });
    else if (failure instanceof NoAnswer) {
      change(id, { at: 'unanswered' });
      addEventListener(
        'online',
        () => uploads.some((one) => one.id === id && one.state.at === 'unanswered') && retryUpload(id),
        {
          once: true,
        },
      );
    } else if (!stop.signal.aborted) throw failure;
  } finally {
    stops.delete(id);
    next();
  }
}

/** A picture off the clipboard is called `image.png` by every browser: when it was taken tells more. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const time = new Date(file.lastModified).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  return new File([file], `Pasted ${time}.${file.name.split('.').at(-1)}`, { type: file.type });
}
