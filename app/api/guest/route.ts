import { answer, json } from '@/app/api/answer';
import { guestView } from '@/app/api/contract/guests';
import { seeGuest } from '@/db/changes/see-guest';
import { guestView as view } from '@/db/queries/guest-view';

export const GET = answer(guestView, async ({ store, call }) => {
  await seeGuest(store, call);
  return json(await view(store, call));
});
