/**
 * One value of a kind for the whole process. Next bundles pages, routes and instrumentation apart, each with its own copy of a
 * module's variables; what there may be only one of (the store, the log) hangs on the process instead.
 */
export function inProcess<T>(name: string, make: () => T): T {
  const kept = ((globalThis as Record<symbol, unknown>)[Symbol.for('stet')] ??= new Map()) as Map<string, unknown>;
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}

/** Forgets the value, so that the next who asks makes it anew. */
export function forget(name: string): void {
  ((globalThis as Record<symbol, unknown>)[Symbol.for('stet')] as Map<string, unknown> | undefined)?.delete(name);
}
