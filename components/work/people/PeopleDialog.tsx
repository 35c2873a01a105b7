'use client';

import { type FormEvent, useId, useMemo, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { localField, momentOf } from '@/components/articles/local-time';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/Choice';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextField } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import type { Access, Article, PatchArticle } from '@/core/article/article';
import { nameAmong } from '@/core/newsroom/name-among';
import type { Person } from '@/core/newsroom/person';
import { mayHold } from '@/core/newsroom/rights';
import { WhoMayOpen } from './WhoMayOpen';
import './people.css';

/** Who answers for an article's check, who may open it, and when it is due. */
export function PeopleDialog({
  article,
  me,
  people,
  held,
  withDeadline = false,
  onClose,
  onSave,
}: {
  article: Pick<Article, 'deadline' | 'assigneeId' | 'access' | 'createdBy'>;
  me: string;
  people: readonly Person[];
  /** How many claims still to be checked each person has. */
  held: ReadonlyMap<string, number>;
  /** Whether the deadline is asked for as well. */
  withDeadline?: boolean;
  onClose: () => void;
  /** Resolves to whether it was done. */
  onSave: (patch: PatchArticle) => Promise<boolean>;
}) {
  const words = useTranslations('work.people');
  const zone = useTimeZone() ?? 'UTC';
  const form = useId();
  const { createdBy } = article;
  const [deadline, setDeadline] = useState(article.deadline ? localField(article.deadline) : '');
  const [answering, setAnswering] = useState(article.assigneeId ?? '');
  const [kind, setKind] = useState(article.access.kind);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        article.access.kind === 'restricted'
          ? article.access.people
          : people.flatMap(({ id, active }) => (active && (id === me || held.has(id)) ? id : [])),
      ),
  );
  const [sending, setSending] = useState(false);

  const restricted = kind === 'restricted';
  // Whoever answers for the check has to be able to look at it: choosing them lets them in.
  const inside = useMemo(() => new Set([...chosen, ...(answering ? [answering] : [])]), [chosen, answering]);
  const able = people
    .filter((person) => mayHold(person) || person.id === article.assigneeId)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const opens = (id: string) => !restricted || id === createdBy || inside.has(id);
  const released = [...held].reduce((sum, [id, count]) => sum + (opens(id) ? 0 : count), 0);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    const access: Access = restricted
      ? { kind: 'restricted', people: [...inside].filter((id) => id !== createdBy).sort() }
      : { kind: 'newsroom' };
    const patch: PatchArticle = {
      ...(deadline !== (article.deadline ? localField(article.deadline) : '') && { deadline: momentOf(deadline) }),
      ...(answering !== (article.assigneeId ?? '') && { assigneeId: answering || null }),
      ...(!sameAccess(access, article, createdBy) && { access }),
    };
    if (Object.keys(patch).length === 0) return onClose();
    setSending(true);
    const done = await onSave(patch);
    setSending(false);
    if (done) onClose();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={words(withDeadline ? 'title-deadline' : 'title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form} aria-disabled={sending || undefined}>
            {words('save')}
          </Button>
        </>
      }
    >
      <form id={form} className="people-form" onSubmit={send}>
        {withDeadline && (
          <TextField
            label={words('deadline')}
            type="datetime-local"
            value={deadline}
            help={words('deadline-help', { zone: zone.replaceAll('_', ' ') })}
            onChange={(event) => setDeadline(event.target.value)}
          />
        )}
        <SelectField
          label={words('answers')}
          value={answering}
          options={[
            { value: '', label: words('nobody') },
            ...able.map((person) => ({
              value: person.id,
              label: mayHold(person) ? nameAmong(person, able) : `${nameAmong(person, able)} (${words('left')})`,
            })),
          ]}
          onChange={(event) => setAnswering(event.target.value)}
        />
        <RadioGroup
          legend={words('access')}
          name={`${form}-access`}
          value={kind}
          options={[
            { value: 'newsroom', label: words('newsroom') },
            { value: 'restricted', label: words('restricted'), help: words('restricted-help') },
          ]}
          onChange={setKind}
        />
        {restricted && (
          <WhoMayOpen
            people={people}
            me={me}
            maker={createdBy}
            answering={answering}
            held={held}
            chosen={inside}
            onChange={setChosen}
          />
        )}
        {released > 0 && <Notice kind="stale">{words('released', { count: released })}</Notice>}
        {!opens(me) && <Notice kind="locked">{words('yourself')}</Notice>}
      </form>
    </Dialog>
  );
}

/** Whether an access is the one that the article has; its maker may open it either way. */
function sameAccess(access: Access, article: { access: Access }, maker: string): boolean {
  const people = (one: Access) =>
    one.kind === 'restricted'
      ? one.people
          .filter((id) => id !== maker)
          .toSorted()
          .join(' ')
      : null;
  return people(access) === people(article.access);
}
