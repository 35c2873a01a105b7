import { z } from 'zod';
import { Id, Time } from '@/core/record';
import { notificationKinds } from './notification';

/** One piece of news for somebody: why they are told, of what, by whom. */
export const Notification = z.object({
  id: Id,
  kind: z.enum(notificationKinds),
  articleId: Id,
  articleTitle: z.string(),
  claimId: Id.nullable(),
  commentId: Id.nullable(),
  quote: z.string().nullable().describe('The beginning of the claim’s words.'),
  by: Id,
  byName: z.string(),
  at: Time,
  readAt: Time.nullable(),
});
export type Notification = z.infer<typeof Notification>;

export const Notifications = z.object({
  items: z.array(Notification),
  nextCursor: z.string().nullable(),
  unread: z.number().int().min(0).describe('How many of all are unread.'),
});
export type Notifications = z.infer<typeof Notifications>;

export const ReadNotifications = z.union([
  z.strictObject({ ids: z.array(Id).min(1).max(200) }),
  z.strictObject({ all: z.literal(true) }),
]);
export type ReadNotifications = z.infer<typeof ReadNotifications>;
export const Unread = Notifications.pick({ unread: true });

/** What a person chooses of how they hear. */
export const Hearing = z.object({
  digest: z.boolean().describe('Whether unread news go out to the person’s e-mail address.'),
  mail: z.boolean().describe('Whether this server sends mail at all.'),
});
export type Hearing = z.infer<typeof Hearing>;
export const PatchHearing = z.strictObject({ digest: z.boolean() });
