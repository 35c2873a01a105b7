import { useFormatter } from 'use-intl';
import type { IconName } from '@/components/ui/Icon';
import type { Source, SourceKind, Stance } from '@/core/source/source';

export const kindIcons: Record<SourceKind, IconName> = {
  web: 'globe',
  document: 'document',
  dataset: 'data',
  interview: 'microphone',
  email: 'mail',
  book: 'book',
  broadcast: 'video',
  image: 'image',
  'earlier-check': 'check',
  other: 'document',
};

export const stanceIcons: Record<Stance, IconName> = { supports: 'check', refutes: 'close', context: 'more' };

/** A publication date as exact as it is known: 2025, Oct 2025, 28 Oct 2025. */
export function usePublicationDate(): (date: string) => string {
  const format = useFormatter();
  return (date) => {
    const parts = date.slice(0, 10).split('-').length;
    const day = new Date(`${date.slice(0, 10)}${'-01'.repeat(3 - parts)}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return date;
    return format.dateTime(day, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(parts > 1 && { month: 'short' }),
      ...(parts > 2 && { day: 'numeric' }),
    });
  };
}

/** Where a source is from, in a few words: its publisher, else its author, else the host of its address. */
export function originOf(source: Pick<Source, 'publisher' | 'author' | 'url'>): string | null {
  if (source.publisher) return source.publisher;
  if (source.author) return source.author;
  return source.url ? new URL(source.url).hostname.replace(/^www\./, '') : null;
}
