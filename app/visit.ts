import { redirect } from 'next/navigation';
import { MANY } from '@/core/claim/work';
import type { Me, Newsroom } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { Call } from '@/db/call';
import { dueContacts } from '@/db/queries/contacts';
import { getNewsroom } from '@/db/queries/newsroom';
import { countWork } from '@/db/queries/work';
import type { Store } from '@/db/store';
import { callBy, currentCaller } from './session';
import { theStore } from './store';

/** What a page of the newsroom has to begin with. */
export interface Visit {
  me: Me;
  /** Whether they sign in with a one-time code beside the password. */
  twoFactor: boolean;
  call: Call;
  store: Store;
  newsroom: Newsroom;
  /** How many things wait for them, `MANY` for as many or more; null for who checks nothing. */
  work: number | null;
}

/**
 * Who visits the page at `path`. Leads away whoever cannot be let in: to the first visit where there is no newsroom yet, to
 * signing in where nobody is signed in, to setting one-time codes up where the newsroom asks for them, and from there back here.
 */
export async function visit(path: string): Promise<Visit> {
  const store = await theStore();
  const newsroom = await getNewsroom(store);
  if (newsroom.name === '') redirect('/welcome');
  const caller = await currentCaller();
  const back = path === '/' ? '' : `?to=${encodeURIComponent(path)}`;
  if (!caller) redirect(`/sign-in${back}`);
  if (newsroom.rules.twoFactor && !caller.twoFactor) redirect(`/two-factor${back}`);
  const { person: me, twoFactor } = caller;
  const call = callBy(me);
  const work = may(me.role, 'claim.change') ? await countWaiting(store, call) : null;
  return { me, twoFactor, call, store, newsroom, work };
}

/** What is to be done on articles, and whom it is time to try again. */
async function countWaiting(store: Store, call: Call): Promise<number> {
  const [work, due] = await Promise.all([countWork(store, call), dueContacts(store, call, call.at)]);
  return Math.min(MANY, work + due.length);
}
