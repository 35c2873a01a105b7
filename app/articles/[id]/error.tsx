'use client';
import { useTranslations } from 'use-intl';
import '@/components/desk/desk.css';

/**
 * The desk has failed. What was typed is in this browser's store, which did not: opening the desk again shows it. The desk carries
 * this page from the beginning, so that it brings nothing along.
 */
export default function DeskFailed({ reset }: { error: Error; reset: () => void }) {
  const words = useTranslations('desk.failed');
  return (
    <main className="absent" id="main">
      <div className="notice" data-kind="error" role="alert">
        <p className="notice__text">
          <b>{words('title')}</b> {words('text')}
        </p>
        <div className="notice__actions">
          <button type="button" className="button" data-kind="main" data-size="small" onClick={reset}>
            {words('again')}
          </button>
          <a className="button" data-kind="plain" data-size="small" href="/">
            {words('back')}
          </a>
        </div>
      </div>
    </main>
  );
}
