'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/Choice';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { may } from '@/core/newsroom/rights';
import { type ExportFormat, exportFormats, type Paper, papers } from '@/core/report/formats';
import { useDesk } from '../state/use-desk';
import { Preview } from './Preview';
import { PublishedUnder } from './PublishedUnder';
import { useReport } from './use-report';
import './export.css';

const formats = Object.keys(exportFormats) as ExportFormat[];
const editions = ['internal', 'public'] as const;

/** The report, as a file: in which form, for whom, and how it looks before it is taken. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.export');
  const toast = useToast();
  const article = useDesk((desk) => desk.article);
  const claims = useDesk((desk) => desk.claims);
  const internal = useDesk((desk) => may(desk.me.role, 'report.export-internal'));
  const unsent = useDesk((desk) => desk.outbox.count);
  const [format, setFormat] = useState<ExportFormat>('html');
  const [edition, setEdition] = useState<(typeof editions)[number]>(internal ? 'internal' : 'public');
  const [paper, setPaper] = useState<Paper>('a4');
  const { making, take, stop } = useReport();
  const left = claims.filter((claim) => claim.status !== 'approved').length;
  const query = new URLSearchParams({ format, edition, ...(format === 'pdf' && { paper }) });
  const address = `/api/articles/${encodeURIComponent(article.id)}/export?${query}`;
  const download = async () => {
    const name = await take(address);
    if (name === null) return;
    toast(words('taken', { name }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={words('title')}
      foot={
        <>
          {making.step === 'making' && (
            <span className="export__making">
              <progress value={making.share ?? undefined} aria-label={words('making')} />
              {words('making')}
            </span>
          )}
          <Button onClick={making.step === 'making' ? stop : onClose}>
            {words(making.step === 'making' ? 'stop' : 'cancel')}
          </Button>
          <Button kind="main" icon="export" aria-disabled={making.step === 'making' || undefined} onClick={download}>
            {words(left > 0 ? 'download-draft' : 'download')}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export__choices">
          {making.step === 'failed' && (
            <p className="help help--bad" role="alert">
              {making.why ?? words('failed')}
            </p>
          )}
          <p>{words('left', { left, all: claims.length })}</p>
          {unsent > 0 && <p className="help help--bad">{words('unsent', { count: unsent })}</p>}
          <RadioGroup
            legend={words('format')}
            name="format"
            value={format}
            options={formats.map((value) => ({
              value,
              label: words(`formats.${value}`),
              help: words(`formats-help.${value}`),
            }))}
            onChange={setFormat}
          />
          <RadioGroup
            legend={words('edition')}
            name="edition"
            value={edition}
            options={editions.map((value) => ({
              value,
              label: words(`editions.${value}`),
              help: words(`editions-help.${value}`),
              disabled: value === 'internal' && !internal,
            }))}
            onChange={setEdition}
          />
          {format === 'pdf' && (
            <SelectField
              label={words('paper')}
              options={papers.map((value) => ({ value, label: words(`papers.${value}`) }))}
              value={paper}
              onChange={(event) => setPaper(event.target.value as Paper)}
            />
          )}
          {format === 'claimreview' && <PublishedUnder />}
        </div>
        <Preview format={format} address={address} title={article.title} />
      </div>
    </Dialog>
  );
}
