import { answer, json } from '@/app/api/answer';
import { listNotifications } from '@/app/api/contract/notifications';
import { listNotifications as list } from '@/db/queries/notifications';

export const GET = answer(listNotifications, async ({ store, call, query }) => json(await list(store, call, query)));
