import { answer, json } from '@/app/api/answer';
import { restoreSourceFile } from '@/app/api/contract/files';
import { restoreFile } from '@/db/changes/restore-file';

export const POST = answer(restoreSourceFile, async ({ store, call, params }) =>
  json(await restoreFile(store, call, params.id)),
);
