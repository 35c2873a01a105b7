import { answer, json } from '@/app/api/answer';
import { listWorkload } from '@/app/api/contract/work';
import { loadOf } from '@/db/queries/work-heaps';

export const GET = answer(listWorkload, async ({ store, call }) =>
  json({ items: await store.see((db) => loadOf(db, call)) }),
);
