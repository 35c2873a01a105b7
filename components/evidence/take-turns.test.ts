import { describe, expect, it } from 'vitest';
import { takeTurns } from './take-turns';

/** Work that waits to be let go, item by item, and the items in the order they were begun. */
function bench(items: readonly string[], atOnce: number) {
  const begun: string[] = [];
  const open = new Map<string, () => void>();
  const stop = new AbortController();
  const done = takeTurns(items, {
    hostOf: (item) => item.split('/')[0]!,
    work: (item) => {
      begun.push(item);
      return new Promise<void>((resolve) => open.set(item, resolve));
    },
    atOnce,
    signal: stop.signal,
  });
  const finish = async (item: string) => {
    open.get(item)!();
    await new Promise(setImmediate);
  };
  return { begun, done, finish, stop };
}

describe('takeTurns', () => {
  it('asks so many at once and no host twice at a time, and passes over who has to wait', async () => {
    const { begun, done, finish } = bench(['a/1', 'a/2', 'b/1', 'c/1', 'd/1'], 3);
    expect(begun).toEqual(['a/1', 'b/1', 'c/1']);
    await finish('b/1');
    expect(begun.slice(3)).toEqual(['d/1']);
    await finish('c/1');
    expect(begun).toHaveLength(4);
    await finish('a/1');
    expect(begun.slice(4)).toEqual(['a/2']);
    await finish('a/2');
    await finish('d/1');
    await done;
  });

  it('begins nothing more once it is stopped', async () => {
    const { begun, done, finish, stop } = bench(['a/1', 'a/2'], 3);
    stop.abort();
    await finish('a/1');
    await done;
    expect(begun).toEqual(['a/1']);
  });

  it('has nothing to do for nothing', async () => {
    await expect(bench([], 3).done).resolves.toBeUndefined();
  });
});
