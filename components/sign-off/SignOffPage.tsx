'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Notice as Said } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { Notice } from '@/core/article/notice';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { Blockers } from './Blockers';
import { Changes } from './Changes';
import { CorrectionsLog } from './CorrectionsLog';
import { Links } from './Links';
import NoticeDialog from './NoticeDialog';
import { looks, signOffs } from './sign-off-calls';
import { isLogged, type PutRight, type SignOffData } from './sign-off-data';
import { useHearing } from './use-hearing';
import { WhatIsSigned } from './WhatIsSigned';
import '../newsroom/newsroom.css';
import './sign-off.css';

/** Where an editor stands behind an article: what holds it up, what is signed, what has changed since, what was put right. */
export function SignOffPage({ data, me }: { data: SignOffData; me: Me }) {
  const words = useTranslations('sign-off');
  const router = useRouter();
  const toast = useToast();
  const { sending, refused, send } = useSending();
  const [log, setLog] = useState<{ notice?: Notice; putRight?: PutRight } | null>(null);
  const heard = useHearing(data.article.id, data.since);
  const { article, state } = data;
  const editable = may(me.role, 'notice.change');
  const refresh = () => router.refresh();
  useAskedFor(data, (putRight) => editable && setLog({ putRight }));

  const sign = async () => {
    if (sending) return;
    const signed = await send(() => signOffs.sign(article.id, state.version));
    if (signed) toast(words('signed', { version: state.version }));
    refresh();
  };
  const takeBack = async () => {
    if (sending) return;
    if (await send(() => signOffs.takeBack(article.id, article.revision))) toast(words('taken-back'));
    refresh();
  };
  const look = async (range: { start: number; end: number }) => {
    const done = await send(() => looks.add(article.id, range));
    if (done) toast(words('looked'), { undo: () => void looks.drop(article.id, range).then(refresh, refresh) });
    refresh();
  };

  return (
    <div className="page--narrow signoff">
      <div className="signoff__ways">
        <Link className="signoff__back" href={`/articles/${article.id}`}>
          <Icon name="back" size={14} />
          {words('back')}
        </Link>
        <Button size="small" kind="quiet" icon="print" onClick={() => print()}>
          {words('print')}
        </Button>
      </div>
      <h1 className="page__title">{words('title')}</h1>
      <p className="signoff__article" dir="auto" lang={article.language}>
        {article.title}
      </p>
      <p className="sr" role="status">
        {heard > 0 ? words('new') : ''}
      </p>
      <div className="signoff__state" data-state={stateOf(data)}>
        <Standing data={data} />
        {refused && <Said kind="error">{refused}</Said>}
        {may(me.role, 'article.sign-off') && (
          <div className="signoff__acts">
            {state.ready && (!state.signedOff || state.changedSinceSignOff) && (
              <Button kind="main" icon="check" aria-disabled={sending || undefined} onClick={sign}>
                {words(sending ? 'signing' : state.signedOff ? 'sign-anew' : 'sign', { version: state.version })}
              </Button>
            )}
            {state.signedOff && (
              <Button aria-disabled={sending || undefined} onClick={takeBack}>
                {words('take-back')}
              </Button>
            )}
          </div>
        )}
      </div>
      {state.blockers.length > 0 && (
        <Blockers data={data} mayLook={may(me.role, 'claim.change')} onLook={(range) => void look(range)} />
      )}
      <Changes data={data} onLog={editable ? (putRight) => setLog({ putRight }) : undefined} />
      <Links data={data} mayCheck={may(me.role, 'link.check')} />
      <WhatIsSigned data={data} />
      <CorrectionsLog
        data={data}
        editable={editable}
        onAdd={() => setLog({})}
        onChange={(notice) => setLog({ notice })}
      />
      {log && (
        <NoticeDialog
          articleId={article.id}
          notice={log.notice}
          putRight={log.putRight}
          onClose={() => setLog(null)}
          onDone={refresh}
        />
      )}
    </div>
  );
}

/**
 * Opens the entry of a correction that the address asks for (`#log-<claim>`), as soon as the page knows of it: once, since the
 * router puts the address back as it came whenever the page is read anew, and not where it is logged already.
 */
function useAskedFor(data: SignOffData, open: (putRight: PutRight) => void) {
  const opening = useRef(open);
  const answered = useRef(false);
  useEffect(() => {
    opening.current = open;
  });
  useEffect(() => {
    if (answered.current) return;
    const claimId = /^#log-(.+)$/.exec(location.hash)?.[1];
    const lines = data.changes.find((change) => change.claimId === claimId)?.lines ?? [];
    const putRight = lines.findLast((line) => line.putRight)?.putRight;
    if (!putRight || isLogged(data, putRight)) return;
    answered.current = true;
    opening.current(putRight);
  }, [data]);
}

type Standings = 'signed' | 'changed' | 'ready' | 'blocked';

function stateOf({ state }: SignOffData): Standings {
  if (state.signedOff) return state.changedSinceSignOff ? 'changed' : 'signed';
  return state.ready ? 'ready' : 'blocked';
}

/** How it stands, in one line and what follows from it. */
function Standing({ data }: { data: SignOffData }) {
  const words = useTranslations('sign-off');
  const { state, claims, signedBy } = data;
  const standing = stateOf(data);
  const who = signedBy ?? '';
  const when = () => (state.signedOff ? <Time at={state.signedOff.at} show="moment" /> : null);
  const inWords =
    state.blockers.length > 0
      ? words('state.blocked', { count: state.blockers.length })
      : words('state.blocked-inside');
  const blocked = (
    <p>
      {state.blockers.length > 0
        ? words('state.blocked-anew', { count: state.blockers.length })
        : words('state.blocked-inside')}
    </p>
  );
  if (standing === 'signed')
    return (
      <>
        <h2 className="signoff__line">
          <Icon name="check" />
          <span>{words.rich('state.signed', { who, when })}</span>
        </h2>
        <p>{words('state.signed-text')}</p>
        {!state.ready && blocked}
      </>
    );
  if (standing === 'changed')
    return (
      <>
        <h2 className="signoff__line">
          <Icon name="turn" />
          {words('state.changed')}
        </h2>
        <p>{words.rich('state.changed-text', { who, version: state.signedOff?.version ?? 0, when })}</p>
        {!state.ready && blocked}
      </>
    );
  if (standing === 'blocked')
    return (
      <h2 className="signoff__line">
        <Icon name="warning" />
        {inWords}
      </h2>
    );
  return (
    <>
      <h2 className="signoff__line">
        <Icon name="check" />
        {words('state.ready')}
      </h2>
      {claims.length === 0 && <p>{words('state.empty')}</p>}
      <p>{words('state.ready-text', { version: state.version })}</p>
    </>
  );
}
