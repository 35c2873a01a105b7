/** What the sources page shows; its address holds it. */
export interface SourcesView {
  q: string;
  cursor: string | null;
  /** The source that is open, by id. */
  id: string | null;
}

export function sourcesViewOf(parameters: Record<string, string | string[] | undefined>): SourcesView {
  const one = (name: string) => [parameters[name]].flat()[0] ?? '';
  return { q: one('q').slice(0, 500), cursor: one('cursor') || null, id: one('id') || null };
}

/** The address of a view; looking for something else begins at the first page. */
export function sourcesAddress(view: SourcesView, change: Partial<SourcesView> = {}): string {
  const { q, cursor, id } = { ...view, ...change };
  const query = new URLSearchParams();
  if (q) query.set('q', q);
  if (cursor) query.set('cursor', cursor);
  if (id) query.set('id', id);
  return query.size > 0 ? `/sources?${query}` : '/sources';
}
