import type { IconName } from '@/components/ui/Icon';
import type { SourceKind } from '@/core/source/vocabulary';

/** The icon that a kind of source has wherever sources are listed. */
export const iconOfKind: Record<SourceKind, IconName> = {
  web: 'globe',
  document: 'document',
  dataset: 'data',
  interview: 'microphone',
  email: 'mail',
  book: 'book',
  broadcast: 'video',
  image: 'image',
  'earlier-check': 'check',
  other: 'link',
};
