/**
 * Why somebody is told: their name stands in a comment, a query is put to them, their query is answered, a thread goes on that
 * they wrote in, a claim or an article is
 * theirs to check, their verdict came back, a second check is asked of them, their verdicts differ, or a source fell under a claim.
 */
export const notificationKinds = [
  'mention',
  'query',
  'answer',
  'reply',
  'assigned',
  'article-assigned',
  'returned',
  'second-check',
  'disputed',
  'recheck',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
