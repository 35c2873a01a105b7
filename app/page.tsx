import type { Metadata } from 'next';
import { ArticleList } from '@/components/articles/ArticleList';
import { addressOf, viewOf } from '@/components/articles/list/listed';
import { Shell } from '@/components/newsroom/Shell';
import { wordsOf } from '@/core/words/words';
import { articleBoard } from '@/db/queries/article-board';
import { listPeople } from '@/db/queries/people';
import { plainScales } from '@/db/queries/scales';
import { visit } from './visit';

export const metadata: Metadata = { title: wordsOf('articles')('title') };

/** How many articles a page of the list has. */
const ON_A_PAGE = 25;

/** The list of articles. */
export default async function Page({ searchParams }: PageProps<'/'>) {
  const view = viewOf(await searchParams);
  const { me, call, store, newsroom, work } = await visit(addressOf(view, { cursor: view.cursor }));
  const [board, scales, people] = await Promise.all([
    articleBoard(store, call, { ...view, limit: ON_A_PAGE }),
    plainScales(store),
    listPeople(store, call, {}),
  ]);
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <ArticleList
        {...board}
        me={me}
        view={view}
        scales={scales}
        defaultScale={newsroom.rules.defaultScale}
        names={Object.fromEntries(people.items.map(({ id, name }) => [id, name]))}
      />
    </Shell>
  );
}
