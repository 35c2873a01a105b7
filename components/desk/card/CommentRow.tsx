'use client';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { Comment } from '@/core/claim/comment';
import { mayDelete, wroteIt } from '@/core/claim/thread';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { CommentForm } from './CommentForm';
import { Markdown } from './Markdown';
import { Proposal } from './Proposal';
import { QueryLine } from './QueryLine';
import { SaveMark } from './SaveMark';
import { Troubles } from './Troubles';
import { useHasDraft } from './use-kept-draft';

/** One comment: who said it and when, and what. Its writer changes it in place. */
export function CommentRow({
  comment,
  answered,
  onDeleted,
}: {
  comment: Comment;
  /** One that has answers cannot go. */
  answered: boolean;
  /** Takes the focus that the row had. */
  onDeleted: () => void;
}) {
  const words = useTranslations('desk.comments');
  const toast = useToast();
  const { changeComment, deleteComment } = useDeskCommands();
  const me = useDesk((desk) => desk.me);
  const person = useDesk((desk) => desk.personById.get(comment.createdBy)?.name ?? null);
  const someone = useTranslations('desk')('someone');
  const personById = useDesk((desk) => desk.personById);
  const named = useMemo(
    () => comment.mentions.flatMap((id) => personById.get(id) ?? []),
    [comment.mentions, personById],
  );
  const about = `change ${comment.id}`;
  const mine = wroteIt(me.id, comment);
  const hasDraft = useHasDraft(about);
  const [writing, setWriting] = useState(() => mine && hasDraft());
  const edit = useRef<HTMLButtonElement>(null);
  const wasWriting = useRef(false);
  useLayoutEffect(() => {
    if (wasWriting.current && !writing) edit.current?.focus();
    wasWriting.current = writing;
  }, [writing]);
  const name = comment.author ?? person ?? someone;
  const imported = comment.author !== null;
  return (
    <li className="comment" id={`comment-${comment.id}`} tabIndex={-1}>
      <div className="comment__head">
        <Avatar id={imported ? `document ${name}` : comment.createdBy} name={name} title="" />
        <b dir="auto">{name}</b>
        <span className="comment__when">
          <Time at={comment.createdAt} show="ago" />
          {imported && <span>{words('from-document')}</span>}
          {comment.confidential && (
            <span className="comment__secret" title={words('confidential-text')}>
              <Icon name="lock" size={12} />
              {words('confidential')}
            </span>
          )}
          {comment.updatedAt !== comment.createdAt && <span>{words('edited')}</span>}
        </span>
        <SaveMark recordId={comment.id} field={['*', 'body', 'deletedAt', 'resolvedAt']} />
        <span className="comment__ways">
          {mine && !writing && (
            <Button
              ref={edit}
              kind="quiet"
              size="small"
              icon="pen"
              label={words('edit')}
              onClick={() => setWriting(true)}
            />
          )}
          {!answered && !writing && mayDelete(me, comment) && (
            <Button
              kind="quiet"
              size="small"
              icon="bin"
              label={words('delete', { name })}
              onClick={() => {
                const done = deleteComment(comment.id);
                onDeleted();
                toast(words('deleted'), { undo: done.undo });
              }}
            />
          )}
        </span>
      </div>
      {comment.kind === 'query' && <QueryLine comment={comment} />}
      {writing ? (
        <CommentForm
          about={about}
          start={comment.body}
          label={words('edit')}
          act={words('save')}
          autoFocus
          onSend={(body) => {
            changeComment(comment.id, body);
            setWriting(false);
          }}
          onLeave={() => setWriting(false)}
        />
      ) : (
        <Markdown text={comment.body} named={named} />
      )}
      {hasProposal(comment) && <Proposal comment={comment} />}
      <Troubles recordId={comment.id} />
    </li>
  );
}

function hasProposal(comment: Comment): comment is Comment & { proposal: string } {
  return comment.proposal !== null;
}
