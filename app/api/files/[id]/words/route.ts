import { answer, json } from '@/app/api/answer';
import { fileWords } from '@/app/api/contract/files';
import { theEvidence } from '@/app/evidence/the-evidence';
import { readApart } from '@/app/workshop/workshop';
import { Problem } from '@/core/problem';
import { kindOfType, lookOfType } from '@/core/source/evidence-kinds';
import { openFile } from '@/db/queries/files';

/** The largest file that words are read out of, in bytes: what a fetched page may have. */
const READABLE = 10 * 1024 * 1024;

export const GET = answer(fileWords, async ({ store, call, params, request }) => {
  const { type, bytes, sha256, name } = await openFile(store.read, call, params.id);
  if (lookOfType(type) !== 'words' || bytes > READABLE) throw new Problem('file-not-words');
  const evidence = theEvidence();
  const handle = await evidence.open(sha256);
  if (!handle) throw new Problem('file-bytes-gone');
  await handle.close();
  const asked = { file: evidence.placeOf(sha256), page: kindOfType(type) === 'page', name };
  return json(await readApart('read-words', asked, request.signal));
});
