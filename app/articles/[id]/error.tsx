'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import '@/components/desk/desk.css';

/** The desk has failed. What was typed is in this browser's store, which did not: opening the desk again shows it. */
export default function DeskFailed({ reset }: { error: Error; reset: () => void }) {
  const words = useTranslations('desk.failed');
  return (
    <main className="absent" id="main">
      <Notice
        kind="error"
        title={words('title')}
        actions={
          <>
            <Button kind="main" size="small" onClick={() => reset()}>
              {words('again')}
            </Button>
            <a className="button" data-kind="plain" data-size="small" href="/">
              {words('back')}
            </a>
          </>
        }
      >
        {words('text')}
      </Notice>
    </main>
  );
}
