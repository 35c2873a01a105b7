import { answer, json } from '@/app/api/answer';
import { dueContacts } from '@/app/api/contract/sources';
import { pageOfAll } from '@/app/api/page-of-all';
import { dueContacts as due } from '@/db/queries/contacts';

export const GET = answer(dueContacts, async ({ store, call, query: { until = call.at, ...query } }) =>
  json(pageOfAll(await due(store, call, until), query)),
);
