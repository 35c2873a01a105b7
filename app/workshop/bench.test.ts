import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench } from './bench';

/** A thread that does as its order says, so that each way in which a job can end is one that a test names. */
const thread = `
import { parentPort, threadId } from 'node:worker_threads';
const does = {
  answer: () => ({ made: { thread: threadId } }),
  refuse: () => ({ refused: { code: 'text-empty', values: {}, extra: {}, sentence: '' } }),
  fail: () => ({ failed: { name: 'RangeError', stack: undefined } }),
  loop: () => { for (;;); },
  hoard: () => { const all = []; for (;;) all.push(new Array(1000).fill(Math.random())); },
  leave: () => process.exit(1),
};
parentPort.on('message', ({ asked }) => parentPort.postMessage(does[asked]()));
`;

let folder: string;
let bench: Bench;
const ask = (what: string, time = 60_000, signal?: AbortSignal) =>
  bench.do('read', what as never, time, signal) as Promise<unknown> as Promise<{ thread: number }>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'stet-bench-'));
  const file = path.join(folder, 'thread.mjs');
  await writeFile(file, thread);
  bench = new Bench(file, 24);
});
afterEach(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

describe('Bench', () => {
  it('does one job after the other on one thread', async () => {
    const [one, other] = await Promise.all([ask('answer'), ask('answer')]);
    expect(one.thread).toBe(other.thread);
  });

  it.each([
    ['a refusal, as the problem that it was', 'refuse', { code: 'text-empty' }],
    ['a failure, by its name', 'fail', { name: 'RangeError' }],
    ['a thread that ended', 'leave', { message: expect.stringContaining('ended before') }],
    ['a job that takes more memory than there is', 'hoard', { code: 'too-demanding' }],
  ])('tells of %s, and goes on to the next', async (_, what, why) => {
    await expect(ask(what)).rejects.toMatchObject(why);
    await expect(ask('answer')).resolves.toHaveProperty('thread');
  });

  it('stops a job that takes too long, while others are answered, and goes on with a new thread', async () => {
    const { thread: before } = await ask('answer');
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await expect(ask('loop', 200)).rejects.toMatchObject({ code: 'too-demanding' });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(0);
    expect((await ask('answer')).thread).not.toBe(before);
  });

  it('stops a job that nobody waits for any more, and never begins one that was given up while it waited', async () => {
    const giving = new AbortController();
    const running = ask('loop', 60_000, giving.signal);
    const waiting = ask('hoard', 60_000, giving.signal);
    giving.abort(new Error('gone'));
    await expect(running).rejects.toThrow('gone');
    await expect(waiting).rejects.toThrow('gone');
    await expect(ask('answer')).resolves.toHaveProperty('thread');
  });

  it('ends what it is doing when it closes', async () => {
    const running = expect(ask('loop')).rejects.toThrow('ended before');
    await bench.close();
    await running;
  });
});
