import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { call } from '@/components/interface/call';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';

/** The second step of signing in: the code that the app shows, or one of those for when it is lost. */
export function GiveCode({ onSignedIn, onAgain }: { onSignedIn: () => void; onAgain: () => void }) {
  const words = useTranslations('newsroom');
  const { sending, refused, send, clear } = useSending();
  const [lost, setLost] = useState(false);
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!code.trim()) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const path = lost ? '/api/auth/two-factor/verify-backup-code' : '/api/auth/two-factor/verify-totp';
    const body = { code: lost ? code.trim() : code.replace(/\s/g, '') };
    if (await send(() => call<object>('POST', path, { body }))) onSignedIn();
  };
  return (
    <>
      <p className="account__lead">{words(lost ? 'code.lost-lead' : 'code.lead')}</p>
      <form method="post" className="account__form" onSubmit={submit} noValidate>
        {refused && (
          <Notice
            kind="error"
            title={words('sign-in.failed')}
            actions={
              <Button size="small" onClick={onAgain}>
                {words('code.again')}
              </Button>
            }
          >
            {refused}
          </Notice>
        )}
        <TextField
          key={String(lost)}
          label={words(lost ? 'code.lost-code' : 'code.code')}
          name="code"
          autoComplete="one-time-code"
          inputMode={lost ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          autoFocus
          value={code}
          error={asked && !code.trim() ? words('code.missing') : undefined}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(sending ? 'sign-in.going' : 'sign-in.go')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setLost(!lost);
            setCode('');
            setAsked(false);
            clear();
          }}
        >
          {words(lost ? 'code.with-app' : 'code.without-app')}
        </Button>
      </form>
    </>
  );
}
