import type { Access, Article, Progress } from '@/core/article/article';
import type { articles } from '@/db/schema/schema';

export type ArticleRow = typeof articles.$inferSelect;

/** An article without its text. `readers` are the people of a restricted one. */
export function articleRecord(row: ArticleRow, readers: string[], progress: Progress): Article {
  const { restricted: _, finding: __, changedSince, signedOff, ...article } = row;
  return {
    ...article,
    access: accessOf(row, readers),
    signedOff,
    changedSinceSignOff: signedOff !== null && changedSince !== null,
    progress,
  };
}

export function accessOf(row: Pick<ArticleRow, 'restricted'>, readers: string[]): Access {
  return row.restricted ? { kind: 'restricted', people: readers } : { kind: 'newsroom' };
}
