import type { Call } from '@/db/call';
import { tellTwoFactor } from '@/db/changes/tell-two-factor';
import type { Store } from '@/db/store';
import type { SignedCookies } from './auth';
import { tryPassword, withCookies } from './sign-in';

/**
 * One-time codes beside the password (TOTP, RFC 6238), better-auth's own. Each of these asks for the password, whose wrong tries
 * count as wrong sign-ins, or for a code.
 */

/** Makes a secret and codes for when the device is lost; both are told this once, and count from the first right code on. */
export function beginTwoFactor(
  { auth }: SignedCookies,
  email: string,
  password: string,
  headers: Headers,
): Promise<Response> {
  const body = { password };
  return tryPassword(email, headers, () => auth.api.enableTwoFactor({ body, headers, returnHeaders: true }));
}

/**
 * Takes a code: of somebody who is signing in, who then has a session; or of somebody signed in who is setting codes up, which
 * then are asked for. `call` is null for the first.
 */
export async function takeCode(
  store: Store,
  { auth }: SignedCookies,
  call: Call | null,
  code: string,
  headers: Headers,
): Promise<Response> {
  const answered = await withCookies(() => auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  if (call) await tellTwoFactor(store, call, call.by.id, true);
  return answered;
}

/** Takes one of the codes for when the device is lost, which is then used up, and signs in. */
export function takeBackupCode({ auth }: SignedCookies, code: string, headers: Headers): Promise<Response> {
  return withCookies(() => auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }));
}

/** Makes other codes for when the device is lost; those before are void. */
export function renewBackupCodes(
  { auth }: SignedCookies,
  email: string,
  password: string,
  headers: Headers,
): Promise<Response> {
  const body = { password };
  return tryPassword(email, headers, () => auth.api.generateBackupCodes({ body, headers, returnHeaders: true }));
}

/** Asks for no codes any more. */
export async function endTwoFactor(
  store: Store,
  { auth }: SignedCookies,
  call: Call,
  password: string,
  headers: Headers,
): Promise<Response> {
  const body = { password };
  const answered = await tryPassword(call.by.email, headers, () =>
    auth.api.disableTwoFactor({ body, headers, returnHeaders: true }),
  );
  await tellTwoFactor(store, call, call.by.id, false);
  return answered;
}
