'use client';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField, TextField, toFirstWrong } from '@/components/ui/Field';
import type { CreateGuest } from '@/core/newsroom/guest';
import { GUEST_DAYS, GUEST_DAYS_AT_MOST } from '@/core/newsroom/guest-link';

const choices = [3, 7, GUEST_DAYS, 30, GUEST_DAYS_AT_MOST];
const DAY = 24 * 60 * 60 * 1000;
/** A link of the longest kind is asked for by a clock that may be ahead of the server's; in milliseconds. */
const MARGIN = 5 * 60 * 1000;

/** For whom a link is, and how long it works. */
export function GuestForm({ id, onMake }: { id: string; onMake: (body: CreateGuest) => void }) {
  const words = useTranslations('desk.guests');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [days, setDays] = useState(GUEST_DAYS);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return toFirstWrong(event.currentTarget);
    const address = email.trim();
    onMake({
      name: name.trim(),
      ...(address && { email: address }),
      ...(days !== GUEST_DAYS && { expiresAt: new Date(Date.now() + days * DAY - MARGIN).toISOString() }),
    });
  };
  return (
    <form id={id} className="guests__form" onSubmit={submit} noValidate>
      <TextField
        label={words('name')}
        autoComplete="off"
        maxLength={120}
        error={asked && name.trim() === '' ? words('name-missing') : undefined}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <TextField
        label={words('email')}
        help={words('email-help')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <SelectField
        label={words('ends')}
        value={String(days)}
        options={choices.map((count) => ({ value: String(count), label: words('days', { count }) }))}
        onChange={({ target }) => setDays(Number(target.value))}
      />
    </form>
  );
}
