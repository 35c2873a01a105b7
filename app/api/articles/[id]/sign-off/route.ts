import { answer, json } from '@/app/api/answer';
import { getSignOff, signOff } from '@/app/api/contract/sign-off';
import { signOff as sign } from '@/db/changes/sign-off';
import { signOffState } from '@/db/queries/sign-off';

export const GET = answer(getSignOff, async ({ store, call, params }) =>
  json(await signOffState(store, call, params.id)),
);

export const POST = answer(signOff, async ({ store, call, params, body }) =>
  json(await sign(store, call, params.id, body.version)),
);
