import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BinnedArticle, Desk } from '@/components/desk/Desk';
import type { DeskData } from '@/components/desk/state/desk-store';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { getArticle } from '@/db/queries/articles';
import { listClaims } from '@/db/queries/claims';
import { lastEventId } from '@/db/queries/events';
import { listGuests } from '@/db/queries/guests';
import { getNewsroom } from '@/db/queries/newsroom';
import { openArticle } from '@/db/queries/open-article';
import { listPeople } from '@/db/queries/people';
import { plainScales } from '@/db/queries/scales';
import type { Store } from '@/db/store';
import { visit } from '../../visit';

type Props = PageProps<'/articles/[id]'>;

/** The visit and what it finds, read once for the page and its title. */
const read = cache(async (id: string) => {
  const visited = await visit(`/articles/${encodeURIComponent(id)}`);
  return { ...visited, data: await deskData(visited.store, visited.call, id) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = await read((await params).id);
  return { title: data?.article.title ?? wordsOf('failure')('absent-title') };
}

/** The desk. */
export default async function Page({ params }: Props) {
  const { id } = await params;
  const { data, me, store, call } = await read(id);
  // Keyed by the article: going from one desk to another makes a new one.
  if (data) return <Desk key={id} data={data} />;
  const binned = may(me.role, 'article.delete') && (await orNull(openArticle(store.read, call, id, { deleted: true })));
  if (!binned) notFound();
  return <BinnedArticle id={id} title={binned.title} />;
}

/** Everything that the desk opens with; null where the article is not there, is in the bin, or is not this person's to see. */
async function deskData(store: Store, call: Call, id: string): Promise<DeskData | null> {
  const since = await lastEventId(store);
  const article = await orNull(getArticle(store, call, id));
  if (!article) return null;
  const [claims, scales, people, { rules }, guests] = await Promise.all([
    listClaims(store, call, id),
    plainScales(store),
    listPeople(store, call),
    getNewsroom(store),
    may(call.by.role, 'guest.list') ? listGuests(store, call, id) : null,
  ]);
  // ProseMirror's attributes have no prototype, and React hands only plain objects to the client.
  const doc = JSON.parse(JSON.stringify(article.doc));
  // What an open claim's words repeat is found by the desk itself, so that hundreds of claims do not carry it along.
  const light = claims.items.map((claim) => ({ ...claim, repeats: [] }));
  return {
    article: { ...article, doc },
    claims: light,
    scales,
    people: people.items,
    guests: guests?.items ?? [],
    rules,
    me: call.by,
    since,
  };
}

async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'absent') return null;
    throw problem;
  }
}
