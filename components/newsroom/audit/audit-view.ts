import { type EventSubject, eventSubjects } from '@/core/event/subjects';

/** What the audit page shows; its address holds it. Days are `2026-03-02`, in UTC as the record keeps its times. */
export interface AuditView {
  person: string | null;
  article: string | null;
  subject: EventSubject | null;
  from: string | null;
  until: string | null;
  cursor: string | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function auditViewOf(parameters: Record<string, string | string[] | undefined>): AuditView {
  const one = (name: keyof AuditView) => [parameters[name]].flat()[0]?.slice(0, 500) || null;
  const day = (name: 'from' | 'until') => {
    const value = one(name);
    return value && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
  };
  return {
    person: one('person'),
    article: one('article'),
    subject: eventSubjects.find((subject) => subject === one('subject')) ?? null,
    from: day('from'),
    until: day('until'),
    cursor: one('cursor'),
  };
}

/** The address of a view; looking for something else begins at the first page. */
export function auditAddress(view: AuditView, change: Partial<AuditView> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...view, cursor: null, ...change })) if (value) query.set(name, value);
  return query.size > 0 ? `/audit?${query}` : '/audit';
}

/** The moments that a view's days begin and end at: its last day counts whole. */
export function momentsOf({ from, until }: AuditView): { from?: string; until?: string } {
  return {
    ...(from && { from: `${from}T00:00:00.000Z` }),
    ...(until && { until: new Date(Date.parse(until) + 24 * 60 * 60 * 1000).toISOString() }),
  };
}
