'use client';

import { useFormatter } from 'use-intl';
import type { IconName } from '@/components/ui/Icon';
import type { EvidenceKind } from '@/core/source/evidence-kinds';

export const iconOfEvidence: Record<EvidenceKind, IconName> = {
  pdf: 'document',
  image: 'image',
  audio: 'microphone',
  video: 'video',
  mail: 'mail',
  page: 'globe',
  text: 'document',
  document: 'document',
  table: 'data',
  slides: 'panel',
  archive: 'archive',
  other: 'link',
};

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A size in bytes as people say it: 812 bytes, 3.4 kB, 12 MB. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1000)));
    const value = bytes / 1000 ** step;
    return format.number(value, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      // In short it has no plural.
      unitDisplay: step === 0 ? 'long' : 'short',
      maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
    });
  };
}
