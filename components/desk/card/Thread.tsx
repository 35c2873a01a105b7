'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import type { Thread as Said } from '@/core/claim/comment';
import { answers, waits } from '@/core/claim/query';
import { isOpen } from '@/core/claim/thread';
import { unmarkedText } from '@/core/claim/unmarked-text';
import { useDeskActions } from '../actions';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { CommentForm } from './CommentForm';
import { CommentRow } from './CommentRow';
import { useHasDraft } from './use-kept-draft';

/** How much of what it began with a resolved thread still reads, in UTF-16 units: more than its one line can show. */
const BEGINNING = 120;

/** A thread: what was said, and what can be done about it. A resolved one is a single line until it is opened. */
export function Thread({ thread, onGone }: { thread: Said; onGone: () => void }) {
  const words = useTranslations('desk.comments');
  const actions = useDeskActions();
  const { addComment, resolveComment, reopenComment } = useDeskCommands();
  const { first, replies } = thread;
  const about = `answer ${first.id}`;
  const hasDraft = useHasDraft(about);
  const [answering, setAnswering] = useState(hasDraft);
  // What was said after it was resolved is not folded away unseen.
  const [shown, setShown] = useState(() =>
    replies.some(({ createdAt }) => createdAt > (first.resolvedAt ?? createdAt)),
  );
  const open = isOpen(thread);
  const waiting = waits(first);
  const me = useDesk((desk) => desk.me);
  const settles = !waiting || answers(first, me, 'resolve');
  const focus = useFocusAfter();
  const answer = (body: string) => {
    addComment(first.claimId, { body, parentId: first.id, ...(first.confidential && { confidential: true }) });
    setAnswering(false);
    setShown(!open);
    focus.after('answer');
    actions.announce(words('answered'));
  };
  const resolve = () => {
    resolveComment(first.id);
    setShown(false);
    focus.after('fold');
    actions.announce(words(waiting ? 'query-settled' : 'resolved'));
  };
  const reopen = () => {
    reopenComment(first.id);
    focus.after('resolve');
    actions.announce(words(first.kind === 'query' ? 'asked-again' : 'reopened'));
  };
  // Somebody else may resolve it under an answer that is being written.
  const whole = open || shown || answering;
  return (
    <li className="thread" data-resolved={open ? undefined : ''}>
      {!open && (
        <Fold thread={thread} shown={whole} fold={focus.ref('fold')} onFold={() => setShown((before) => !before)} />
      )}
      {whole && (
        <>
          <ul className="thread__said">
            {[first, ...replies].map((comment) => (
              <CommentRow
                key={comment.id}
                comment={comment}
                answered={comment === first && replies.length > 0}
                onDeleted={() => (comment === first ? onGone() : focus.after('answer'))}
              />
            ))}
          </ul>
          {answering && (
            <CommentForm
              about={about}
              label={words('answer-label')}
              act={words('answer')}
              autoFocus
              onSend={answer}
              onLeave={() => {
                setAnswering(false);
                focus.after('answer');
              }}
            />
          )}
          {!answering && (
            <div className="thread__foot">
              {open ? (
                <>
                  <Button
                    ref={focus.ref('answer')}
                    kind="quiet"
                    size="small"
                    data-next=""
                    onClick={() => setAnswering(true)}
                  >
                    {words('answer')}
                  </Button>
                  {settles && (
                    <Button ref={focus.ref('resolve')} kind="quiet" size="small" icon="check" onClick={resolve}>
                      {words('resolve')}
                    </Button>
                  )}
                  {first.kind === 'query' && !waiting && (
                    <Button kind="quiet" size="small" icon="turn" onClick={reopen}>
                      {words('ask-again')}
                    </Button>
                  )}
                </>
              ) : (
                <Button kind="quiet" size="small" icon="turn" onClick={reopen}>
                  {words('reopen')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </li>
  );
}

/** The one line of a resolved thread: who resolved it, how much is behind it, and how it began. */
function Fold({
  thread: { first, replies },
  shown,
  fold,
  onFold,
}: {
  thread: Said;
  shown: boolean;
  fold: (element: HTMLButtonElement | null) => void;
  onFold: () => void;
}) {
  const words = useTranslations('desk.comments');
  const by = useDesk((desk) => desk.personById.get(first.resolvedBy ?? '')?.name ?? null);
  const someone = useTranslations('desk')('someone');
  const said = first.body.slice(0, BEGINNING);
  return (
    <button type="button" className="thread__fold" ref={fold} aria-expanded={shown} onClick={onFold}>
      <Icon name="check" size={14} />
      <b>
        {first.resolvedBy === null ? words('resolved-in-document') : words('resolved-by', { person: by ?? someone })}
      </b>
      <span className="thread__beginning" dir="auto">
        {unmarkedText(said) ?? said}
      </span>
      <span className="num">
        <span aria-hidden="true">{replies.length + 1}</span>
        <span className="sr">{words('count', { count: replies.length + 1 })}</span>
      </span>
    </button>
  );
}

/** Gives the focus to a button that is there only after the next drawing, since the one that was pressed goes. */
function useFocusAfter() {
  const elements = useRef(new Map<string, HTMLButtonElement>());
  const [wanted, setWanted] = useState<{ name: string } | null>(null);
  useLayoutEffect(() => {
    if (wanted) elements.current.get(wanted.name)?.focus({ preventScroll: true });
  }, [wanted]);
  return {
    after: (name: string) => setWanted({ name }),
    ref: (name: string) => (element: HTMLButtonElement | null) => {
      if (element) elements.current.set(name, element);
      else elements.current.delete(name);
    },
  };
}
