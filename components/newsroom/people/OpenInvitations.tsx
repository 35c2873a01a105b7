'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import { useNow } from '@/components/ui/Viewer';
import type { Invitation } from '@/core/newsroom/person';
import { invitations as calls } from '../newsroom-calls';

/** The invitations that nobody has used yet; a link that went astray is withdrawn here. */
export function OpenInvitations({ invitations }: { invitations: readonly Invitation[] }) {
  const words = useTranslations('newsroom');
  const router = useRouter();
  const toast = useToast();
  const now = useNow();
  const open = invitations.filter(({ usedBy }) => usedBy === null);

  const withdraw = async (id: string) => {
    try {
      await calls.withdraw(id);
      toast(words('people.withdrawn'));
    } catch (error) {
      if (error instanceof NoAnswer) toast(words('ui.no-answer'), { kind: 'error' });
      else if (error instanceof ProblemAnswer) toast(error.message, { kind: 'error' });
      else throw error;
    }
    router.refresh();
  };
  return (
    <section className="section">
      <h2>{words('people.open')}</h2>
      {open.length === 0 ? (
        <p className="section__lead">{words('people.open-none')}</p>
      ) : (
        <ul className="people">
          {open.map(({ id, email, role, expiresAt }) => {
            const who = email ?? words('people.anyone');
            return (
              <li key={id} className="person">
                <Icon name={email ? 'mail' : 'link'} />
                <div className="person__who">
                  <p className="person__name">{who}</p>
                  <p className="person__email">
                    {words(`role.${role}`)} ·{' '}
                    {Date.parse(expiresAt) < now
                      ? words('people.expired')
                      : words.rich('people.until', { when: () => <Time at={expiresAt} show="moment" /> })}
                  </p>
                </div>
                <Button size="small" aria-label={words('people.withdraw-named', { who })} onClick={() => withdraw(id)}>
                  {words('people.withdraw')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
