import { z } from 'zod';
import { Hearing, Notifications, PatchHearing, ReadNotifications, Unread } from '@/core/newsroom/news';
import { notificationKinds } from '@/core/newsroom/notification';
import { operation } from './operation';
import { flag, paging } from './paging';

export const listNotifications = operation({
  method: 'GET',
  path: '/api/notifications',
  summary: 'What you should know of, newest first',
  description: 'Of articles that you may open now, and of comments that are shown to you.',
  by: 'signed-in',
  query: z.strictObject({
    unread: flag.describe('1: the unread ones alone.'),
    kind: z.enum(notificationKinds).optional(),
    ...paging,
  }),
  answers: { 200: { says: 'One page of news, and how many of all are unread', schema: Notifications } },
});

export const readNotifications = operation({
  method: 'POST',
  path: '/api/notifications/read',
  summary: 'Note that you have read news: some of them, or all',
  by: 'signed-in',
  body: ReadNotifications,
  answers: { 200: { says: 'How many are unread still', schema: Unread } },
});

export const getHearing = operation({
  method: 'GET',
  path: '/api/me/hearing',
  summary: 'How you hear of news beside the desk',
  by: 'signed-in',
  answers: { 200: { says: 'Whether news are mailed to you', schema: Hearing } },
});

export const changeHearing = operation({
  method: 'PATCH',
  path: '/api/me/hearing',
  summary: 'Have unread news mailed to you, or not',
  by: 'signed-in',
  body: PatchHearing,
  answers: { 200: { says: 'Whether news are mailed to you', schema: Hearing } },
});
