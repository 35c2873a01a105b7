'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea } from '@/components/ui/Field';
import { type Draft, draftIn, isOneAddress } from './draft';

/** What was typed here and not yet brought in stays for this tab, through closing the dialog and reloading the page. */
const KEPT = 'stet.pasted';

/** A place to paste or type the text. What comes with formatting goes on at once; plain text can be looked over first. */
export function PasteDialog({
  start,
  onClose,
  onDraft,
}: {
  /** What is to be looked over again, in place of what was kept. */
  start: string | null;
  onClose: () => void;
  onDraft: (draft: Draft) => void;
}) {
  const words = useTranslations('articles.import');
  const form = useId();
  const [text, setText] = useState(() => start ?? sessionStorage.getItem(KEPT) ?? '');
  const [asked, setAsked] = useState(false);
  const empty = text.trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isOneAddress(text)) onDraft({ kind: 'address', url: text.trim() });
    else if (!empty) onDraft({ kind: 'paste', text, html: null, rich: false });
  };
  const keep = (next: string) => {
    setText(next);
    try {
      sessionStorage.setItem(KEPT, next);
    } catch {
      // Too long to keep beside the page: it stays in the field.
    }
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={words('paste-title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button kind="main" type="submit" form={form}>
            {words('paste-go')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send}>
        <TextArea
          label={words('paste-field')}
          help={words('paste-field-help')}
          error={asked && empty ? words('paste-empty') : undefined}
          className="input paste__text"
          rows={12}
          dir="auto"
          value={text}
          onChange={(event) => keep(event.target.value)}
          onPaste={(event) => {
            const draft = draftIn(event.clipboardData);
            if (!empty || !draft || draft === 'several' || (draft.kind === 'paste' && !draft.rich)) return;
            event.preventDefault();
            onDraft(draft);
          }}
        />
      </form>
    </Dialog>
  );
}
