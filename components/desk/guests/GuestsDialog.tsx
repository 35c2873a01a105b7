'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { guests } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/Toast';
import type { CreateGuest, MadeGuest } from '@/core/newsroom/guest';
import { openToGuests } from '@/core/newsroom/guest-link';
import { useDesk } from '../state/use-desk';
import { GuestForm } from './GuestForm';
import { GuestList } from './GuestList';
import { MadeLink } from './MadeLink';
import { latestOf, useGuests } from './use-guests';
import './guests.css';

const FORM = 'guest-form';

/** The links that let somebody without an account into this article: made, copied once, seen in use, revoked. */
export default function GuestsDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.guests');
  const article = useDesk((desk) => desk.article);
  const toast = useToast();
  const [all, readAgain] = useGuests();
  const known = latestOf(all);
  const { sending, refused, send } = useSending();
  const [made, setMade] = useState<{ guest: MadeGuest; replaced: boolean } | null>(null);
  const [asking, setAsking] = useState(false);

  const make = async (body: CreateGuest) => {
    if (sending) return;
    const before = new Set(all.filter(({ revokedAt }) => revokedAt === null).map(({ personId }) => personId));
    const guest = await send(() => guests.invite(article.id, body));
    if (!guest) return;
    setMade({ guest, replaced: before.has(guest.personId) });
    setAsking(false);
    readAgain();
  };

  if (made)
    return (
      <Dialog
        key="made"
        open
        onClose={onClose}
        title={words('ready', { name: made.guest.name })}
        foot={<Button onClick={() => setMade(null)}>{words('done')}</Button>}
      >
        <MadeLink made={made.guest} replaced={made.replaced} />
      </Dialog>
    );
  const form = asking || known.length === 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        form ? (
          <>
            <Button onClick={() => (known.length === 0 ? onClose() : setAsking(false))}>{words('cancel')}</Button>
            <Button kind="main" type="submit" form={FORM} aria-disabled={sending || undefined}>
              {words(sending ? 'making' : 'make')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{words('close')}</Button>
            <Button kind="main" icon="plus" onClick={() => setAsking(true)}>
              {words('new')}
            </Button>
          </>
        )
      }
    >
      <p className="guests__help">{words('help')}</p>
      {!openToGuests(article) && <Notice kind="locked">{words('shut')}</Notice>}
      {refused && <Notice kind="error">{refused}</Notice>}
      {form ? (
        <GuestForm id={FORM} onMake={make} />
      ) : (
        <GuestList
          guests={known}
          onAgain={({ name, email }) => make({ name, ...(email && { email }) })}
          onRevoke={async (guest) => {
            const done = await send(async () => {
              await guests.revoke(article.id, guest.id);
              return true;
            });
            if (done) toast(words('revoked-said', { name: guest.name }));
            readAgain();
          }}
        />
      )}
    </Dialog>
  );
}
