'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import type { Invitation, Me, Person } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { InviteDialog } from './InviteDialog';
import { OpenInvitations } from './OpenInvitations';
import { PersonRow } from './PersonRow';
import '../newsroom.css';

/** Who works here, in which role; for admins also who comes in and who no longer does. */
export function People({
  me,
  people,
  invitations,
}: {
  me: Me;
  people: readonly Person[];
  invitations: readonly Invitation[];
}) {
  const words = useTranslations('newsroom.people');
  const [inviting, setInviting] = useState(false);
  const mayInvite = may(me.role, 'person.invite');
  const active = people.filter((person) => person.active);
  const inactive = people.filter((person) => !person.active);
  return (
    <div className="page--narrow">
      <div className="page__head">
        <h1 className="page__title">{words('title')}</h1>
        <span className="page__count">{words('count', { count: active.length })}</span>
        <span className="fill" />
        {mayInvite && (
          <Button kind="main" icon="plus" onClick={() => setInviting(true)}>
            {words('invite')}
          </Button>
        )}
      </div>
      <ul className="people">
        {[...active, ...inactive].map((person) => (
          <PersonRow key={person.id} person={person} me={me} />
        ))}
      </ul>
      {mayInvite && <OpenInvitations invitations={invitations} />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}
