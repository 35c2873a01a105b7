import type { Article } from '@/core/article/article';

/** The lists that the articles are kept in, by how far they have come. */
export const tabs = ['to-check', 'mine', 'late', 'signed-off', 'archived', 'bin'] as const;
export type Tab = (typeof tabs)[number];
export const orders = ['deadline', 'activity'] as const;
export type Order = (typeof orders)[number];

/** An article as the list shows it: with the people who work on it. */
export type ListedArticle = Article & { people: readonly string[] };

/** What is looked at; the address bar holds it, so that a list can be sent to a colleague. */
export interface View {
  tab: Tab;
  order: Order;
  q: string;
  cursor: string | null;
}

/** The view that the parameters of an address ask for; what is unknown falls back. */
export function viewOf(parameters: Record<string, string | string[] | undefined>): View {
  const one = (name: string) => [parameters[name]].flat()[0] ?? '';
  return {
    tab: tabs.find((tab) => tab === one('tab')) ?? 'to-check',
    order: orders.find((order) => order === one('order')) ?? 'deadline',
    q: one('q').slice(0, 500),
    cursor: one('cursor') || null,
  };
}

/** The address of a view; changing anything but the cursor begins at the first page. */
export function addressOf(view: View, change: Partial<View> = {}): string {
  const { tab, order, q, cursor } = { ...view, cursor: null, ...change };
  const query = new URLSearchParams();
  if (tab !== 'to-check') query.set('tab', tab);
  if (order !== 'deadline') query.set('order', order);
  if (q) query.set('q', q);
  if (cursor) query.set('cursor', cursor);
  return query.size > 0 ? `/?${query}` : '/';
}
