import { useTranslations } from 'use-intl';
import { channels } from '@/core/source/vocabulary';

/** A channel in words; one that came through the interface as it is. */
export function useChannel(): (channel: string) => string {
  const words = useTranslations('sources.channels');
  return (channel) => {
    const known = channels.find((one) => one === channel);
    return known ? words(known) : channel;
  };
}
