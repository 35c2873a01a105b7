'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportFormat } from '@/core/report/formats';

/** How much of a text is shown: enough to see what is in it. */
const SHOWN = 20_000;

/** How a report will look, or what is in it, before it is taken. */
export function Preview({ format, address, title }: { format: ExportFormat; address: string; title: string }) {
  const words = useTranslations('desk.export');
  return (
    <div className="export__preview">
      <p className="label">{words(`previews.${format}`)}</p>
      {format === 'html' || format === 'pdf' ? (
        <Page key={address} format={format} address={`${address}&view=1`} title={words('preview-title', { title })} />
      ) : format === 'docx' || format === 'xlsx' ? (
        <ul className="export__holds">
          {words(`holds.${format}`)
            .split('\n')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
      ) : (
        <Text key={address} address={address} title={words('preview-title', { title })} />
      )}
    </div>
  );
}

function Page({ format, address, title }: { format: 'html' | 'pdf'; address: string; title: string }) {
  const words = useTranslations('desk.export');
  const [loaded, setLoaded] = useState(false);
  if (format === 'pdf' && !navigator.pdfViewerEnabled) return <p>{words('no-pdf-viewer')}</p>;
  return (
    <>
      {!loaded && <progress aria-label={words('making')} />}
      {/* What shows a PDF is the browser's own, and does not run where nothing may. */}
      <iframe
        sandbox={format === 'html' ? '' : undefined}
        title={title}
        src={address}
        data-loading={!loaded || undefined}
        onLoad={() => setLoaded(true)}
      />
    </>
  );
}

function Text({ address, title }: { address: string; title: string }) {
  const words = useTranslations('desk.export');
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const read = async () => {
      const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store', signal: abort.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      setText(await answer.text());
    };
    read().catch(() => {
      if (!abort.signal.aborted) setFailed(true);
    });
    return () => abort.abort();
  }, [address]);
  if (failed) return <p role="alert">{words('failed')}</p>;
  if (text === null) return <progress aria-label={words('making')} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller that holds no control must be reached by the keyboard
    <section className="export__text" aria-label={title} tabIndex={0}>
      <pre>{text.slice(0, SHOWN)}</pre>
      {text.length > SHOWN && <p>{words('cut')}</p>}
    </section>
  );
}
