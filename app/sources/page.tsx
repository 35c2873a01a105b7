import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Shell } from '@/components/newsroom/Shell';
import { type SourcesView, sourcesAddress, sourcesViewOf } from '@/components/sources/looked-for';
import { Sources } from '@/components/sources/Sources';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import type { Call } from '@/db/call';
import { likelyDoubles } from '@/db/queries/doubles';
import { openArticle } from '@/db/queries/open-article';
import { listPeople } from '@/db/queries/people';
import { plainScales } from '@/db/queries/scales';
import { getSource, listSources, type SourceQuery, sourceClaims, sourceFigures } from '@/db/queries/sources';
import type { Store } from '@/db/store';
import { visit } from '../visit';

export const metadata: Metadata = { title: wordsOf('sources')('title') };

/** How many sources a page of the list has. */
const ON_A_PAGE = 60;

/** The newsroom's sources, and the one that the address names. */
export default async function Page({ searchParams }: PageProps<'/sources'>) {
  const view = sourcesViewOf(await searchParams);
  const { me, call, store, newsroom, work } = await visit(sourcesAddress(view));
  const article = view.article === null ? null : await articleOf(store, call, view.article);
  const [list, open, figures, scales, { items: people }] = await Promise.all([
    listSources(store, call, { ...queryOf(view), cursor: view.cursor ?? undefined, limit: ON_A_PAGE }),
    view.id ? openSource(store, call, view.id) : null,
    view.id ? null : sourceFigures(store, call, view.article ?? undefined),
    plainScales(store),
    listPeople(store, call),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <Sources
        me={me}
        view={view}
        article={article}
        items={list.items}
        nextCursor={list.nextCursor}
        open={open}
        figures={figures}
        scales={scales}
        people={people.map(({ id, name }) => ({ id, name }))}
      />
    </Shell>
  );
}

function queryOf({ q, kind, tier, standing, link, only, article, order }: SourcesView): SourceQuery {
  return {
    q,
    order,
    kind: kind || undefined,
    tier: tier === 'none' ? null : tier || undefined,
    standing: standing || undefined,
    link: link || undefined,
    article: article ?? undefined,
    confidential: only === 'confidential' || undefined,
    unused: only === 'unused',
    deleted: only === 'deleted',
  };
}

async function articleOf(store: Store, call: Call, id: string): Promise<{ id: string; title: string }> {
  try {
    return { id, title: (await openArticle(store.read, call, id)).title };
  } catch (error) {
    if (error instanceof Problem && error.code === 'absent') notFound();
    throw error;
  }
}

async function openSource(store: Store, call: Call, id: string) {
  try {
    // The id of a double leads to the source that it was merged into.
    const source = await getSource(store, call, id);
    const claims = await sourceClaims(store, call, source.id);
    return { source, claims, doubles: await likelyDoubles(store, call, source.id) };
  } catch (error) {
    if (error instanceof Problem && error.code === 'absent') notFound();
    throw error;
  }
}
