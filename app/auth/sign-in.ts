import { isAPIError } from 'better-auth/api';
import type { ChangePassword, SignIn } from '@/core/newsroom/person';
import { Problem, type ProblemCode } from '@/core/problem';
import { apiHeaders } from '../api/problem-response';
import { inProcess } from '../process/in-process';
import { addressOf } from '../process/peer-address';
import type { SignedCookies } from './auth';
import { Throttle } from './throttle';

/** Signs somebody in, unless this account was tried in vain too often from this address. */
export async function signIn(cookies: SignedCookies, body: SignIn, headers: Headers): Promise<Response> {
  return tryPassword(body.email, headers, () => sessionFor(cookies, body, headers));
}

/** Asks better-auth what a password decides, unless this account was tried in vain too often from this address. */
export function tryPassword(
  email: string,
  headers: Headers,
  ask: () => Promise<{ headers: Headers; response: unknown }>,
): Promise<Response> {
  const throttle = inProcess('throttle', () => new Throttle());
  return throttle.attempt(
    email.toLowerCase(),
    addressOf(headers),
    () => withCookies(ask),
    (error) => error instanceof Problem && error.code === 'credentials-wrong',
  );
}

/** Checks the password and makes a session: better-auth's answer, with its cookie. Throws `credentials-wrong` or `person-inactive`. */
export async function startSession(cookies: SignedCookies, body: SignIn, headers: Headers): Promise<Response> {
  return withCookies(() => sessionFor(cookies, body, headers));
}

function sessionFor({ auth }: SignedCookies, body: SignIn, headers: Headers) {
  return auth.api.signInEmail({ body, headers, returnHeaders: true });
}

/**
 * Gives the signed-in person another password. Every session of theirs ends, and one begins anew for the browser that asked. The
 * present password is asked for, and wrong ones count as wrong sign-ins.
 */
export async function changePassword(
  cookies: SignedCookies,
  email: string,
  { currentPassword, newPassword }: ChangePassword,
  headers: Headers,
): Promise<Response> {
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  return tryPassword(email, headers, () => cookies.auth.api.changePassword({ body, headers, returnHeaders: true }));
}

/** better-auth's answer with the cookies that it sets; its refusals as ours. */
export async function withCookies(ask: () => Promise<{ headers: Headers; response: unknown }>): Promise<Response> {
  let answered: { headers: Headers; response: unknown };
  try {
    answered = await ask();
  } catch (error) {
    throw problemOf(error);
  }
  const headers = new Headers({ ...apiHeaders, 'Content-Type': 'application/json' });
  for (const cookie of answered.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
  return new Response(JSON.stringify(answered.response ?? null), { headers });
}

/** better-auth's refusals of one-time codes, as ours. */
const codes: Readonly<Record<string, ProblemCode>> = {
  INVALID_CODE: 'code-wrong',
  INVALID_BACKUP_CODE: 'code-wrong',
  CODE_USED: 'code-used',
  INVALID_TWO_FACTOR_COOKIE: 'code-late',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'code-late',
  ACCOUNT_TEMPORARILY_LOCKED: 'code-locked',
};

function problemOf(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  if (error.body?.code === 'person-inactive') return new Problem('person-inactive');
  const code = codes[error.body?.code ?? ''];
  if (code) return new Problem(code);
  if (error.body?.code === 'INVALID_PASSWORD') return new Problem('credentials-wrong');
  if (error.statusCode === 401 || error.body?.code === 'INVALID_EMAIL') return new Problem('credentials-wrong');
  if (error.statusCode < 500) return new Problem('malformed', { reason: error.body?.message ?? '' });
  return error;
}
