import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { localeOfRequest } from '@/app/locale';
import { visit } from '@/app/visit';
import { Shell } from '@/components/newsroom/Shell';
import { SignOffPage } from '@/components/sign-off/SignOffPage';
import { Problem } from '@/core/problem';
import { wordsOf } from '@/core/words/words';
import { readSignOff } from './read-sign-off';

type Props = PageProps<'/articles/[id]/sign-off'>;

/** The visit and what it finds, read once for the page and its title. */
const read = cache(async (id: string) => {
  const visited = await visit(`/articles/${encodeURIComponent(id)}/sign-off`);
  const { locale } = await localeOfRequest();
  try {
    return { ...visited, data: await readSignOff(visited.store, visited.call, id, locale) };
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'absent') return { ...visited, data: null };
    throw problem;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = await read((await params).id);
  return {
    title: data ? wordsOf('sign-off')('page-title', { title: data.article.title }) : wordsOf('failure')('absent-title'),
  };
}

/** The sign-off of an article. */
export default async function Page({ params }: Props) {
  const { data, me, newsroom, work } = await read((await params).id);
  if (!data) notFound();
  return (
    <Shell me={me} newsroom={newsroom.name} work={work}>
      <SignOffPage key={data.article.id} data={data} me={me} />
    </Shell>
  );
}
