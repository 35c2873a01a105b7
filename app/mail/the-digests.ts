import { inProcess, takeFromProcess } from '../process/in-process';
import { readSettings } from '../settings';
import { theStore } from '../store';
import { DigestRounds } from './digests';

/** Begins to mail digests, once in this process, where a mail server is set. */
export async function startDigests(): Promise<void> {
  const { mail, origin } = readSettings();
  if (!mail) return;
  const store = await theStore();
  // What speaks SMTP is for those who send mail.
  const { postOf } = await import('./post');
  inProcess('digests', () => {
    const rounds = new DigestRounds({ store, post: postOf(mail), origin });
    rounds.start();
    return rounds;
  });
}

/** Finishes the mail in hand, and sends no more. */
export async function stopDigests(): Promise<void> {
  await takeFromProcess<DigestRounds>('digests')?.stop();
}
