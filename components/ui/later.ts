import { type ComponentType, lazy } from 'react';

let waiting: (() => Promise<unknown>)[] = [];
let fetching = false;
let stands: () => void;
const standing = new Promise<void>((resolve) => {
  stands = resolve;
});

/**
 * A component that a screen can be used without. It is no part of the first load, even where it is shown from the beginning, but
 * fetched as soon as the screen stands (`fetchLater`): it opens at once then, and opens without a network too.
 */
export function later<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  if (fetching) fetch(load);
  else waiting.push(load);
  return lazy(() => standing.then(load));
}

/** Fetches what was put off until now, and from now on whatever is put off by what was fetched. */
export function fetchLater() {
  fetching = true;
  stands();
  for (const load of waiting) fetch(load);
  waiting = [];
}

function fetch(load: () => Promise<unknown>) {
  // Whoever opens it asks again, and hears of a failure then.
  load().catch(() => undefined);
}
