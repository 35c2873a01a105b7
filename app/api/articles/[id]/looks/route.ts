import { answer, json } from '@/app/api/answer';
import { addLook, dropLook } from '@/app/api/contract/sign-off';
import { addLook as add, dropLook as drop } from '@/db/changes/add-look';

export const POST = answer(addLook, async ({ store, call, params, body }) =>
  json(await add(store, call, params.id, body)),
);

export const DELETE = answer(dropLook, async ({ store, call, params, body }) =>
  json(await drop(store, call, params.id, body)),
);
