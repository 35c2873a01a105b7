'use client';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Time } from '@/components/ui/Time';
import { useNow } from '@/components/ui/Viewer';
import type { Guest } from '@/core/newsroom/guest';
import { linkStands } from '@/core/newsroom/guest-link';

/** Who has a link or had one, how long it works and when it was used last. */
export function GuestList({
  guests,
  onAgain,
  onRevoke,
}: {
  guests: readonly Guest[];
  onAgain: (guest: Guest) => void;
  onRevoke: (guest: Guest) => Promise<void>;
}) {
  const words = useTranslations('desk.guests');
  const now = new Date(useNow()).toISOString();
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed goes with the link.
  const revoke = async (guest: Guest) => {
    const again = list.current?.querySelector<HTMLElement>(`[data-again="${guest.id}"]`);
    await onRevoke(guest);
    again?.focus();
  };
  return (
    <ul className="guests" ref={list} aria-label={words('who')}>
      {guests.map((guest) => {
        const { id, personId, name, email, expiresAt, lastSeenAt, revokedAt } = guest;
        const stands = linkStands(guest, now);
        return (
          <li key={id} className="guests__one" data-ended={!stands || undefined}>
            <Avatar id={personId} name={name} size={28} title="" />
            <div className="guests__who">
              <p>
                <b dir="auto">{name}</b> {email && <span className="guests__email">{email}</span>}
              </p>
              <p className="guests__state">
                {stands
                  ? words.rich('until', { when: () => <Time at={expiresAt} show="moment" /> })
                  : words(revokedAt === null ? 'ended' : 'revoked')}
                {' · '}
                {lastSeenAt === null
                  ? words('unused')
                  : words.rich('used', { when: () => <Time at={lastSeenAt} show="ago" /> })}
              </p>
            </div>
            <span className="guests__ways">
              <Button
                size="small"
                data-again={id}
                aria-label={words('again-named', { name })}
                onClick={() => onAgain(guest)}
              >
                {words('again')}
              </Button>
              {stands && (
                <Button
                  kind="risky"
                  size="small"
                  aria-label={words('revoke-named', { name })}
                  onClick={() => revoke(guest)}
                >
                  {words('revoke')}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
