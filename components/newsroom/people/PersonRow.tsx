'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/Toast';
import type { Me, PatchPerson, Person } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import { roles } from '@/core/newsroom/vocabulary';
import { people, twoFactor } from '../newsroom-calls';
import { LettingGo } from './LettingGo';

/** One person; an admin changes their role or lets them go here. */
export function PersonRow({ person, me }: { person: Person; me: Me }) {
  const words = useTranslations('newsroom');
  const router = useRouter();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [resetting, setResetting] = useState(false);
  const { name } = person;

  const act = async (doing: () => Promise<unknown>, said: string) => {
    try {
      await doing();
      toast(said);
    } catch (error) {
      if (error instanceof NoAnswer) toast(words('ui.no-answer'), { kind: 'error' });
      else if (error instanceof ProblemAnswer)
        toast(error.status === 409 ? words('people.stale') : error.message, { kind: 'error' });
      else throw error;
    }
    router.refresh();
  };
  const change = (patch: PatchPerson, said: string) =>
    act(() => people.change(person.id, person.revision, patch), said);

  return (
    <li className="person" data-inactive={!person.active || undefined}>
      <Avatar name={name} id={person.id} size={28} title="" />
      <div className="person__who">
        <p className="person__name" dir="auto">
          {name} {person.id === me.id && <span className="badge">{words('people.you')}</span>}
        </p>
        {person.email && (
          <p className="person__email">
            {/* A long address breaks behind its name first. */}
            {person.email.split('@')[0]}@<wbr />
            {person.email.split('@').slice(1).join('@')}
          </p>
        )}
      </div>
      {!person.active && <span className="badge badge--line">{words('people.inactive')}</span>}
      {may(me.role, 'person.change') ? (
        <>
          <Menu
            label={words('people.role', { name })}
            button={{
              size: 'small',
              className: 'person__pick',
              'aria-label': `${words('people.role', { name })}: ${words(`role.${person.role}`)}`,
              children: (
                <>
                  {words(`role.${person.role}`)}
                  <Icon name="down" size={14} />
                </>
              ),
            }}
            items={roles.map((role) => ({
              id: role,
              label: words(`role.${role}`),
              checked: role === person.role,
              onSelect: () =>
                role === person.role ? undefined : change({ role }, words('people.changed-role', { name, role })),
            }))}
          />
          <Menu
            label={words('people.menu', { name })}
            button={{ kind: 'quiet', size: 'small', icon: 'more', label: words('people.more', { name }), title: '' }}
            items={[
              ...(person.twoFactor
                ? [{ id: 'codes', label: words('people.reset-codes'), onSelect: () => setResetting(true) }]
                : []),
              person.active
                ? { id: 'out', label: words('people.deactivate'), kind: 'risky', onSelect: () => setAsking(true) }
                : {
                    id: 'in',
                    label: words('people.activate'),
                    onSelect: () => change({ active: true }, words('people.activated', { name })),
                  },
            ]}
          />
        </>
      ) : (
        <span className="person__role">{words(`role.${person.role}`)}</span>
      )}
      {asking && (
        <LettingGo
          person={person}
          own={person.id === me.id}
          onClose={() => setAsking(false)}
          onSure={() => {
            setAsking(false);
            void change({ active: false }, words('people.deactivated', { name }));
          }}
        />
      )}
      <Dialog
        open={resetting}
        onClose={() => setResetting(false)}
        title={words('people.reset-title', { name })}
        foot={
          <>
            <Button onClick={() => setResetting(false)}>{words('ui.cancel')}</Button>
            <Button
              kind="risky"
              onClick={() => {
                setResetting(false);
                void act(() => twoFactor.reset(person.id), words('people.reset-done', { name }));
              }}
            >
              {words('people.reset-codes')}
            </Button>
          </>
        }
      >
        <p>{words('people.reset-text', { name })}</p>
      </Dialog>
    </li>
  );
}
