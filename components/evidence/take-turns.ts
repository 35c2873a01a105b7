/**
 * Does the work for each item, `atOnce` at a time and never two at once for one host, which would rather not be asked by many
 * hands. Ends early when the signal says so; what has begun is awaited. `work` never throws.
 */
export async function takeTurns<T>(
  items: readonly T[],
  {
    hostOf,
    work,
    atOnce,
    signal,
  }: {
    hostOf: (item: T) => string;
    work: (item: T) => Promise<void>;
    atOnce: number;
    signal: AbortSignal;
  },
): Promise<void> {
  const left = [...items];
  const running = new Map<string, Promise<void>>();
  while (!signal.aborted) {
    const next = running.size < atOnce ? left.findIndex((item) => !running.has(hostOf(item))) : -1;
    if (next === -1) {
      if (running.size === 0) return;
      await Promise.race(running.values());
      continue;
    }
    const item = left.splice(next, 1)[0]!;
    const host = hostOf(item);
    running.set(
      host,
      work(item).finally(() => running.delete(host)),
    );
  }
  await Promise.all(running.values());
}
