import { type ComponentType, lazy } from 'react';

let waiting: (() => Promise<unknown>)[] = [];
let fetching = false;

/**
 * A component that a screen shows only once somebody acts. It is not part of the first load, but fetched as soon as the screen
 * stands (`fetchLater`), so that it opens at once, and opens without a network too.
 */
export function later<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  if (fetching) fetch(load);
  else waiting.push(load);
  return lazy(load);
}

/** Fetches what was put off until now, and from now on whatever is put off by what was fetched. */
export function fetchLater() {
  fetching = true;
  for (const load of waiting) fetch(load);
  waiting = [];
}

function fetch(load: () => Promise<unknown>) {
  // Whoever opens it asks again, and hears of a failure then.
  load().catch(() => undefined);
}
