/**
 * Why somebody is told: their name stands in a comment, a query is put to them, their query is answered, a claim or an article is
 * theirs to check, their verdict came back, a second check is asked of them, their verdicts differ, or a source fell under a claim.
 */
export const notificationKinds = [
  'mention',
  'query',
  'answer',
  'assigned',
  'article-assigned',
  'returned',
  'second-check',
  'disputed',
  'recheck',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
