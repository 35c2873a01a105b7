'use client';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ACCEPTED, type Draft, draftIn, isOneAddress } from '@/components/articles/import/draft';
import { fileLimit, megabytes } from '@/components/articles/limits';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea } from '@/components/ui/Field';
import { TakeAnnotations } from './TakeAnnotations';

/** Where a new draft comes from: a file, chosen or dropped, or text that is pasted. */
export function DraftSource({
  back,
  onBack,
  onClose,
  onDraft,
}: {
  back: string;
  onBack: () => void;
  onClose: () => void;
  onDraft: (draft: Draft) => void;
}) {
  const words = useTranslations('desk.versions');
  const form = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const take = (draft: ReturnType<typeof draftIn>) => {
    if (draft === 'several') setError(words('several'));
    else if (draft?.kind === 'file' && megabytes(draft.file.size) > fileLimit(draft.file.name))
      setError(words('too-large', { limit: fileLimit(draft.file.name) }));
    else if (draft) onDraft(draft);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isOneAddress(text)) onDraft({ kind: 'address', url: text.trim() });
    else if (text.trim()) onDraft({ kind: 'paste', text, html: null, rich: false });
    else setError(words('empty'));
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={words('draft-title')}
      foot={
        <>
          <Button onClick={onBack}>{back}</Button>
          <Button kind="main" type="submit" form={form}>
            {words('see')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="draft-source"
        onSubmit={send}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(draftIn(event.dataTransfer));
        }}
      >
        <p>{words('draft-help')}</p>
        <Button icon="upload" onClick={() => chooser.current?.click()}>
          {words('choose')}
        </Button>
        <input
          ref={chooser}
          className="sr"
          type="file"
          accept={ACCEPTED}
          tabIndex={-1}
          aria-label={words('choose')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) take({ kind: 'file', file });
          }}
        />
        <TextArea
          label={words('paste')}
          error={error ?? undefined}
          className="input paste__text"
          rows={10}
          dir="auto"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setError(null);
          }}
          onPaste={(event) => {
            const draft = draftIn(event.clipboardData);
            if (text.trim() || !draft || draft === 'several' || (draft.kind === 'paste' && !draft.rich)) return;
            event.preventDefault();
            take(draft);
          }}
        />
      </form>
      <TakeAnnotations />
    </Dialog>
  );
}
