'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Icon } from '@/components/ui/Icon';
import { LinkPending } from '@/components/ui/LinkPending';
import { StatusBars } from '@/components/ui/StatusBars';
import { Time } from '@/components/ui/Time';
import { barsOf, judgedClaims, openClaims, stageOf } from '@/core/article/stage';
import type { Verdict } from '@/core/claim/scale';
import { Deadline } from './Deadline';
import type { ListedArticle } from './listed';
import { RowMenu } from './RowMenu';
import { VerdictBar } from './VerdictBar';

/** How many faces a row shows before it counts. */
const FACES = 3;

/** One article of the list. Its title is the link, and the whole row is where it may be pressed. */
export function ArticleRow({
  article,
  verdicts,
  names,
  mayChange,
  me,
  unsent,
}: {
  article: ListedArticle;
  verdicts: readonly Verdict[];
  names: Readonly<Record<string, string>>;
  mayChange: boolean;
  /** Who looks at the list. */
  me: string;
  /** How many changes to it wait in this browser to be sent. */
  unsent: number;
}) {
  const words = useTranslations('articles');
  const stage = stageOf(article);
  const { claims, stale, orphaned } = article.progress;
  const open = openClaims(article);
  return (
    <li className="listed">
      <div className="listed__title">
        <h2 lang={article.language}>
          {article.deletedAt ? (
            <bdi>{article.title}</bdi>
          ) : (
            <Link className="listed__link" dir="auto" href={`/articles/${article.id}`}>
              {article.title}
              <LinkPending />
            </Link>
          )}
        </h2>
        <p>
          <span className="listed__origin">{article.origin ?? words('row.pasted')}</span>
          {article.assigneeId !== null && (
            <span className="listed__fact">
              <Icon name="person" size={12} />
              {words('row.answers', { person: names[article.assigneeId] ?? words('row.someone') })}
            </span>
          )}
          {article.access.kind === 'restricted' && (
            <span className="listed__fact">
              <Icon name="lock" size={12} />
              {words('row.restricted')}
            </span>
          )}
          <span>
            {words.rich(article.deletedAt ? 'row.deleted' : 'row.active', {
              when: () => <Time at={article.deletedAt ?? article.updatedAt} show="ago" />,
            })}
          </span>
          {stale > 0 && (
            <span className="listed__fact">
              <Icon name="turn" size={12} />
              {words('row.stale', { count: stale })}
            </span>
          )}
          {unsent > 0 && (
            <span className="listed__fact listed__unsent">
              <Icon name="warning" size={12} />
              {words('row.unsent', { count: unsent })}
            </span>
          )}
          {orphaned > 0 && <span className="listed__fact">{words('row.orphaned', { count: orphaned })}</span>}
        </p>
      </div>
      <div className="listed__status">
        <span className="sr">{words('columns.status')}: </span>
        <StatusBars n={barsOf[stage]} label={words(`stage.${stage}`)} />
      </div>
      <Deadline article={article} />
      <div className="listed__progress">
        <VerdictBar article={article} verdicts={verdicts} />
      </div>
      <p className="listed__judged num" title={words('columns.judged')}>
        {claims > 0 && (
          <>
            <b aria-hidden="true">{judgedClaims(article, verdicts)}</b>
            <span aria-hidden="true"> {words('row.of', { total: claims })}</span>
            <span className="sr">
              {words('row.judged', { judged: judgedClaims(article, verdicts), total: claims })}
            </span>
          </>
        )}
      </p>
      <p className="listed__open num">
        {claims === 0 ? null : open > 0 ? (
          <>
            <b>{open}</b> {words('row.open')}
          </>
        ) : (
          <span>{words('row.none-open')}</span>
        )}
      </p>
      <div className="listed__people avatars">
        {article.people.slice(0, FACES).map((id) => (
          <Avatar key={id} id={id} name={names[id] ?? null} size={24} />
        ))}
        {article.people.length === 0 && <Avatar id={null} name={null} size={24} title={words('row.nobody')} />}
        {article.people.length > FACES && (
          <span className="listed__more" title={words('row.more-people', { count: article.people.length - FACES })}>
            +{article.people.length - FACES}
          </span>
        )}
      </div>
      {mayChange && (
        <div className="listed__menu">
          <RowMenu article={article} me={me} />
        </div>
      )}
    </li>
  );
}
