import { type FormEvent, useMemo, useState } from 'react';
import { encode } from 'uqr';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { TextField, toFirstWrong } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { PasswordField } from '../account/PasswordField';
import { twoFactor } from '../newsroom-calls';
import { BackupCodes } from './BackupCodes';
import './two-factor.css';

/** Sets one-time codes up: the password, then what the app takes and a first code from it, then the codes for when it is lost. */
export function SetUpTwoFactor({ onDone }: { onDone: () => void }) {
  const words = useTranslations('newsroom');
  const { sending, refused, send } = useSending();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [begun, setBegun] = useState<{ totpURI: string; backupCodes: string[] } | null>(null);
  const [on, setOn] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (begun ? !code.trim() : !password) return toFirstWrong(event.currentTarget);
    if (sending) return;
    if (begun) {
      if (await send(() => twoFactor.give(code.replace(/\s/g, '')))) setOn(true);
      return;
    }
    const made = await send(() => twoFactor.begin(password));
    if (!made) return;
    setBegun(made);
    setAsked(false);
  };

  if (begun && on) return <BackupCodes codes={begun.backupCodes} onDone={onDone} />;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {refused && <Notice kind="error">{refused}</Notice>}
      {begun ? (
        <>
          <p>{words('two-factor.scan')}</p>
          <div className="two-factor__scan">
            <QrCode text={begun.totpURI} label={words('two-factor.qr')} />
            <div>
              <p className="label">{words('two-factor.secret')}</p>
              <p className="mono two-factor__secret">{inFours(secretOf(begun.totpURI))}</p>
            </div>
          </div>
          <TextField
            label={words('code.code')}
            name="code"
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={12}
            value={code}
            error={asked && !code.trim() ? words('code.missing') : undefined}
            onChange={(event) => setCode(event.target.value)}
          />
        </>
      ) : (
        <PasswordField
          label={words('account.password')}
          help={words('two-factor.password-help')}
          value={password}
          error={asked && !password ? words('account.password-missing') : undefined}
          onChange={setPassword}
        />
      )}
      <p>
        <Button kind="main" type="submit" aria-disabled={sending || undefined}>
          {words(begun ? 'two-factor.turn-on' : 'two-factor.next')}
        </Button>
      </p>
    </form>
  );
}

function secretOf(totpURI: string): string {
  return new URL(totpURI).searchParams.get('secret') ?? '';
}

function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

/** A text as a QR code (ISO/IEC 18004), dark on light in every theme: cameras want it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { border: 3 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: squares.join('') };
  }, [text]);
  return (
    <svg className="two-factor__qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
