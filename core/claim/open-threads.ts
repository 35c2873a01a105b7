/** What of a comment decides where it stands in a thread, and what has become of that. */
export interface Said {
  readonly id: string;
  readonly parentId: string | null;
  readonly resolvedAt: string | null;
}

/** How many threads of a claim are open: see `threadsOf`, which whoever only counts them can do without. */
export function openThreads(comments: readonly Said[]): number {
  const ids = new Set(comments.map(({ id }) => id));
  return comments.filter(({ parentId, resolvedAt }) => !ids.has(parentId ?? '') && resolvedAt === null).length;
}

/** Whether a comment is a query that nobody has answered: it blocks approval. */
export function waits({ kind, answeredAt }: { kind: string; answeredAt: string | null }): boolean {
  return kind === 'query' && !answeredAt;
}
