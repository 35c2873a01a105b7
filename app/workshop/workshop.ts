import path from 'node:path';
import { inProcess, takeFromProcess } from '../process/in-process';
import { Bench } from './bench';
import type { JobName, Jobs } from './jobs';

/**
 * Where work is done that takes long or that a stranger's file could make take long, in threads of their own: requests are
 * answered all the while.
 */
interface Workshop {
  /** For what strangers wrote: little time, little memory. */
  readonly reading: Bench;
  /** For reports, of our own data: a long one may take its time. */
  readonly writing: Bench;
}

/** What reading a file may take: more than the largest article needs, and no more than a desk can spare. */
const READING_MEMORY = 160;
const READING_TIME = 4500;
/** What a report may take: far more than one of 5,000 claims needs. */
const WRITING_MEMORY = 1024;
const WRITING_TIME = 120_000;

/** Reads in the workshop. Throws what the job throws, and `too-demanding`. */
export function readApart<N extends Exclude<JobName, 'write' | 'verify-audit'>>(
  name: N,
  asked: Jobs[N]['asked'],
  signal?: AbortSignal,
): Promise<Jobs[N]['made']> {
  return theWorkshop().reading.do(name, asked, READING_TIME, signal);
}

/** Writes a report in the workshop. Throws `absent`, `too-demanding`, and the signal's reason when nobody waits any more. */
export function writeApart(asked: Jobs['write']['asked'], signal?: AbortSignal): Promise<Jobs['write']['made']> {
  return theWorkshop().writing.do('write', asked, WRITING_TIME, signal);
}

/** Ends the threads; what they were doing is refused. */
export async function closeWorkshop(): Promise<void> {
  const open = takeFromProcess<Workshop>('workshop');
  await Promise.all([open?.reading.close(), open?.writing.close()]);
}

function theWorkshop(): Workshop {
  return inProcess('workshop', () => {
    const built = (name: string) => path.join(/* turbopackIgnore: true */ process.cwd(), '.next', 'workshop', name);
    return {
      reading: new Bench(built('reading.mjs'), READING_MEMORY),
      writing: new Bench(built('writing.mjs'), WRITING_MEMORY),
    };
  });
}
