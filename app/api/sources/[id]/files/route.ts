import { answer, json, made } from '@/app/api/answer';
import { addSourceFile, listSourceFiles, UploadFields } from '@/app/api/contract/files';
import { pageOfAll } from '@/app/api/page-of-all';
import { receiveFile } from '@/app/api/receive-file';
import { tellTypeApart } from '@/app/evidence/tell-type';
import { theEvidence } from '@/app/evidence/the-evidence';
import { keptName } from '@/core/source/file-name';
import { addFile } from '@/db/changes/add-file';
import { listFiles } from '@/db/queries/files';
import { openSource } from '@/db/queries/sources';

export const GET = answer(listSourceFiles, async ({ store, call, params, query }) =>
  json(pageOfAll(await listFiles(store, call, params.id), query)),
);

export const POST = answer(addSourceFile, async ({ store, call, params, request }) => {
  // Before 50 MB come in for nothing.
  await openSource(store.read, call, params.id);
  const evidence = theEvidence();
  const { fields, name, received } = await receiveFile(request, UploadFields, evidence);
  const type = await tellTypeApart(received.file, request.signal);
  return made(await addFile({ store, evidence }, call, params.id, received, { ...fields, name: keptName(name), type }));
});
