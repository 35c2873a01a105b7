import { Problem } from '@/core/problem';
import type { GuestCall } from '@/db/guest-call';
import { guestOfToken } from '@/db/queries/guests';
import type { Store } from '@/db/store';
import { inProcess } from '../process/in-process';
import { addressOf } from '../process/peer-address';
import { bearerOf } from './caller';
import { Pace } from './pace';
import { hashOfToken } from './tokens';

/**
 * How often a guest may do what in ten minutes, and how many links that open nothing may be tried from one address. The page looks
 * again when it is seen again; nobody writes thirty answers.
 */
const LOOKS = 300;
const ANSWERS = 30;
const WRONG = 30;

/**
 * A guest's call by the token in the request. Throws `absent`, the same for a link that never was, is revoked or at its end, or whose
 * article is closed to guests; and `too-many-requests`, which counts what opens nothing by address: a guest whose link is right is let
 * in from wherever others guess.
 */
export async function guestCallOf(headers: Headers, store: Store): Promise<GuestCall> {
  const call = await guestCallBy(bearerOf(headers) ?? '', store);
  if (call) return call;
  pace('wrong', WRONG).count(addressOf(headers));
  throw new Problem('absent');
}

/** The same by the token itself; null where the link does not stand. */
export async function guestCallBy(token: string, store: Store): Promise<GuestCall | null> {
  const at = new Date().toISOString();
  const guest = token === '' ? null : await guestOfToken(store, hashOfToken(token), at);
  if (!guest) return null;
  pace('looks', LOOKS).count(guest.id);
  return { guest, at, newId: () => crypto.randomUUID() };
}

/** Counts an answer of the guest's. Throws `too-many-requests`. */
export function countAnswer({ guest }: GuestCall): void {
  pace('answers', ANSWERS).count(guest.id);
}

function pace(name: string, most: number): Pace {
  return inProcess(`guest-${name}`, () => new Pace(most));
}
