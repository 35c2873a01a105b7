'use client';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { newId } from '@/components/interface/new-id';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea, toFirstWrong } from '@/components/ui/Field';
import { Notice as Said } from '@/components/ui/Notice';
import { useToast } from '@/components/ui/Toast';
import type { Notice } from '@/core/article/notice';
import { notices } from './sign-off-calls';
import type { PutRight } from './sign-off-data';

/** Writes an entry of the corrections log: a new one, with the words that were put right where they are known, or one that is there. */
export default function NoticeDialog({
  articleId,
  notice,
  putRight,
  onClose,
  onDone,
}: {
  articleId: string;
  notice?: Notice | undefined;
  putRight?: PutRight | undefined;
  onClose: () => void;
  onDone?: () => void;
}) {
  const words = useTranslations('sign-off.log');
  const toast = useToast();
  const form = useId();
  const { sending, refused, send } = useSending();
  // One id for all tries: an answer that was lost makes no second entry.
  const [id] = useState(newId);
  const [asked, setAsked] = useState(false);
  const [before, setBefore] = useState(notice?.before ?? putRight?.before ?? '');
  const [after, setAfter] = useState(notice?.after ?? putRight?.after ?? '');
  const [body, setBody] = useState(
    () =>
      notice?.body ??
      (putRight ? words('draft', { before: putRight.before, after: putRight.after, when: new Date() }) : ''),
  );

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (!body.trim()) return toFirstWrong(event.currentTarget);
    if (sending) return;
    const said = { body: body.trim(), before: before.trim() || null, after: after.trim() || null };
    const done = await send(() =>
      notice
        ? notices.change(notice.id, notice.revision, said)
        : notices.add(articleId, { id, ...said, claimId: putRight?.claimId ?? null }),
    );
    if (!done) return;
    toast(words(notice ? 'saved' : 'logged'));
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words(notice ? 'change' : 'add')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form} aria-disabled={sending || undefined}>
            {words(notice ? 'save-change' : 'save')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit} noValidate>
        {refused && <Said kind="error">{refused}</Said>}
        <TextArea
          label={words('body')}
          help={words('body-help')}
          dir="auto"
          value={body}
          maxLength={10_000}
          error={asked && !body.trim() ? words('body-missing') : undefined}
          onChange={(event) => setBody(event.target.value)}
        />
        <TextArea
          label={words('before')}
          dir="auto"
          rows={2}
          value={before}
          maxLength={100_000}
          onChange={(event) => setBefore(event.target.value)}
        />
        <TextArea
          label={words('after')}
          dir="auto"
          rows={2}
          value={after}
          maxLength={100_000}
          onChange={(event) => setAfter(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
