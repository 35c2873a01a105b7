'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { type Draft, nameOf } from './draft';

/** A short text is read before anybody would see a dialog; it appears only after this many milliseconds. */
const PATIENCE = 300;

/** Says that a draft is being read, and lets it be stopped. */
export function ReadingDialog({ draft, onCancel }: { draft: Draft; onCancel: () => void }) {
  const words = useTranslations('articles.import');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  const name = nameOf(draft);
  const title =
    name === null ? words('reading-text') : words(draft.kind === 'address' ? 'fetching' : 'reading', { name });
  return (
    <Dialog open onClose={onCancel} title={title} foot={<Button onClick={onCancel}>{words('cancel')}</Button>}>
      <progress className="reading" aria-label={title} />
      <p>{words('reading-long')}</p>
    </Dialog>
  );
}

/** Says why a draft was refused, in the server's sentence, and what can be done. */
export function RefusedDialog({
  draft,
  message,
  onClose,
  onAgain,
  onAnother,
}: {
  draft: Draft;
  message: string;
  onClose: () => void;
  onAgain: () => void;
  /** Another file is chosen, or the address is changed. */
  onAnother: () => void;
}) {
  const words = useTranslations('articles.import');
  return (
    <Dialog
      open
      onClose={onClose}
      title={words('refused-title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button onClick={onAgain}>{words('try-again')}</Button>
          {draft.kind !== 'paste' && (
            <Button kind="main" onClick={onAnother}>
              {words(draft.kind === 'file' ? 'try-another' : 'change-address')}
            </Button>
          )}
        </>
      }
    >
      <p role="alert">{message}</p>
    </Dialog>
  );
}
