import type { Event } from '@/core/event/event';

const listeners = new Set<(event: Event) => void>();

/** Hears of what others do to the article whose desk is open here, from the one stream that the desk has. Returns how to stop. */
export function onHeard(listener: (event: Event) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The desk heard of something that somebody else did. */
export function tellHeard(event: Event): void {
  for (const listener of listeners) listener(event);
}
