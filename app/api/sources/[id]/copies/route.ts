import { answer, json } from '@/app/api/answer';
import { copySourcePage } from '@/app/api/contract/files';
import { EVIDENCE_BYTES } from '@/app/api/receive-file';
import { fetchCopy } from '@/app/evidence/fetch-copy';
import { theEvidence } from '@/app/evidence/the-evidence';
import { Problem } from '@/core/problem';
import { keptName } from '@/core/source/file-name';
import { addCopy } from '@/db/changes/add-copy';
import { openSource } from '@/db/queries/sources';

export const POST = answer(copySourcePage, async ({ store, call, params, body, request }) => {
  const { url } = await openSource(store.read, call, params.id);
  if (url === null) throw new Problem('address-missing');
  const copy = await fetchCopy(url, call.at, request.signal);
  const evidence = theEvidence();
  const received = await evidence.receive(piecesOf(copy.bytes), EVIDENCE_BYTES);
  if (!received) throw new Problem('file-too-large', { limit: `${EVIDENCE_BYTES / 1024 / 1024} MB` });
  const { type, address, textSha256 } = copy;
  const about = { name: keptName(copy.name), type, copy: { url: address, fetchedAt: call.at, textSha256 } };
  return json(await addCopy({ store, evidence }, call, params.id, received, { ...body, ...about }), 201);
});

async function* piecesOf(bytes: Uint8Array) {
  yield bytes;
}
