'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import type { Invitation } from '@/core/newsroom/person';
import { type Role, roles } from '@/core/newsroom/vocabulary';
import { CopyOnce } from '../CopyOnce';
import { invitations } from '../newsroom-calls';

/** Makes an invitation and shows its link, this once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('newsroom');
  const router = useRouter();
  const form = useId();
  const { sending, refused, send } = useSending();
  const [role, setRole] = useState<Role>('checker');
  const [email, setEmail] = useState('');
  const [made, setMade] = useState<(Invitation & { url: string }) | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const address = email.trim();
    const invitation = await send(() => invitations.create({ role, ...(address && { email: address }) }));
    if (!invitation) return;
    setMade(invitation);
    router.refresh();
  };

  if (made)
    return (
      <Dialog
        key="made"
        open
        onClose={onClose}
        title={words('people.link-title')}
        foot={<Button onClick={onClose}>{words('people.link-done')}</Button>}
      >
        <CopyOnce
          label={words('people.link')}
          value={made.url}
          help={words.rich('people.link-help', { when: () => <Time at={made.expiresAt} show="moment" /> })}
        />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('people.invite-title')}
      foot={
        <>
          <Button onClick={onClose}>{words('ui.cancel')}</Button>
          <Button kind="main" type="submit" form={form} aria-disabled={sending || undefined}>
            {words(sending ? 'people.invite-going' : 'people.invite-go')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit} noValidate>
        {refused && <Notice kind="error">{refused}</Notice>}
        <fieldset className="choices">
          <legend className="label">{words('people.invite-role')}</legend>
          {roles.map((one) => (
            <label key={one} className="role-choice">
              <input type="radio" name="role" value={one} checked={one === role} onChange={() => setRole(one)} />
              <span>
                <b>{words(`role.${one}`)}</b> {words(`role-does.${one}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <TextField
          label={words('people.invite-email')}
          help={words('people.invite-email-help')}
          type="email"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
