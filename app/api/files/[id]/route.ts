import { answer, done } from '@/app/api/answer';
import { getFile, removeSourceFile } from '@/app/api/contract/files';
import { serveFile } from '@/app/evidence/serve-file';
import { theEvidence } from '@/app/evidence/the-evidence';
import { removeFile } from '@/db/changes/remove-file';
import { openFile } from '@/db/queries/files';

export const GET = answer(getFile, async ({ store, call, params, query, request }) =>
  serveFile(theEvidence(), await openFile(store.read, call, params.id), request, query),
);

export const DELETE = answer(removeSourceFile, async ({ store, call, params }) => {
  await removeFile(store, call, params.id);
  return done();
});
