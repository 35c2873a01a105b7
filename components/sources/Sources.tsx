'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { CheckLinks } from '@/components/evidence/CheckLinks';
import { LinkSign } from '@/components/evidence/LinkSign';
import { Empty } from '@/components/ui/Empty';
import { Icon } from '@/components/ui/Icon';
import { LinkPending } from '@/components/ui/LinkPending';
import { PublishedAt } from '@/components/ui/PublishedAt';
import type { PlainScale } from '@/core/claim/scale';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { SourceFigures } from '@/core/source/figures';
import type { LikelyDouble, ListedSource, Source, SourceClaim } from '@/core/source/source';
import { AtAGlance } from './AtAGlance';
import { FindSource } from './FindSource';
import { iconOfKind } from './kinds';
import { askedFor, isNarrowed, type SourcesView, sourcesAddress } from './looked-for';
import { Narrow } from './Narrow';
import { RestoreSource } from './RestoreSource';
import { SourceDetails } from './SourceDetails';
import '../newsroom/newsroom.css';
import './sources.css';

/** The newsroom's sources, and beside them the one that is open with every claim that stands on it. */
export function Sources({
  me,
  view,
  article,
  items,
  nextCursor,
  open,
  figures,
  scales,
  people,
}: {
  me: Me;
  view: SourcesView;
  /** The article whose sources are shown; null for all. */
  article: { id: string; title: string } | null;
  items: readonly ListedSource[];
  nextCursor: string | null;
  open: { source: Source; claims: readonly SourceClaim[]; doubles: readonly LikelyDouble[] } | null;
  /** What there is among them, for as long as none is open. */
  figures: SourceFigures | null;
  scales: readonly PlainScale[];
  people: readonly { id: string; name: string }[];
}) {
  const words = useTranslations('sources');
  const among = askedFor(view);
  return (
    <div className="sources" data-open={open ? '' : undefined}>
      <div className="sources__list">
        <div className="page__head">
          <h1 className="page__title">{words(article ? 'title-article' : 'title')}</h1>
        </div>
        {article && (
          <p className="sources__article">
            <Link href={`/articles/${encodeURIComponent(article.id)}`} dir="auto">
              {article.title}
            </Link>
            <Link className="link" href={sourcesAddress(view, { article: null, cursor: null, id: null })}>
              {words('narrow.all')}
            </Link>
          </p>
        )}
        <FindSource view={view} />
        <Narrow view={view} />
        {may(me.role, 'link.check') && items.length > 0 && view.only !== 'deleted' && (
          // What was found of some says nothing of others.
          <CheckLinks
            key={new URLSearchParams(among).toString()}
            among={among}
            label={words(view.q || isNarrowed(view) ? 'check-these' : 'check-all')}
          />
        )}
        {items.length === 0 ? (
          <Empty
            level={2}
            title={view.q ? words('none-found', { q: view.q }) : words(isNarrowed(view) ? 'none-like-this' : 'empty')}
          >
            {words(view.q ? 'none-found-text' : isNarrowed(view) ? 'none-like-this-text' : 'empty-text')}
          </Empty>
        ) : (
          <nav aria-label={words('list')}>
            <ul>
              {items.map((source) =>
                source.deletedAt === null ? (
                  <SourceLine key={source.id} source={source} view={view} />
                ) : (
                  <RestoreSource key={source.id} me={me} source={source} />
                ),
              )}
            </ul>
          </nav>
        )}
        {(nextCursor || view.cursor) && (
          <p className="sources__pages">
            {view.cursor && (
              <Link className="button" data-kind="plain" href={sourcesAddress(view, { cursor: null })}>
                {words('pages.first')}
              </Link>
            )}
            {nextCursor && (
              <Link className="button" data-kind="plain" href={sourcesAddress(view, { cursor: nextCursor })}>
                {words('pages.next')}
              </Link>
            )}
          </p>
        )}
      </div>
      {open ? (
        <SourceDetails
          key={open.source.id}
          me={me}
          view={view}
          source={open.source}
          claims={open.claims}
          doubles={open.doubles}
          scales={scales}
          people={people}
        />
      ) : (
        figures && figures.kinds.length > 0 && <AtAGlance figures={figures} view={view} />
      )}
    </div>
  );
}

function SourceLine({ source, view }: { source: ListedSource; view: SourcesView }) {
  const words = useTranslations('sources');
  const current = source.id === view.id;
  return (
    <li>
      <Link
        className="source"
        href={sourcesAddress(view, { id: source.id })}
        scroll={false}
        aria-current={current ? 'true' : undefined}
      >
        <span title={words(`kind.${source.kind}`)}>
          <Icon name={iconOfKind[source.kind]} />
          <span className="sr">{words(`kind.${source.kind}`)}: </span>
        </span>
        <span className="source__what">
          <span className="source__title" dir="auto">
            {source.title}
            <LinkPending />
          </span>
          <span className="source__facts">
            {source.publisher && <span dir="auto">{source.publisher}</span>}
            {source.publishedAt && <PublishedAt date={source.publishedAt} />}
            {source.tier && <span>{words(`tier.${source.tier}`)}</span>}
            {source.standing !== 'sound' && (
              <span className="source__standing" data-standing={source.standing}>
                <Icon name="warning" size={12} />
                {words(`stands.${source.standing}`)}
              </span>
            )}
            <LinkSign source={source} />
            {source.confidential && (
              <span className="source__confidential">
                <Icon name="lock" size={12} />
                {words('confidential')}
              </span>
            )}
          </span>
        </span>
        <span className="source__claims num">{words('claims', { count: source.claims })}</span>
      </Link>
    </li>
  );
}
