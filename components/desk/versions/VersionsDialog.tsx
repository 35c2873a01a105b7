'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Coming } from './coming';
import { DraftPreview } from './DraftPreview';
import { DraftSource } from './DraftSource';
import { VersionList } from './VersionList';
import './versions.css';

/** The article's versions, and how another text becomes the newest of them: a new draft, or an old one brought back. */
export default function VersionsDialog({ onClose, start }: { onClose: () => void; start: 'versions' | 'draft' }) {
  const words = useTranslations('desk.versions');
  const [step, setStep] = useState<'versions' | 'draft'>(start);
  const [coming, setComing] = useState<Coming | null>(null);
  if (coming)
    return <DraftPreview coming={coming} onComing={setComing} onBack={() => setComing(null)} onClose={onClose} />;
  if (step === 'draft')
    return (
      <DraftSource
        back={start === 'draft' ? words('cancel') : words('back')}
        onBack={() => (start === 'draft' ? onClose() : setStep('versions'))}
        onClose={onClose}
        onDraft={(draft) => setComing({ kind: 'draft', draft })}
      />
    );
  return (
    <VersionList
      onClose={onClose}
      onDraft={() => setStep('draft')}
      onRestore={(version) => setComing({ kind: 'restored', version })}
    />
  );
}
