'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { localField, momentOf } from '@/components/articles/local-time';
import { sources } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { SelectField, TextArea, TextField, toFirstWrong } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { useNow } from '@/components/ui/Viewer';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { awaitsTry } from '@/core/source/contact';
import type { Contact, Source } from '@/core/source/source';
import { channels } from '@/core/source/vocabulary';
import { useChannel } from './use-channel';
import './contacts.css';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who was tried for a source: how, when, by whom, with what outcome, and when to try next. */
export function ContactLog({ me, source, people }: { me: Me; source: Source; people: readonly Named[] }) {
  const words = useTranslations('sources.contacts');
  const [logging, setLogging] = useState(false);
  return (
    <section className="section">
      <h3>
        {words('head')} <span className="num">{source.contacts.length}</span>
      </h3>
      {source.contacts.length === 0 && <p className="section__none">{words('none')}</p>}
      <ol className="contacts">
        {source.contacts.map((contact) => (
          <ContactLine key={contact.id} me={me} source={source} contact={contact} people={people} />
        ))}
      </ol>
      {logging ? (
        <ContactForm source={source} onDone={() => setLogging(false)} />
      ) : (
        <Button size="small" icon="plus" onClick={() => setLogging(true)}>
          {words('log')}
        </Button>
      )}
    </section>
  );
}

function ContactLine({
  me,
  source,
  contact,
  people,
}: {
  me: Me;
  source: Source;
  contact: Contact;
  people: readonly Named[];
}) {
  const words = useTranslations('sources.contacts');
  const channel = useChannel();
  const router = useRouter();
  const now = useNow();
  const { refused, send } = useSending();
  const theirs = contact.by === me.id || may(me.role, 'contact.change-others');
  const by = people.find(({ id }) => id === contact.by)?.name ?? '';
  const next = awaitsTry(contact, source.contacts) ? contact.nextTry : null;
  const due = next !== null && Date.parse(next) <= now;
  const act = async (work: () => Promise<unknown>) => {
    await send(work);
    router.refresh();
  };
  return (
    <li id={`contact-${contact.id}`}>
      <div>
        <p className="contacts__head">
          <b dir="auto">{contact.who}</b>
          <span>{channel(contact.channel)}</span>
          <Time at={contact.at} show="moment" />
          <span dir="auto">{by}</span>
        </p>
        <p dir="auto">{contact.outcome}</p>
        {contact.note && (
          <p className="help" dir="auto">
            {contact.note}
          </p>
        )}
        {next && (
          <p className="contacts__next" data-due={due ? '' : undefined}>
            <Icon name="clock" size={12} />
            {words(due ? 'due' : 'next')} <Time at={next} show="moment" />
          </p>
        )}
      </div>
      {theirs && (
        <p className="contacts__acts">
          <Button
            size="small"
            kind="quiet"
            icon="bin"
            label={words('delete', { who: contact.who })}
            onClick={() => act(() => sources.deleteContact(source.id, contact.id, contact.revision))}
          />
        </p>
      )}
      {theirs && next && (
        <Button
          className="contacts__no-next"
          size="small"
          kind="quiet"
          onClick={() => act(() => sources.changeContact(source.id, contact.id, contact.revision, { nextTry: null }))}
        >
          {words('no-next', { who: contact.who })}
        </Button>
      )}
      {refused && <Notice kind="error">{refused}</Notice>}
    </li>
  );
}

function ContactForm({ source, onDone }: { source: Source; onDone: () => void }) {
  const words = useTranslations('sources.contacts');
  const channel = useChannel();
  const zone = useTimeZone();
  const now = useNow();
  const router = useRouter();
  const toast = useToast();
  const id = useId();
  const { sending, refused, send } = useSending();
  const [wrong, setWrong] = useState<{ who?: string; at?: string; outcome?: string }>({});
  const log = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const at = momentOf(text('at'));
    const found = {
      ...(!text('who') && { who: words('who-missing') }),
      ...(!at && { at: words('at-missing') }),
      ...(!text('outcome') && { outcome: words('outcome-missing') }),
    };
    setWrong(found);
    if (!at || Object.keys(found).length > 0) return toFirstWrong(form);
    const made = await send(() =>
      sources.addContact(source.id, {
        channel: text('channel'),
        who: text('who'),
        at,
        outcome: text('outcome'),
        nextTry: momentOf(text('nextTry')),
        note: text('note') || null,
      }),
    );
    if (!made) return;
    toast(words('logged'));
    onDone();
    router.refresh();
  };
  return (
    <form key={zone} className="contacts__form" onSubmit={log} noValidate aria-label={words('log')}>
      <TextField
        label={words('who')}
        name="who"
        defaultValue={source.details?.whom ?? ''}
        maxLength={500}
        dir="auto"
        autoFocus
        error={wrong.who}
      />
      <SelectField
        label={words('channel')}
        name="channel"
        defaultValue="phone"
        options={channels.map((value) => ({ value, label: channel(value) }))}
      />
      <TextField
        label={words('at')}
        name="at"
        type="datetime-local"
        defaultValue={localField(new Date(now).toISOString())}
        error={wrong.at}
      />
      <TextField label={words('nextTry')} name="nextTry" type="datetime-local" />
      <div className="contacts__wide">
        <TextArea label={words('outcome')} name="outcome" rows={2} maxLength={2000} dir="auto" error={wrong.outcome} />
      </div>
      <div className="contacts__wide">
        <TextArea label={words('note')} name="note" rows={1} maxLength={10_000} dir="auto" id={`${id}-note`} />
      </div>
      {refused && <Notice kind="error">{refused}</Notice>}
      <p className="contacts__wide contacts__foot">
        <Button onClick={onDone}>{words('cancel')}</Button>
        <Button kind="main" type="submit" disabled={sending}>
          {words('log')}
        </Button>
      </p>
    </form>
  );
}
