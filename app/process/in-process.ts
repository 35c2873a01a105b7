/**
 * One value of a kind for the whole process. Next bundles pages, routes and instrumentation apart, each with its own copy of a
 * module's variables; what there may be only one of (the store, the log) hangs on the process instead.
 */
const values: Map<string, unknown> = onProcess();

export function inProcess<T>(name: string, make: () => T): T {
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

/** The value if it was made, else undefined; afterwards it is as if it had never been. */
export function takeFromProcess<T>(name: string): T | undefined {
  const value = values.get(name) as T | undefined;
  values.delete(name);
  return value;
}

function onProcess(): Map<string, unknown> {
  const room = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
  const key = Symbol.for('stet');
  const known = room[key] ?? new Map<string, unknown>();
  room[key] = known;
  return known;
}
