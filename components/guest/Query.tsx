'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Markdown } from '@/components/desk/card/Markdown';
import { Difference } from '@/components/desk/Difference';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import type { GuestQuery, GuestReply } from '@/core/newsroom/guest';
import { AnswerForm } from './AnswerForm';
import type { SendAnswer } from './send-answer';
import { stageOf } from './stage';
import { useAnswerDraft } from './use-answer-draft';

/** A query with what was said since, and where it is answered. */
export function Query({
  query,
  words: exact,
  language,
  readOnly,
  send,
}: {
  query: GuestQuery;
  /** The words in question, as they stand now. */
  words: string;
  language: string;
  /** Whether nothing can be answered: somebody of the newsroom looks, or the link has ended. */
  readOnly: boolean;
  send: SendAnswer;
}) {
  const words = useTranslations('guest');
  const answer = useAnswerDraft(query.id);
  const [adding, setAdding] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [left, setLeft] = useState(0);
  const stage = stageOf(query);
  // The form that had the focus is gone.
  useLayoutEffect(() => {
    if (left > 0) add.current?.focus({ preventScroll: true });
  }, [left]);

  const submit = async () => {
    setSending(true);
    setRefused(null);
    const why = await send(query.id, answer);
    setSending(false);
    setRefused(why);
    if (why !== null) return;
    setAdding(false);
    setLeft((times) => times + 1);
  };
  const leave = () => {
    answer.clear();
    setRefused(null);
    setAdding(false);
    setLeft((times) => times + 1);
  };
  const writes = !readOnly && stage !== 'settled' && (stage === 'waiting' || adding || answer.written);
  return (
    <div className="query" data-stage={stage}>
      <header className="query__head">
        <h3>{words('asks', { name: query.name })}</h3>
        <Time at={query.at} show="ago" />
        <span className="query__stage">
          <Icon name={stage === 'waiting' ? 'comment' : 'check'} size={14} />
          {words(stage)}
        </span>
      </header>
      <div className="query__body">
        <Markdown text={query.body} />
      </div>
      {query.replies.length > 0 && (
        <ul className="query__replies">
          {query.replies.map((reply) => (
            <Reply key={reply.id} reply={reply} words={exact} language={language} />
          ))}
        </ul>
      )}
      {stage === 'settled' && <p className="help">{words('settled-text')}</p>}
      {writes && (
        <AnswerForm
          answer={answer}
          words={exact}
          language={language}
          label={words(stage === 'waiting' ? 'answer' : 'more-label')}
          sending={sending}
          refused={refused}
          onSend={submit}
          onLeave={stage === 'waiting' ? null : leave}
        />
      )}
      {!writes && answer.written && (
        <div className="query__unsent">
          <Notice kind="error" title={words('unsent')}>
            {words(stage === 'settled' ? 'unsent-settled' : 'unsent-closed')}
          </Notice>
          <p>{answer.draft.body}</p>
          {answer.draft.proposal !== null && <p>{answer.draft.proposal}</p>}
        </div>
      )}
      {!writes && !readOnly && stage === 'answered' && (
        <Button ref={add} kind="quiet" size="small" icon="plus" onClick={() => setAdding(true)}>
          {words('more')}
        </Button>
      )}
    </div>
  );
}

/** What somebody said since, with the wording that they propose. */
function Reply({ reply, words: exact, language }: { reply: GuestReply; words: string; language: string }) {
  const words = useTranslations('guest');
  return (
    <li className="query__reply" data-by={reply.by}>
      <p className="query__who">
        <b dir="auto">{reply.by === 'you' ? words('you') : reply.name}</b> <Time at={reply.at} show="ago" />
      </p>
      <Markdown text={reply.body} />
      {reply.proposal !== null && (
        <div className="query__proposal">
          <p className="label">{words('proposed')}</p>
          <p lang={language} dir="auto">
            <Difference first={exact} second={reply.proposal} />
          </p>
        </div>
      )}
    </li>
  );
}
