'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import type { Article } from '@/core/article/article';

/** Asks for a new title. Stays open, with what was typed, until the change is done. */
export function RenameDialog(props: {
  open: boolean;
  article: Article;
  onClose: () => void;
  onRename: (title: string) => Promise<boolean>;
}) {
  return props.open ? <Asking {...props} /> : null;
}

function Asking({
  article,
  onClose,
  onRename,
}: {
  article: Article;
  onClose: () => void;
  onRename: (title: string) => Promise<boolean>;
}) {
  const words = useTranslations('articles.rename');
  const form = useId();
  const [title, setTitle] = useState(article.title);
  const [asked, setAsked] = useState(false);
  const empty = title.trim() === '';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!empty && (title.trim() === article.title || (await onRename(title.trim())))) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('title')}
      foot={
        <>
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
          value={title}
          maxLength={500}
          dir="auto"
          error={asked && empty ? words('empty') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
