'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTimeZone, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import type { Article } from '@/core/article/article';
import { localField, momentOf } from '../local-time';

interface Props {
  article: Article;
  onClose: () => void;
  /** Null takes the deadline away. Resolves to whether it was done. */
  onSet: (deadline: string | null) => Promise<boolean>;
}

/** Asks for a deadline in the viewer's own time. */
export function DeadlineDialog({ open, ...props }: Props & { open: boolean }) {
  return open ? <Asking {...props} /> : null;
}

function Asking({ article, onClose, onSet }: Props) {
  const words = useTranslations('articles.deadline');
  const zone = useTimeZone() ?? 'UTC';
  const form = useId();
  const [value, setValue] = useState(article.deadline ? localField(article.deadline) : '');
  const set = async (deadline: string | null) => {
    if (await onSet(deadline)) onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void set(momentOf(value));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        <>
          {article.deadline && (
            <>
              <Button kind="quiet" onClick={() => set(null)}>
                {words('clear')}
              </Button>
              <span className="fill" />
            </>
          )}
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form}>
            {words('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send}>
        <TextField
          label={words('field')}
          type="datetime-local"
          required
          value={value}
          help={words('help', { zone: zone.replaceAll('_', ' ') })}
          onChange={(event) => setValue(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
