import { describe, expect, it } from 'vitest';
import { Keeper } from './keeper';
import type { KeptText } from './kept-text';
import { memoryShelf } from './outbox-shelf';

const text = (clientId: string, ...steps: string[]): KeptText => ({
  clientId,
  personId: 'me',
  articleId: 'article',
  version: 0,
  steps,
});

/** A keeper and its disk, whose writes wait until they are let through; a full disk takes nothing. */
function aKeeper() {
  const texts = new Map<string, KeptText>();
  const waiting: (() => void)[] = [];
  const disk = { full: false };
  let later: (() => void) | null = null;
  const shelf = memoryShelf(new Map(), texts);
  const keeper = new Keeper({
    openShelf: async () => ({
      ...shelf,
      keepText: async (kept) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        if (disk.full) throw new Error('full');
        await shelf.keepText(kept);
      },
    }),
    onKept: () => undefined,
    onTextKept: () => undefined,
    later: (work) => {
      later = work;
      return () => undefined;
    },
  });
  return {
    keeper,
    disk,
    /** Lets every write through, with those that come of it. */
    async write() {
      for (let turn = 0; turn < 40; turn++) {
        waiting.shift()?.();
        await Promise.resolve();
      }
    },
    retry: () => later?.(),
    kept: () => Object.fromEntries([...texts].map(([id, { steps }]) => [id, steps])),
  };
}

describe('the keeper of what is written into the text', () => {
  it('keeps the newest of what a desk wrote', async () => {
    const { keeper, write, kept } = aKeeper();
    await keeper.open();
    for (const word of ['a', 'b', 'c']) keeper.keepText(text('desk', word));
    await write();
    expect(kept()).toEqual({ desk: ['c'] });
    expect(keeper.textUnshelved).toBe(false);
  });

  it('forgets what an earlier desk left, though this one is written in meanwhile', async () => {
    const { keeper, write, kept } = aKeeper();
    await keeper.open();
    keeper.keepText(text('earlier', 'left'));
    await write();
    keeper.keepText(text('desk', 'left'));
    keeper.keepText(text('earlier'));
    keeper.keepText(text('desk', 'left', 'more'));
    await write();
    expect(kept()).toEqual({ desk: ['left', 'more'] });
  });

  it('says that it has only memory while the disk is full, and no longer once it is not', async () => {
    const { keeper, disk, write, retry, kept } = aKeeper();
    await keeper.open();
    disk.full = true;
    keeper.keepText(text('desk', 'a'));
    await write();
    expect([keeper.kept, keeper.textUnshelved]).toEqual(['memory', true]);
    disk.full = false;
    retry();
    await write();
    expect([keeper.kept, keeper.textUnshelved, kept()]).toEqual(['disk', false, { desk: ['a'] }]);
  });
});
