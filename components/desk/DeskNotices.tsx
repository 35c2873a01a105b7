'use client';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/Notice';
import { may } from '@/core/newsroom/rights';
import { useDesk, useDeskCommands, useDeskStore } from './state/use-desk';

const Troubles = later(async () => ({ default: (await import('./card/Troubles')).Troubles }));

/** What is so with the whole desk: no server, no room to keep things, an article that is put away. One line each, under the bar. */
export default function DeskNotices() {
  const words = useTranslations('desk.notice');
  const { retryNow, changeArticle } = useDeskCommands();
  const store = useDeskStore();
  const refused = useDesk((desk) => desk.writing.refused);
  const article = useDesk((desk) => desk.article);
  const outbox = useDesk((desk) => desk.outbox);
  const connection = useDesk((desk) => desk.connection);
  const troubled = useDesk((desk) =>
    [...desk.conflicts, ...desk.refusals].some(({ recordId }) => recordId === desk.article.id),
  );
  const editor = useDesk((desk) => may(desk.me.role, 'article.change'));
  const reason = connection.state === 'down' ? connection.reason : outbox.reason === 'earlier' ? null : outbox.reason;
  return (
    <div className="desk__notices">
      {reason && (
        <Notice
          kind="offline"
          title={words(`${reason}-title`)}
          actions={
            reason === 'sign-in' ? (
              <a
                className="button"
                data-kind="plain"
                data-size="small"
                href={`/sign-in?to=/articles/${encodeURIComponent(article.id)}`}
              >
                {words('sign-in')}
              </a>
            ) : (
              <Button size="small" onClick={retryNow}>
                {words('try-now')}
              </Button>
            )
          }
        >
          {words(outbox.kept === 'memory' ? 'kept-in-memory' : 'kept', { count: outbox.count })}
        </Notice>
      )}
      {!reason && outbox.kept === 'memory' && (
        <Notice kind="error" title={words('memory-title')}>
          {words('memory')}
        </Notice>
      )}
      {refused && (
        <Notice
          kind="error"
          title={words('refused-title')}
          actions={
            <>
              <Button size="small" onClick={store.retryText}>
                {words('refused-again')}
              </Button>
              <Button size="small" kind="risky" onClick={store.discardText}>
                {words('refused-discard')}
              </Button>
            </>
          }
        >
          {refused} {words('refused-kept')}
        </Notice>
      )}
      {article.deletedAt && (
        <Notice kind="locked" title={words('bin-title')}>
          {words('bin')}
        </Notice>
      )}
      {article.status === 'archived' && !article.deletedAt && (
        <Notice
          kind="locked"
          title={words('archived-title')}
          actions={
            editor && (
              <Button
                size="small"
                onClick={() => changeArticle({ status: article.signedOff ? 'signed-off' : 'checking' })}
              >
                {words('reopen')}
              </Button>
            )
          }
        >
          {words('archived')}
        </Notice>
      )}
      {troubled && (
        <Suspense>
          <Troubles recordId={article.id} />
        </Suspense>
      )}
    </div>
  );
}
