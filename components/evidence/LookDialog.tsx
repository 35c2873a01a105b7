'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DocView } from '@/components/articles/import/DocView';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { evidence, type FileWords } from '@/components/interface/operations';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { lookOfType } from '@/core/source/evidence-kinds';
import { pageOfLocator, secondsOfLocator } from '@/core/source/locator';
import type { EvidenceFile } from '@/core/source/source';
import { DownloadIcon } from './DownloadIcon';
import { Picture, type PictureSize } from './Picture';
import '../articles/import/import.css';

/** Shows a file where the desk is: a picture, a recording from the minute that its citation names, a PDF at its page, or words. */
export default function LookDialog({
  file,
  locator,
  onClose,
}: {
  file: EvidenceFile;
  locator: string | null;
  onClose: () => void;
}) {
  const words = useTranslations('evidence');
  const [size, setSize] = useState<PictureSize>('whole');
  return (
    <Dialog
      open
      onClose={onClose}
      title={file.name}
      size="full"
      foot={
        <>
          {locator && <p className="look__locator">{words('locator', { locator })}</p>}
          {size !== 'whole' && (
            <Button icon="search" onClick={() => setSize(size === 'full' ? 'reduced' : 'full')}>
              {words(size === 'full' ? 'fit-in' : 'full-size')}
            </Button>
          )}
          <a className="button" data-kind="plain" href={addressOf(file)} download>
            <DownloadIcon />
            {words('download-it')}
          </a>
        </>
      }
    >
      <div className="look" data-look={lookOfType(file.type)}>
        <Shown file={file} locator={locator} size={size} onSize={setSize} />
      </div>
    </Dialog>
  );
}

const addressOf = ({ id }: EvidenceFile) => `/api/files/${encodeURIComponent(id)}`;

function Shown({
  file,
  locator,
  size,
  onSize,
}: {
  file: EvidenceFile;
  locator: string | null;
  size: PictureSize;
  onSize: (size: PictureSize) => void;
}) {
  const words = useTranslations('evidence');
  const [broken, setBroken] = useState(false);
  const seen = `${addressOf(file)}?view=1`;
  const seconds = secondsOfLocator(locator);
  const recording = `${seen}${seconds === null ? '' : `#t=${seconds}`}`;
  const page = pageOfLocator(locator);
  const onError = () => setBroken(true);
  if (broken) return <Notice kind="error">{words('broken')}</Notice>;
  switch (lookOfType(file.type)) {
    case 'image':
      return <Picture src={seen} name={file.name} size={size} onSize={onSize} onError={onError} />;
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: a stranger's recording has no captions
      return <audio controls preload="metadata" src={recording} aria-label={file.name} onError={onError} />;
    case 'video':
      // biome-ignore lint/a11y/useMediaCaption: a stranger's recording has no captions
      return <video controls preload="metadata" src={recording} aria-label={file.name} onError={onError} />;
    case 'pdf':
      return <Pdf file={file} src={`${seen}${page === null ? '' : `#page=${page}`}`} />;
    default:
      return <Words file={file} />;
  }
}

/** A PDF in the browser's own viewer, where there is one, and where the server found nothing in the file that it would run. */
function Pdf({ file, src }: { file: EvidenceFile; src: string }) {
  const words = useTranslations('evidence');
  const [may, setMay] = useState<boolean | 'unknown' | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    evidence.mayShow(file.id, stop.signal).then(setMay, () => !stop.signal.aborted && setMay('unknown'));
    return () => stop.abort();
  }, [file.id]);
  if (!navigator.pdfViewerEnabled) return <Notice kind="locked">{words('no-pdf')}</Notice>;
  if (may === null) return <p role="status">{words('reading')}</p>;
  if (may === 'unknown') return <Notice kind="error">{words('no-answer')}</Notice>;
  return may ? <iframe src={src} title={file.name} /> : <Notice kind="locked">{words('pdf-shut')}</Notice>;
}

/** The words of a page or a text, as Stet reads them: nothing of the file itself is drawn. */
function Words({ file }: { file: EvidenceFile }) {
  const words = useTranslations('evidence');
  const [read, setRead] = useState<FileWords | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    evidence.words(file.id, stop.signal).then(setRead, (failure) => {
      if (failure instanceof NoAnswer) setRefused(words('no-answer'));
      else if (failure instanceof ProblemAnswer) setRefused(failure.message);
      else if (!stop.signal.aborted) throw failure;
    });
    return () => stop.abort();
  }, [file.id, words]);
  if (refused) return <Notice kind="error">{refused}</Notice>;
  if (!read) return <p role="status">{words('reading')}</p>;
  return <DocView title={read.title} doc={read.doc} language={read.language} />;
}
