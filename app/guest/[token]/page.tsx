import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { GuestPage } from '@/components/guest/GuestPage';
import { TooManyTries } from '@/components/guest/TooManyTries';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import { seeGuest } from '@/db/changes/see-guest';
import { guestView } from '@/db/queries/guest-view';
import { guestCallBy } from '../../auth/guest';
import { currentPerson } from '../../session';
import { theStore } from '../../store';

/** The address holds a secret: it is not told to where one goes from here, and no search engine keeps it. */
export const metadata: Metadata = {
  title: wordsOf('guest')('title'),
  referrer: 'no-referrer',
  robots: { index: false, follow: false, noarchive: true, nocache: true },
};

/** The guest's view by the token; the problem where the link opens nothing, or it is asked too often. */
async function open(token: string) {
  const [store, given] = await Promise.all([theStore(), headers()]);
  try {
    const call = await guestCallBy(token, given, store);
    return { store, call, view: await guestView(store, call) };
  } catch (problem) {
    if (problem instanceof Problem && ['absent', 'too-many-requests'].includes(problem.code)) return problem;
    throw problem;
  }
}

/** What a guest's link opens. Somebody of the newsroom sees it as the guest does, and neither answers nor counts as having used it. */
export default async function Page({ params }: PageProps<'/guest/[token]'>) {
  const { token } = await params;
  const opened = await open(token);
  if (opened instanceof Problem) {
    if (opened.code === 'absent') notFound();
    return <TooManyTries seconds={Number(opened.values.seconds)} />;
  }
  const looksIn = (await currentPerson()) !== null;
  if (!looksIn) await seeGuest(opened.store, opened.call);
  // ProseMirror's attributes have no prototype, and React hands only plain objects to the client.
  const view = JSON.parse(JSON.stringify(opened.view));
  return <GuestPage token={looksIn ? null : token} opened={view} />;
}
