'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { CheckLinks } from '@/components/evidence/CheckLinks';
import { LinkSign } from '@/components/evidence/LinkSign';
import type { SignOffData } from './sign-off-data';

/** What became of the links of the article's sources, and, for an editor, the way to look at all of them again. */
export function Links({ data: { article, links }, mayCheck }: { data: SignOffData; mayCheck: boolean }) {
  const words = useTranslations('sign-off.links');
  if (links.count === 0) return null;
  return (
    <section className="section" aria-labelledby="links">
      <h2 id="links">{words('head')}</h2>
      <p className="links__state">
        {links.bad.length > 0
          ? words('bad', { count: links.bad.length, all: links.count })
          : links.unasked > 0
            ? words('unasked', { count: links.unasked, all: links.count })
            : words('good', { all: links.count })}{' '}
        <Link className="link" href={`/sources?${new URLSearchParams({ article: article.id })}`}>
          {words('all')}
        </Link>
      </p>
      {links.bad.length > 0 && (
        <ul className="links__bad">
          {links.bad.map((source) => (
            <li key={source.id}>
              <Link href={`/sources?${new URLSearchParams({ article: article.id, id: source.id })}`} dir="auto">
                {source.title}
              </Link>
              <LinkSign source={source} />
            </li>
          ))}
        </ul>
      )}
      {mayCheck && <CheckLinks among={{ article: article.id }} label={words('check', { count: links.count })} />}
    </section>
  );
}
