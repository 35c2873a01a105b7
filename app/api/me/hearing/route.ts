import { answer, json } from '@/app/api/answer';
import { changeHearing, getHearing } from '@/app/api/contract/notifications';
import { readSettings } from '@/app/settings';
import { changeHearing as change } from '@/db/changes/change-hearing';
import { wantsDigest } from '@/db/queries/people';

export const GET = answer(getHearing, async ({ store, call }) =>
  json({ digest: await wantsDigest(store, call), mail: readSettings().mail !== null }),
);

export const PATCH = answer(changeHearing, async ({ store, call, body }) => {
  await change(store, call, body.digest);
  return json({ digest: body.digest, mail: readSettings().mail !== null });
});
