import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Agreement } from '@/components/newsroom/agreement/Agreement';
import { Shell } from '@/components/newsroom/Shell';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { agreementOfArticle, agreementOfNewsroom } from '@/db/queries/agreement';
import { openArticle } from '@/db/queries/open-article';
import { listPeople } from '@/db/queries/people';
import type { Store } from '@/db/store';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('newsroom')('agreement.title') };

/** How well the checkers agree, in all articles or in the one that the address names. */
export default async function Page({ searchParams }: PageProps<'/agreement'>) {
  const { article: asked } = await searchParams;
  const id = typeof asked === 'string' && asked !== '' ? asked : null;
  const { me, call, store, newsroom, work } = await visit(
    id === null ? '/agreement' : `/agreement?article=${encodeURIComponent(id)}`,
  );
  if (!may(me.role, 'agreement.read')) notFound();
  const people = await listPeople(store, call, {});
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <Agreement
        {...(await read(store, call, id))}
        names={Object.fromEntries(people.items.map((person) => [person.id, person.name]))}
      />
    </Shell>
  );
}

async function read(store: Store, call: Call, id: string | null) {
  if (id === null) return { figures: await agreementOfNewsroom(store, call), article: null };
  try {
    const { title } = await openArticle(store.read, call, id);
    return { figures: await agreementOfArticle(store, call, id), article: title };
  } catch (error) {
    if (error instanceof Problem && error.code === 'absent') notFound();
    throw error;
  }
}
