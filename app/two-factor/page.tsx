import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { returnTo } from '@/components/newsroom/return-to';
import { TwoFactorNeeded } from '@/components/newsroom/two-factor/TwoFactorNeeded';
import { wordsOf } from '@/core/words/words';
import { currentCaller } from '../session';

export const metadata: Metadata = { title: wordsOf('newsroom')('two-factor.needed-title') };

/** Setting one-time codes up, where the newsroom asks for them; whoever has them goes on. */
export default async function Page({ searchParams }: PageProps<'/two-factor'>) {
  const { to } = await searchParams;
  const asked = [to].flat()[0] ?? null;
  const caller = await currentCaller();
  if (!caller) redirect('/sign-in');
  if (caller.twoFactor) redirect(returnTo(asked));
  return <TwoFactorNeeded to={asked} />;
}
