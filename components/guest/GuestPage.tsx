'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { sentenceOf } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import { Wordmark } from '@/components/ui/Wordmark';
import type { GuestView } from '@/core/newsroom/guest';
import { AskedText } from './AskedText';
import { guest } from './guest-calls';
import type { SendAnswer } from './send-answer';
import { stageOf } from './stage';
import './guest.css';

/**
 * What the writer of an article opens by their link: the text, and beside the words in question what is asked about them. Without
 * a token somebody of the newsroom looks at it, and nothing can be answered.
 */
export function GuestPage({ token, opened }: { token: string | null; opened: GuestView }) {
  const words = useTranslations('guest');
  const noAnswer = useTranslations('newsroom.ui')('no-answer');
  const [view, setView] = useState(opened);
  const [closed, setClosed] = useState(false);
  const [said, setSaid] = useState('');
  const page = useRef<HTMLDivElement>(null);

  const look = useCallback(async (): Promise<GuestView | null> => {
    if (token === null) return null;
    try {
      const seen = await guest.view(token);
      setView(seen);
      return seen;
    } catch (failure) {
      if (failure instanceof ProblemAnswer && failure.status === 404) setClosed(true);
      // What is shown stands; who comes back to the page looks again.
      else if (!(failure instanceof NoAnswer || failure instanceof ProblemAnswer)) throw failure;
      return null;
    }
  }, [token]);

  // A guest has no stream of events, and seldom leaves the page open: it looks again when somebody comes back to it.
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === 'visible') void look();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [look]);

  const send = useCallback<SendAnswer>(
    async (queryId, answer) => {
      if (token === null) return '';
      let { id, body, proposal } = answer.draft;
      for (;;) {
        try {
          await guest.answer(token, queryId, { id, body: body.trim(), ...(proposal !== null && { proposal }) });
          break;
        } catch (failure) {
          if (failure instanceof NoAnswer) return noAnswer;
          if (!(failure instanceof ProblemAnswer)) throw failure;
          if (failure.status === 404) await look();
          if (failure.code === 'query-resolved') await look();
          if (failure.code !== 'id-taken') return sentenceOf(failure);
          // An earlier try came through and its answer was lost; other words were written since. They are an answer of their own.
          ({ id, body, proposal } = answer.renew());
        }
      }
      answer.clear();
      await look();
      setSaid(words('sent', { newsroom: opened.newsroom }));
      return null;
    },
    [token, look, noAnswer, words, opened.newsroom],
  );

  const queries = useMemo(() => view.claims.flatMap((claim) => claim.queries), [view.claims]);
  const done = queries.filter((query) => stageOf(query) !== 'waiting').length;
  const goNext = () => {
    const fields = [...(page.current?.querySelectorAll<HTMLElement>('[data-answer]') ?? [])];
    const here = fields.indexOf(document.activeElement as HTMLElement);
    const next = fields[here + 1] ?? fields[0];
    next?.focus({ preventScroll: true });
    next?.closest('.query')?.scrollIntoView({ block: 'center' });
  };
  const readOnly = token === null || closed;
  return (
    <div className="guest" ref={page}>
      <header className="guest__bar">
        <Wordmark />
        <span className="guest__from">{words('from', { newsroom: view.newsroom })}</span>
        <span className="fill" />
        {queries.length > 0 && (
          <span className="guest__progress num">
            {words.rich('progress', {
              done,
              all: queries.length,
              rest: (chunks) => <span className="guest__rest-of">{chunks}</span>,
            })}
          </span>
        )}
        {done < queries.length && !readOnly && (
          <Button size="small" icon="down" onClick={goNext}>
            {words('next')}
          </Button>
        )}
      </header>
      <main id="main" className="guest__main" tabIndex={-1}>
        <div className="guest__head">
          <h1 dir="auto" lang={view.article.language}>
            {view.article.title}
          </h1>
          <p className="guest__intro">
            {words('intro', { count: queries.length, name: view.name, newsroom: view.newsroom })}
          </p>
          {token === null ? (
            <Notice kind="locked" title={words('preview-title', { name: view.name })}>
              {words('preview')}
            </Notice>
          ) : closed ? (
            <Notice kind="error">{words('closed')}</Notice>
          ) : (
            <p className="guest__until">
              <Icon name="link" size={14} />
              <span>{words.rich('read-by', { when: () => <Time at={view.expiresAt} show="moment" /> })}</span>
            </p>
          )}
        </div>
        <AskedText view={view} readOnly={readOnly} send={send} />
      </main>
      <p className="sr" role="status">
        {said}
      </p>
    </div>
  );
}
