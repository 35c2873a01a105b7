import { headers } from 'next/headers';
import { cache } from 'react';
import type { Me } from '@/core/newsroom/person';
import type { Call } from '@/db/call';
import { theAuth } from './auth/auth';
import { type Caller, callerOf } from './auth/caller';
import { theStore } from './store';

/** Who looks at this page, or null. Asked as often as a page likes, it is answered once a request. */
export const currentCaller = cache(async (): Promise<Caller | null> => {
  const [given, store, cookies] = await Promise.all([headers(), theStore(), theAuth()]);
  return callerOf(given, store, cookies);
});

export async function currentPerson(): Promise<Me | null> {
  return (await currentCaller())?.person ?? null;
}

/** A page's call on the queries, by the person who looks at it. */
export function callBy(person: Me): Call {
  return { by: person, at: new Date().toISOString(), newId: () => crypto.randomUUID() };
}
