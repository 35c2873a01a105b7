'use client';

import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import { useToast } from '@/components/ui/Toast';
import type { Me } from '@/core/newsroom/person';
import { kindOfType, lookOfType } from '@/core/source/evidence-kinds';
import { mayRemoveFile } from '@/core/source/file-rights';
import type { EvidenceFile } from '@/core/source/source';
import { DownloadIcon } from './DownloadIcon';
import { iconOfEvidence, useFileSize } from './file-words';

const LookDialog = lazy(() => import('./LookDialog'));

/** How much of a SHA-256 tells two files apart at a glance, in characters. */
const SHORT = 8;

/** One evidence file: what it is, whose, and what can be done with it. */
export function FileRow({
  file,
  me,
  locator,
  who,
  onRemove,
}: {
  file: EvidenceFile;
  me: Me;
  /** Where in it to look first, as its citation says. */
  locator: string | null;
  who: string;
  onRemove: () => void;
}) {
  const words = useTranslations('evidence');
  const toast = useToast();
  const size = useFileSize();
  const [looking, setLooking] = useState(false);
  const { id, name, type, bytes, sha256, origin, createdAt, fetchedAt } = file;
  const kind = kindOfType(type);
  const looks = lookOfType(type) !== null;
  const copyHash = () =>
    navigator.clipboard.writeText(sha256).then(
      () => toast(words('hash-copied')),
      () => toast(sha256),
    );
  return (
    <li className="evidence__file">
      <Icon name={origin === 'copy' ? 'archive' : iconOfEvidence[kind]} size={14} />
      {looks ? (
        <button
          type="button"
          className="evidence__name"
          dir="auto"
          title={name}
          aria-label={words('look', { name })}
          data-next=""
          onClick={() => setLooking(true)}
        >
          {name}
        </button>
      ) : (
        <span className="evidence__name" dir="auto" title={name}>
          {name}
        </span>
      )}
      <span className="evidence__acts">
        <a
          className="button"
          data-kind="quiet"
          data-size="small"
          data-icon=""
          href={`/api/files/${encodeURIComponent(id)}`}
          download
          aria-label={words('download', { name })}
          title={words('download', { name })}
        >
          <DownloadIcon size={14} />
        </a>
        {mayRemoveFile(me, file) && (
          <Button kind="quiet" size="small" icon="bin" label={words('remove', { name })} onClick={onRemove} />
        )}
      </span>
      <span className="evidence__about">
        <span>{words(origin === 'copy' ? 'kinds.copy' : `kinds.${kind}`)}</span>
        <span>{size(bytes)}</span>
        <button
          type="button"
          className="evidence__hash mono"
          onClick={copyHash}
          aria-label={words('hash', { sha256 })}
          title={sha256}
        >
          {sha256.slice(0, SHORT)}
        </button>
        <span>
          <span dir="auto">{who}</span>, <Time at={fetchedAt ?? createdAt} show="ago" />
        </span>
      </span>
      {looking && (
        <Suspense>
          <LookDialog file={file} locator={locator} onClose={() => setLooking(false)} />
        </Suspense>
      )}
    </li>
  );
}
