import { answer, json, made } from '@/app/api/answer';
import { addContact, listContacts } from '@/app/api/contract/sources';
import { pageOfAll } from '@/app/api/page-of-all';
import { addContact as add } from '@/db/changes/add-contact';
import { listContacts as list } from '@/db/queries/contacts';

export const GET = answer(listContacts, async ({ store, call, params, query }) =>
  json(pageOfAll(await list(store, call, params.id), query)),
);

export const POST = answer(addContact, async ({ store, call, params, body }) =>
  made(await add(store, call, params.id, body)),
);
