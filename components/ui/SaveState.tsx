'use client';

import { useTranslations } from 'use-intl';
import type { FieldMark } from '@/components/interface/use-saved-record';
import { Button } from './Button';

/** Where a field's last change is: on the server, on its way, kept here, refused, or beside someone else's. */
export function SaveState({ mark, untouched }: { mark: FieldMark; untouched: boolean }) {
  const words = useTranslations('newsroom.ui');
  return (
    <span className="save-state" data-state={mark.state} role="status">
      {untouched && mark.state === 'saved' ? '' : words(mark.state)}
    </span>
  );
}

/** Both versions of a field that two people changed, and the choice. */
export function FieldConflict({
  theirs,
  onResolve,
}: {
  theirs: string;
  onResolve: (choice: 'mine' | 'theirs') => void;
}) {
  const words = useTranslations('newsroom.ui');
  return (
    <div className="conflict" role="alert">
      <p>
        <b>{words('conflict')}</b> {words('theirs', { value: theirs })}
      </p>
      <div>
        <Button size="small" onClick={() => onResolve('mine')}>
          {words('use-mine')}
        </Button>
        <Button size="small" kind="main" onClick={() => onResolve('theirs')}>
          {words('use-theirs')}
        </Button>
      </div>
    </div>
  );
}
