'use client';
import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/Kbd';
import type { Claim } from '@/core/claim/claim';
import { threadsOf } from '@/core/claim/thread';
import { useDeskActions } from '../actions';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { type Asking, AskOptions, plainly } from './AskOptions';
import { CommentForm } from './CommentForm';
import { Markdown } from './Markdown';
import { Thread } from './Thread';
import { Troubles } from './Troubles';
import { useFocusRequest } from './use-focus-request';
import { useKeptDraft } from './use-kept-draft';
import './comments.css';

/** What those who check say to one another about the claim. It stays inside: no viewer and no public report has it. */
export function Comments({ claim }: { claim: Claim }) {
  const words = useTranslations('desk.comments');
  const actions = useDeskActions();
  const { addComment } = useDeskCommands();
  const area = useRef<HTMLTextAreaElement>(null);
  const personById = useDesk((desk) => desk.personById);
  // How it is to be said is kept with the words.
  const kept = useKeptDraft(`asking ${claim.id}`);
  const asking: Asking = kept.text === '' ? plainly : { ...plainly, ...JSON.parse(kept.text) };
  const lacksWhom = asking.query && !personById.has(asking.to);
  const threads = useMemo(() => threadsOf(claim.comments), [claim.comments]);
  const refusals = useDesk((desk) => desk.refusals);
  // New words of a comment that somebody else has deleted meanwhile.
  const elsewhere = refusals.filter(
    (one) =>
      one.claimId === claim.id && one.recordKind === 'comment' && !claim.comments.some(({ id }) => id === one.recordId),
  );
  const write = () => {
    area.current?.focus({ preventScroll: true });
    area.current?.scrollIntoView({ block: 'nearest' });
  };
  useFocusRequest('comment', write);
  return (
    <section className="comments" aria-label={words('head')}>
      <div className="field__head">
        <h3 className="label">
          {words('head')} {claim.comments.length > 0 && <span className="num">{claim.comments.length}</span>}
        </h3>
        <Kbd silent>M</Kbd>
      </div>
      {threads.length > 0 && (
        <ul className="threads">
          {threads.map((thread) => (
            <Thread key={thread.first.id} thread={thread} onGone={write} />
          ))}
        </ul>
      )}
      {elsewhere.map((one) => (
        <div key={one.id}>
          {typeof one.mine === 'string' && <Markdown text={one.mine} />}
          <Troubles recordId={one.recordId} />
        </div>
      ))}
      <CommentForm
        about={`comment ${claim.id}`}
        ref={area}
        label={words('write')}
        hint={words('write-hint')}
        act={words(asking.query ? 'ask' : 'send')}
        lacks={lacksWhom ? words('to-needed') : undefined}
        options={<AskOptions asking={asking} onChange={(next) => kept.write(JSON.stringify(next))} />}
        onSend={(body) => {
          const { query, to, confidential } = asking;
          addComment(claim.id, { body, ...(query && { kind: 'query', to }), ...(confidential && { confidential }) });
          kept.clear();
          write();
          actions.announce(query ? words('asked', { person: personById.get(to)?.name ?? '' }) : words('sent'));
        }}
      />
    </section>
  );
}
