import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { PasswordField } from '../account/PasswordField';
import { twoFactor } from '../newsroom-calls';
import { BackupCodes } from './BackupCodes';
import { SetUpTwoFactor } from './SetUpTwoFactor';

type Doing = 'set-up' | 'turn-off' | 'renew';

/** One's own one-time codes: whether they are asked for, and what can be done about it. */
export function TwoFactor({ on, required }: { on: boolean; required: boolean }) {
  const words = useTranslations('newsroom.two-factor');
  const router = useRouter();
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => {
    setDoing(null);
    router.refresh();
  };
  return (
    <section className="section" id="codes">
      <h2>{words('title')}</h2>
      <p className="section__lead">{words(on ? 'on' : 'off')}</p>
      <p className="two-factor__foot">
        {on ? (
          <>
            <Button onClick={() => setDoing('renew')}>{words('renew')}</Button>
            {!required && <Button onClick={() => setDoing('turn-off')}>{words('turn-off')}</Button>}
          </>
        ) : (
          <Button onClick={() => setDoing('set-up')}>{words('set-up')}</Button>
        )}
      </p>
      {doing === 'set-up' && (
        <Dialog open onClose={close} title={words('set-up-title')}>
          <SetUpTwoFactor onDone={close} />
        </Dialog>
      )}
      {(doing === 'turn-off' || doing === 'renew') && <AskPassword doing={doing} onClose={close} />}
    </section>
  );
}

/** Turns codes off, or makes other backup codes: each with the password. */
function AskPassword({ doing, onClose }: { doing: 'turn-off' | 'renew'; onClose: () => void }) {
  const words = useTranslations('newsroom');
  const form = useId();
  const { sending, refused, send } = useSending();
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!password || sending) return;
    if (doing === 'turn-off') {
      if (await send(() => twoFactor.end(password))) onClose();
      return;
    }
    const made = await send(() => twoFactor.renew(password));
    if (made) setCodes(made.backupCodes);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words(doing === 'turn-off' ? 'two-factor.turn-off-title' : 'two-factor.renew-title')}
      foot={
        codes ? undefined : (
          <>
            <Button onClick={onClose}>{words('ui.cancel')}</Button>
            <Button
              kind={doing === 'turn-off' ? 'risky' : 'main'}
              type="submit"
              form={form}
              aria-disabled={sending || undefined}
            >
              {words(doing === 'turn-off' ? 'two-factor.turn-off' : 'two-factor.renew')}
            </Button>
          </>
        )
      }
    >
      {codes ? (
        <BackupCodes codes={codes} onDone={onClose} />
      ) : (
        <form id={form} className="stack" onSubmit={submit} noValidate>
          {refused && <Notice kind="error">{refused}</Notice>}
          <p>{words(doing === 'turn-off' ? 'two-factor.turn-off-text' : 'two-factor.renew-text')}</p>
          <PasswordField
            label={words('account.password')}
            value={password}
            error={asked && !password ? words('account.password-missing') : undefined}
            onChange={setPassword}
          />
        </form>
      )}
    </Dialog>
  );
}
