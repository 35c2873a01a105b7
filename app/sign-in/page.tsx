import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignIn } from '@/components/newsroom/account/SignIn';
import { returnTo } from '@/components/newsroom/return-to';
import { wordsOf } from '@/core/words/words';
import { getNewsroom } from '@/db/queries/newsroom';
import { currentPerson } from '../session';
import { theStore } from '../store';

export const metadata: Metadata = { title: wordsOf('newsroom')('sign-in.title') };

/** Signing in; whoever is signed in already goes on. */
export default async function Page({ searchParams }: PageProps<'/sign-in'>) {
  const { to } = await searchParams;
  const asked = [to].flat()[0] ?? null;
  if ((await getNewsroom(await theStore())).name === '') redirect('/welcome');
  if (await currentPerson()) redirect(returnTo(asked));
  return <SignIn to={asked} />;
}
