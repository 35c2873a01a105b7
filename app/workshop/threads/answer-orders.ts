import { parentPort } from 'node:worker_threads';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { JobName, Jobs, Ordered, Outcome } from '../jobs';

type Work<N extends JobName> = {
  [Name in N]: (asked: Jobs[Name]['asked']) => Jobs[Name]['made'] | Promise<Jobs[Name]['made']>;
};

/** The other end of a bench: a thread that does one job after the other and tells what became of it. */
export function answerOrders<N extends JobName>(work: Work<N>): void {
  parentPort?.on('message', async ({ name, asked }: Ordered<N>) => {
    const outcome = await outcomeOf(() => work[name](asked as never));
    const bytes = 'made' in outcome ? (outcome.made as { bytes?: unknown }).bytes : undefined;
    parentPort?.postMessage(outcome, bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : []);
  });
}

async function outcomeOf(job: () => unknown): Promise<Outcome> {
  try {
    return { made: await job() };
  } catch (error) {
    if (error instanceof Problem) {
      const { code, values, extra } = error;
      return { refused: { code, values, extra, sentence: wordsOf('problem')(code, values) } };
    }
    const { name, stack } = error instanceof Error ? error : new Error('Not an error.');
    return { failed: { name, stack } };
  }
}
