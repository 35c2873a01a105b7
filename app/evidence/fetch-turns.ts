import { inProcess } from '../process/in-process';

/** How many pages of sources the server fetches at once, whoever asks: each may be 50 MB. */
const AT_ONCE = 3;

interface Turns {
  running: number;
  readonly waiting: (() => void)[];
}

/** Does the work when it is its turn. */
export async function inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const turns = inProcess<Turns>('fetch-turns', () => ({ running: 0, waiting: [] }));
  if (turns.running >= AT_ONCE) await new Promise<void>((resolve) => turns.waiting.push(resolve));
  else turns.running++;
  try {
    signal.throwIfAborted();
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running--;
  }
}
