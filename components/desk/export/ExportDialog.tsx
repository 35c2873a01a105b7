'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { may } from '@/core/newsroom/rights';
import { useDesk } from '../state/use-desk';

const formats = ['html', 'json'] as const;
const editions = ['internal', 'public'] as const;

/** The report, as a file: in which form, for whom, and how it looks before it is taken. */
export default function ExportDialog({ onClose }: { onClose: () => void }) {
  const words = useTranslations('desk.export');
  const article = useDesk((desk) => desk.article);
  const claims = useDesk((desk) => desk.claims);
  const internal = useDesk((desk) => may(desk.me.role, 'report.export-internal'));
  const unsent = useDesk((desk) => desk.outbox.count);
  const [format, setFormat] = useState<(typeof formats)[number]>('html');
  const [edition, setEdition] = useState<(typeof editions)[number]>(internal ? 'internal' : 'public');
  const [loaded, setLoaded] = useState(false);
  const left = claims.filter((claim) => claim.status !== 'approved').length;
  const address = (as: string) =>
    `/api/articles/${encodeURIComponent(article.id)}/export?format=${as}&edition=${edition}`;
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      title={words('title')}
      foot={
        <>
          <Button onClick={onClose}>{words('cancel')}</Button>
          <a className="button" data-kind="main" href={address(format)} download onClick={() => setTimeout(onClose, 0)}>
            <Icon name="export" size={14} />
            {words(left > 0 ? 'download-draft' : 'download')}
          </a>
        </>
      }
    >
      <div className="export">
        <div className="export__choices">
          <p>{words('left', { left, all: claims.length })}</p>
          {unsent > 0 && <p className="help help--bad">{words('unsent', { count: unsent })}</p>}
          <fieldset>
            <legend className="label">{words('format')}</legend>
            {formats.map((one) => (
              <label key={one} className="check">
                <input type="radio" name="format" checked={one === format} onChange={() => setFormat(one)} />
                <span>{words(`formats.${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend className="label">{words('edition')}</legend>
            {editions.map((one) => (
              <label key={one} className="check export__edition">
                <input
                  type="radio"
                  name="edition"
                  checked={one === edition}
                  disabled={one === 'internal' && !internal}
                  onChange={() => {
                    setEdition(one);
                    setLoaded(false);
                  }}
                />
                <span>
                  {words(`editions.${one}`)}
                  <small>{words(`editions-help.${one}`)}</small>
                </span>
              </label>
            ))}
          </fieldset>
        </div>
        <div className="export__preview" aria-busy={!loaded}>
          <p className="label">{words('preview')}</p>
          <iframe
            key={edition}
            sandbox=""
            title={words('preview-title', { title: article.title })}
            src={`${address('html')}&view=1`}
            onLoad={() => setLoaded(true)}
          />
        </div>
      </div>
    </Dialog>
  );
}
