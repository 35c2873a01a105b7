import { redirect } from 'next/navigation';
import type { Me, Newsroom } from '@/core/newsroom/person';
import type { Call } from '@/db/call';
import { getNewsroom } from '@/db/queries/newsroom';
import type { Store } from '@/db/store';
import { callBy, currentPerson } from './session';
import { theStore } from './store';

/** What a page of the newsroom has to begin with. */
export interface Visit {
  me: Me;
  call: Call;
  store: Store;
  newsroom: Newsroom;
}

/**
 * Who visits the page at `path`. Leads away whoever cannot be let in: to the first visit where there is no newsroom yet, to
 * signing in where nobody is signed in, and from there back here.
 */
export async function visit(path: string): Promise<Visit> {
  const store = await theStore();
  const newsroom = await getNewsroom(store);
  if (newsroom.name === '') redirect('/welcome');
  const me = await currentPerson();
  if (!me) redirect(path === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`);
  return { me, call: callBy(me), store, newsroom };
}
