'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import { LinkPending } from '@/components/ui/LinkPending';
import { Menu } from '@/components/ui/Menu';
import type { PlainScale, Verdict } from '@/core/claim/scale';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { ImportBar } from './import/ImportBar';
import { ArticleRow } from './list/ArticleRow';
import { FindArticle } from './list/FindArticle';
import { addressOf, type ListedArticle, orders, type Tab, tabs, type View } from './list/listed';
import { NothingHere } from './list/NothingHere';
import { useUnsent } from './list/use-unsent';
import './articles.css';

export interface ArticleListProps {
  me: Me;
  view: View;
  items: readonly ListedArticle[];
  nextCursor: string | null;
  counts: Readonly<Record<Tab, number>>;
  scales: readonly PlainScale[];
  /** The scale that a new article begins with. */
  defaultScale: string;
  /** People's names by id. */
  names: Readonly<Record<string, string>>;
}

/** The front page: what is to be checked, what is due first, and the way to bring in more. */
export function ArticleList(props: ArticleListProps) {
  const { me, view, items, counts, scales, defaultScale } = props;
  const words = useTranslations('articles');
  const mayCreate = may(me.role, 'article.create');
  const bare = view.q === '' && Object.values(counts).every((count) => count === 0);
  return (
    <>
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
        {!bare && <ListTabs view={view} counts={counts} />}
        <span className="fill" />
        {!bare && <FindArticle view={view} />}
        {!bare && <OrderMenu view={view} />}
      </div>
      {mayCreate && !bare && <ImportBar scales={scales} defaultScale={defaultScale} />}
      {items.length === 0 ? (
        <NothingHere view={view} bare={bare}>
          {mayCreate && bare && <ImportBar scales={scales} defaultScale={defaultScale} big />}
        </NothingHere>
      ) : (
        <Rows {...props} />
      )}
    </>
  );
}

/** Lists that are shown while something is in them. */
const seldom: readonly Tab[] = ['late', 'archived'];

function ListTabs({ view, counts }: { view: View; counts: Readonly<Record<Tab, number>> }) {
  const words = useTranslations('articles.tabs');
  return (
    <nav className="tabs list-tabs" aria-label={words('label')}>
      {tabs
        .filter((tab) => !seldom.includes(tab) || counts[tab] > 0 || view.tab === tab)
        .map((tab) => (
          <Link
            key={tab}
            className="tabs__tab"
            href={addressOf(view, { tab })}
            aria-current={tab === view.tab ? 'page' : undefined}
          >
            {words(tab)} <span className="num">{counts[tab]}</span>
            <LinkPending />
          </Link>
        ))}
    </nav>
  );
}

function OrderMenu({ view }: { view: View }) {
  const words = useTranslations('articles.sort');
  const router = useRouter();
  return (
    <Menu
      label={words('label')}
      button={{
        kind: 'quiet',
        icon: 'down',
        children: words(view.order),
        'aria-label': `${words('label')}: ${words(view.order)}`,
      }}
      items={orders.map((order) => ({
        id: order,
        label: words(order),
        checked: order === view.order,
        onSelect: () => router.push(addressOf(view, { order })),
      }))}
    />
  );
}

function Rows({ me, view, items, nextCursor, scales, names }: ArticleListProps) {
  const words = useTranslations('articles');
  const verdictsOf = new Map(scales.map((scale) => [scale.id, scale.verdicts]));
  const mayChange = may(me.role, 'article.change');
  const unsent = useUnsent(me.id);
  return (
    <>
      <div className="rows">
        <div className="rows__head" aria-hidden="true">
          <span>{words('columns.title')}</span>
          <span>{words('columns.status')}</span>
          <span>{words('columns.deadline')}</span>
          <span>{words('columns.verdicts')}</span>
          <span>{words('columns.judged')}</span>
          <span>{words('columns.claims')}</span>
          <span>{words('columns.people')}</span>
        </div>
        <ul>
          {items.map((article) => (
            <ArticleRow
              key={article.id}
              article={article}
              verdicts={verdictsOf.get(article.scale) ?? []}
              names={names}
              mayChange={mayChange}
              me={me.id}
              unsent={unsent.get(article.id) ?? 0}
            />
          ))}
        </ul>
      </div>
      <Legend items={items} scales={scales} />
      {(nextCursor || view.cursor) && (
        <nav className="list-pages">
          {view.cursor && (
            <Link className="button" data-kind="plain" href={addressOf(view)}>
              {words('pages.first')}
            </Link>
          )}
          {nextCursor && (
            <Link className="button" data-kind="plain" href={addressOf(view, { cursor: nextCursor })}>
              {words('pages.next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

/** The marks that stand in the rows above, each told once; the same word with another mark, from another scale, is told too. */
function Legend({ items, scales }: { items: readonly ListedArticle[]; scales: readonly PlainScale[] }) {
  const words = useTranslations('articles.legend');
  const shown = new Map<string, Verdict>();
  for (const scale of scales) {
    const ofScale = items.filter((article) => article.scale === scale.id);
    for (const verdict of scale.verdicts)
      if (ofScale.some(({ progress }) => progress.byVerdict[verdict.key]))
        shown.set(`${verdict.label} ${verdict.glyph} ${verdict.colour}`, verdict);
  }
  const without = items.some(({ progress }) => (progress.byVerdict[''] ?? 0) > 0);
  if (shown.size === 0 && !without) return null;
  return (
    <ul className="legend" aria-label={words('label')}>
      {[...shown].map(([key, verdict]) => (
        <li key={key}>
          <Glyph name={verdict.glyph} colour={verdict.colour} size={12} />
          {verdict.label}
        </li>
      ))}
      {without && (
        <li>
          <span className="legend__hollow" />
          {words('none')}
        </li>
      )}
    </ul>
  );
}
