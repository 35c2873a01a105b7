import { inProcess } from './in-process';

/** How to end each stream of events that is open. */
const open = (): Set<() => void> => inProcess('streams', () => new Set());

/** Keeps `end` to be called when the process stops. Returns how to forget it. */
export function keepStream(end: () => void): () => void {
  open().add(end);
  return () => open().delete(end);
}

export function endStreams(): void {
  for (const end of [...open()]) end();
}
