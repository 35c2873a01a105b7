'use client';
import { useFormatter, useTranslations } from 'use-intl';
import { VerdictChip } from '@/components/ui/VerdictChip';
import { claimStatuses, severities } from '@/core/claim/vocabulary';
import { stances } from '@/core/source/vocabulary';
import { useDesk } from '../state/use-desk';

/** A field's value as a person reads it: a verdict's chip, a status in words, a person's name. */
export function FieldValue({ field, value }: { field: string; value: unknown }) {
  const words = useTranslations('desk');
  const format = useFormatter();
  const scale = useDesk((desk) => desk.scale);
  const personById = useDesk((desk) => desk.personById);
  const verdict = scale.verdicts.find((one) => one.key === value);
  if (field === 'verdict') return verdict ? <VerdictChip verdict={verdict} /> : words('no-verdict');
  if (value === null || value === undefined || value === '') return <i>{words('nothing')}</i>;
  if (field === 'status' && isOf(claimStatuses, value)) return words(`status.${value}`);
  if (field === 'severity' && isOf(severities, value)) return words(`card.severities.${value}`);
  if (field === 'stance' && isOf(stances, value)) return words(`sources.stance.${value}`);
  if (field === 'assigneeId' || field === 'secondCheckerId')
    return personById.get(String(value))?.name ?? words('someone');
  if (field === 'accessedAt' || field === 'deadline')
    return format.dateTime(new Date(String(value)), { dateStyle: 'medium' });
  return typeof value === 'string' ? <span dir="auto">{value}</span> : <i>{words('another')}</i>;
}

function isOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return (list as readonly unknown[]).includes(value);
}
