import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Join } from '@/components/newsroom/account/Join';
import { wordsOf } from '@/core/words/words';
import { openInvitation } from '@/db/queries/invitations';
import { getNewsroom } from '@/db/queries/newsroom';
import { hashOfToken } from '../../auth/tokens';
import { currentPerson } from '../../session';
import { theStore } from '../../store';

/** The address holds a secret: it is not told to where one goes from here. */
export const metadata: Metadata = { title: wordsOf('newsroom')('join.go'), referrer: 'no-referrer' };

/** Joining by an invitation. */
export default async function Page({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params;
  const store = await theStore();
  const newsroom = await getNewsroom(store);
  if (newsroom.name === '') redirect('/welcome');
  const [open, me] = await Promise.all([
    openInvitation(store, hashOfToken(token), new Date().toISOString()),
    currentPerson(),
  ]);
  return <Join offer={open && { token, ...open }} newsroom={newsroom.name} me={me?.name ?? null} />;
}
