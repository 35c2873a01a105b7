import { call } from '@/components/interface/call';
import { withQuery } from '@/components/interface/pages';
import type { Notifications } from '@/core/newsroom/news';

export const newsTabs = ['unread', 'mention', 'all'] as const;
export type NewsTab = (typeof newsTabs)[number];

/** Each throws what `call` throws. */
export const news = {
  list: (tab: NewsTab, cursor: string | null, signal?: AbortSignal) =>
    call<Notifications>(
      'GET',
      withQuery('/api/notifications', {
        unread: tab === 'unread' ? 1 : null,
        kind: tab === 'mention' ? 'mention' : null,
        limit: 20,
        cursor,
      }),
      { signal },
    ),
  unread: (signal?: AbortSignal) =>
    call<Notifications>('GET', '/api/notifications?unread=1&limit=1', { signal }).then(({ unread }) => unread),
  read: (which: { ids: string[] } | { all: true }) =>
    call<{ unread: number }>('POST', '/api/notifications/read', { body: which }).then(({ unread }) => unread),
};
