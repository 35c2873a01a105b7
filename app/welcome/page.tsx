import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Welcome } from '@/components/newsroom/account/Welcome';
import { wordsOf } from '@/core/words/words';
import { getNewsroom } from '@/db/queries/newsroom';
import { theStore } from '../store';

export const metadata: Metadata = { title: wordsOf('newsroom')('welcome.title') };

/** The first visit; once there is a newsroom it is over. */
export default async function Page() {
  if ((await getNewsroom(await theStore())).name !== '') redirect('/');
  return <Welcome />;
}
