'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Icon, type IconName } from '@/components/ui/Icon';
import { LinkPending } from '@/components/ui/LinkPending';
import { Time } from '@/components/ui/Time';
import type { WorkItem, WorkKind } from '@/core/claim/work';
import { useDue } from './use-due';

const iconOf: Record<WorkKind, IconName> = {
  claim: 'search',
  returned: 'undo',
  'second-check': 'people',
  query: 'comment',
  article: 'document',
};

/** One thing to do. Its words are the link, and the whole row is where it may be pressed. */
export function WorkRow({ item }: { item: WorkItem }) {
  const words = useTranslations('work');
  const due = useDue();
  const { kind, articleId, articleTitle, claimId, exact, severity, status, deadline, at } = item;
  const address = `/articles/${encodeURIComponent(articleId)}`;
  return (
    <li className="todo" data-kind={kind} data-severity={severity ?? undefined}>
      <span className="todo__sign">
        <Icon name={iconOf[kind]} />
      </span>
      <div className="todo__what">
        <Link className="todo__link" dir="auto" href={claimId === null ? address : `${address}#claim-${claimId}`}>
          {exact === null ? articleTitle : exact.replace(/\s+/g, ' ')}
          <LinkPending />
        </Link>
        <p className="todo__facts">
          <b>{words(`kind.${kind}`)}</b>
          {severity && (
            <span className="todo__severity" data-severity={severity}>
              {words(`severity.${severity}`)}
            </span>
          )}
          {kind !== 'second-check' && kind !== 'article' && <span>{words(`status.${status}`)}</span>}
          {exact !== null && (
            <span className="todo__article" dir="auto">
              {articleTitle}
            </span>
          )}
          <span>{words.rich(`since.${kind}`, { when: () => <Time at={at} show="ago" /> })}</span>
        </p>
      </div>
      {deadline !== null && (
        <time className="todo__due" dateTime={deadline}>
          {due(deadline)}
        </time>
      )}
    </li>
  );
}
