import { answer, json } from '@/app/api/answer';
import { changeClaim, deleteClaim, getClaim } from '@/app/api/contract/claims';
import { changeClaim as change } from '@/db/changes/change-claim';
import { deleteClaim as remove } from '@/db/changes/delete-claim';
import { getClaim as get } from '@/db/queries/claims';

export const GET = answer(getClaim, async ({ store, call, params }) => json(await get(store, call, params.id)));

export const PATCH = answer(changeClaim, async ({ store, call, params, revision, body }) =>
  json(await change(store, call, params.id, revision, body)),
);

export const DELETE = answer(deleteClaim, async ({ store, call, params, revision }) =>
  json(await remove(store, call, params.id, revision)),
);
