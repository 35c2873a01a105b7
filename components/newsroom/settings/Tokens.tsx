'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { Token } from '@/core/newsroom/person';
import { CopyOnce } from '../CopyOnce';
import { tokens as calls } from '../newsroom-calls';

/** The access tokens of the person who looks: made and revoked here, shown once. */
export function Tokens({ tokens }: { tokens: readonly Token[] }) {
  const words = useTranslations('newsroom');
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  return (
    <section className="section" id="tokens">
      <div className="section__head">
        <h2>{words('settings.tokens')}</h2>
        <Button size="small" icon="plus" onClick={() => setMaking(true)}>
          {words('settings.token-make')}
        </Button>
      </div>
      <p className="section__lead">{words('settings.tokens-text')}</p>
      {tokens.length === 0 ? (
        <p className="section__none">{words('settings.token-none')}</p>
      ) : (
        <ul className="people">
          {tokens.map((token) => (
            <li key={token.id} className="person">
              <Icon name="key" />
              <div className="person__who">
                <p className="person__name" dir="auto">
                  {token.name}
                </p>
                <p className="person__email">
                  {words.rich('settings.token-made', { when: () => <Time at={token.createdAt} show="date" /> })}
                  {token.expiresAt && (
                    <>
                      {' · '}
                      {words.rich('settings.token-expires', {
                        when: () => <Time at={token.expiresAt ?? ''} show="date" />,
                      })}
                    </>
                  )}
                </p>
              </div>
              <Button
                size="small"
                aria-label={words('settings.token-revoke-named', { name: token.name })}
                onClick={() => setRevoking(token)}
              >
                {words('settings.token-revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {making && <MakeToken onClose={() => setMaking(false)} />}
      {revoking && <RevokeToken token={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}

function MakeToken({ onClose }: { onClose: () => void }) {
  const words = useTranslations('newsroom');
  const router = useRouter();
  const form = useId();
  const { sending, refused, send } = useSending();
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim()) return toFirstWrong(event.currentTarget);
    if (sending) return;
    // A date means its whole day, in the zone of the one who says it.
    const end = until ? new Date(`${until}T23:59:59`) : null;
    const body = { name: name.trim(), ...(end && { expiresAt: end.toISOString() }) };
    const answer = await send(() => calls.create(body));
    if (!answer) return;
    setMade(answer.token);
    router.refresh();
  };
  if (made)
    return (
      <Dialog
        key="made"
        open
        onClose={onClose}
        title={words('settings.token-title')}
        foot={<Button onClick={onClose}>{words('settings.token-done')}</Button>}
      >
        <CopyOnce label={words('settings.token-field')} help={words('settings.token-help')} value={made} />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('settings.token-make')}
      foot={
        <>
          <Button onClick={onClose}>{words('ui.cancel')}</Button>
          <Button kind="main" type="submit" form={form} aria-disabled={sending || undefined}>
            {words(sending ? 'settings.token-making' : 'settings.token-make')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit} noValidate>
        {refused && <Notice kind="error">{refused}</Notice>}
        <TextField
          label={words('settings.token-name')}
          value={name}
          maxLength={120}
          error={asked && !name.trim() ? words('settings.token-name-missing') : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={words('settings.token-expiry')}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const words = useTranslations('newsroom');
  const router = useRouter();
  const toast = useToast();
  const { name } = token;
  const revoke = async () => {
    onClose();
    try {
      await calls.revoke(token.id);
      toast(words('settings.token-revoked', { name }));
    } catch (error) {
      if (error instanceof NoAnswer) toast(words('ui.no-answer'), { kind: 'error' });
      else if (error instanceof ProblemAnswer) toast(error.message, { kind: 'error' });
      else throw error;
    }
    router.refresh();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('settings.token-revoke-title', { name })}
      foot={
        <>
          <Button onClick={onClose}>{words('settings.token-keep')}</Button>
          <Button kind="risky" onClick={revoke}>
            {words('settings.token-revoke')}
          </Button>
        </>
      }
    >
      <p>{words('settings.token-revoke-text')}</p>
    </Dialog>
  );
}
