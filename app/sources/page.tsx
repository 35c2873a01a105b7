import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Shell } from '@/components/newsroom/Shell';
import { sourcesAddress, sourcesViewOf } from '@/components/sources/looked-for';
import { Sources } from '@/components/sources/Sources';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { listScales } from '@/db/queries/scales';
import { getSource, listSources, sourceClaims } from '@/db/queries/sources';
import type { Store } from '@/db/store';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('sources')('title') };

/** How many sources a page of the list has. */
const ON_A_PAGE = 60;

/** The newsroom's sources, and the one that the address names. */
export default async function Page({ searchParams }: PageProps<'/sources'>) {
  const view = sourcesViewOf(await searchParams);
  const { me, call, store, newsroom, work } = await visit(sourcesAddress(view));
  const [list, open, scales] = await Promise.all([
    listSources(store, call, { q: view.q, cursor: view.cursor ?? undefined, limit: ON_A_PAGE }),
    view.id ? openSource(store, call, view.id) : null,
    listScales(store, call),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <Sources me={me} view={view} items={list.items} nextCursor={list.nextCursor} open={open} scales={scales} />
    </Shell>
  );
}

async function openSource(store: Store, call: Call, id: string) {
  try {
    return { source: await getSource(store, call, id), claims: await sourceClaims(store, call, id) };
  } catch (error) {
    if (error instanceof Problem && error.code === 'absent') notFound();
    throw error;
  }
}
