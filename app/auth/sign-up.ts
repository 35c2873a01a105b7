import { hashPassword } from 'better-auth/crypto';
import type { SignUp } from '@/core/newsroom/person';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { admitPerson } from '@/db/changes/admit-person';
import { openInvitation } from '@/db/queries/invitations';
import { getNewsroom } from '@/db/queries/newsroom';
import type { Store } from '@/db/store';
import { log, traceOf } from '../log';
import type { SignedCookies } from './auth';
import { startSession } from './sign-in';
import { hashOfToken } from './tokens';

/**
 * Lets somebody in and signs them in. better-auth's own sign-up writes the person, the password and the session in three commits
 * and knows no invitations: a crash between them would leave a newsroom that nobody can enter. So the person is admitted in one
 * transaction of ours, hashed and signed in by better-auth. Answers its `{token, user}` and the session's cookie.
 */
export async function signUp(store: Store, cookies: SignedCookies, body: SignUp, headers: Headers): Promise<Response> {
  const { name, password, newsroom, invitation } = body;
  const email = body.email.toLowerCase();
  const clock = { at: new Date().toISOString(), newId: () => crypto.randomUUID() };
  const invitationHash = invitation === undefined ? null : hashOfToken(invitation);
  // Asked before the password is hashed, so that uninvited callers cost no more than a look.
  await mayComeIn(store, invitationHash, email, clock.at);
  const { me, founded } = await admitPerson(store, clock, {
    name,
    email,
    password: await hashPassword(password),
    newsroom: newsroom ?? wordsOf('newsroom')('unnamed'),
    invitationHash,
  });
  if (founded && cookies.settings.sample) await leaveSample(store, { ...clock, by: me });
  return startSession(cookies, { email, password }, headers);
}

/** Puts the sample article in front of the founder. A newsroom without it is a newsroom still. */
async function leaveSample(store: Store, call: Call): Promise<void> {
  try {
    // Loaded here since it is used once in the life of a newsroom.
    const { makeSample } = await import('@/db/sample/make-sample');
    await makeSample(store, call);
  } catch (failure) {
    log().error({ sample: traceOf(failure) });
  }
}

async function mayComeIn(store: Store, hash: string | null, email: string, at: string): Promise<void> {
  if ((await getNewsroom(store)).name === '') return;
  const invitation = hash === null ? null : await openInvitation(store, hash, at);
  if (!invitation) throw new Problem('invitation-needed');
  if (invitation.email !== null && invitation.email !== email) throw new Problem('invitation-other-email');
}
