import { answer, json } from '@/app/api/answer';
import { dropAnchor, moveAnchor } from '@/app/api/contract/claims';
import { dropAnchor as drop } from '@/db/changes/drop-anchor';
import { moveAnchor as move } from '@/db/changes/move-anchor';

export const PATCH = answer(moveAnchor, async ({ store, call, params, revision, body }) =>
  json(await move(store, call, params.id, params.anchorId, revision, body)),
);

export const DELETE = answer(dropAnchor, async ({ store, call, params, revision }) =>
  json(await drop(store, call, params.id, params.anchorId, revision)),
);
