import { answer, json } from '@/app/api/answer';
import { readNotifications } from '@/app/api/contract/notifications';
import { readNotifications as read } from '@/db/changes/read-notifications';

export const POST = answer(readNotifications, async ({ store, call, body }) => json(await read(store, call, body)));
