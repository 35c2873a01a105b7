import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Shell } from '@/components/newsroom/Shell';
import { MyWork } from '@/components/work/MyWork';
import { wordsOf } from '@/core/words/words';
import { dueContacts } from '@/db/queries/contacts';
import { listWork } from '@/db/queries/work';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('work')('title') };

/** How many things a page of the list has. */
const ON_A_PAGE = 40;
/** As far as today may reach, whatever the time zone of whoever looks. */
const DAY = 24 * 60 * 60 * 1000;

/** What the person who looks has to do, across articles. */
export default async function Page({ searchParams }: PageProps<'/work'>) {
  const cursor = [(await searchParams).cursor].flat()[0];
  const { me, call, store, newsroom, work } = await visit('/work');
  if (work === null) notFound();
  const until = new Date(Date.parse(call.at) + DAY).toISOString();
  const [{ items, nextCursor }, due] = await Promise.all([
    listWork(store, call, { limit: ON_A_PAGE, cursor: cursor || undefined }),
    cursor ? [] : dueContacts(store, call, until),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <MyWork items={items} due={due} count={work} nextCursor={nextCursor} first={!cursor} />
    </Shell>
  );
}
