import type { Comment } from '@/core/claim/comment';
import type { comments } from '@/db/schema/schema';

export type CommentRow = typeof comments.$inferSelect;

/** A comment as everybody sees it who may see comments at all. */
export function commentRecord({ deletedAt: _, mentions, ...comment }: CommentRow): Comment {
  return { ...comment, mentions: [...(mentions ?? [])] };
}
