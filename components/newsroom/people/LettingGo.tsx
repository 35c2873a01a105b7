'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import type { Person } from '@/core/newsroom/person';
import { people } from '../newsroom-calls';

/** Asks before an account is closed, and says what comes of it: also for the articles that nobody else may open. */
export function LettingGo({
  person: { id, name },
  own,
  onClose,
  onSure,
}: {
  person: Person;
  /** Whether it is the account of whoever closes it: then the articles are to be shared first. */
  own: boolean;
  onClose: () => void;
  onSure: () => void;
}) {
  const words = useTranslations('newsroom.people');
  const { refused, send } = useSending();
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    void send(() => people.leaving(id)).then((found) => found && setLeft(found.articles));
  }, [id, send]);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('deactivate-title', { name })}
      foot={
        <>
          <Button onClick={onClose}>{words('keep', { name })}</Button>
          <Button kind="risky" disabled={left === null || (own && left > 0)} onClick={onSure}>
            {words('deactivate')}
          </Button>
        </>
      }
    >
      <div className="letting-go">
        <p>{words('deactivate-text', { name })}</p>
        {left !== null && left > 0 && (
          <p role="status" className="letting-go__left">
            <Icon name="lock" size={14} />
            {words(own ? 'deactivate-left-own' : 'deactivate-left', { count: left })}
          </p>
        )}
        {refused && <Notice kind="error">{refused}</Notice>}
      </div>
    </Dialog>
  );
}
