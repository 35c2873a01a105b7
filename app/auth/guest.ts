import { Problem } from '@/core/problem';
import type { GuestCall } from '@/db/guest-call';
import { guestOfToken } from '@/db/queries/guests';
import type { Store } from '@/db/store';
import { inProcess } from '../process/in-process';
import { addressOf } from '../process/peer-address';
import { bearerOf } from './caller';
import { type Counts, Pace } from './pace';
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
export function guestCallOf(headers: Headers, store: Store): Promise<GuestCall> {
  return guestCallBy(bearerOf(headers) ?? '', headers, store);
}

/** The same by the token that stands in the address of a page. */
export async function guestCallBy(token: string, headers: Headers, store: Store): Promise<GuestCall> {
  const at = new Date().toISOString();
  const guest = token === '' ? null : await guestOfToken(store, hashOfToken(token), at);
  if (!guest) {
    pace('wrong', WRONG).count(addressOf(headers));
    throw new Problem('absent');
  }
  pace('looks', LOOKS).count(guest.id);
  return { guest, at, newId: () => crypto.randomUUID() };
}

/** Counts an answer of the guest's. Throws `too-many-requests`. */
export function countAnswer({ guest }: GuestCall): void {
  pace('answers', ANSWERS).count(guest.id);
}

/** The counts are the process's, the code is the page's or the route's own: each knows only the `Problem` that it was bundled with. */
function pace(name: string, most: number): Pace {
  return new Pace(
    most,
    Date.now,
    inProcess<Counts>(`guest-${name}`, () => new Map()),
  );
}
