import { may } from '@/core/newsroom/rights';
import type { Role } from '@/core/newsroom/vocabulary';
import type { Comment } from './comment';

export { waits } from './open-threads';

/** What of a comment says whether it is a query, and whether somebody still owes the answer. */
export type Asked = Pick<Comment, 'kind' | 'to' | 'createdBy' | 'answeredAt'>;

/**
 * Whether what a person does to a waiting query's thread answers it. The one it was put to answers by a reply or by resolving it,
 * and so does an editor; but an editor who asked does not answer by adding a line, which is asking on. Resolving their own
 * query is: they say that it asks nothing any more.
 */
export function answers(
  query: Pick<Asked, 'to' | 'createdBy'>,
  { id, role }: { id: string; role: Role },
  by: 'reply' | 'resolve',
): boolean {
  if (id === query.to) return true;
  return may(role, 'query.answer') && (by === 'resolve' || id !== query.createdBy);
}
