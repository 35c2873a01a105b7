import { answer, json } from '@/app/api/answer';
import { checkSourceLink } from '@/app/api/contract/files';
import { checkLink } from '@/app/evidence/check-link';
import { Problem } from '@/core/problem';
import { checkedLink } from '@/db/changes/note-link';
import { lastCopy } from '@/db/queries/files';
import { openSource } from '@/db/queries/sources';

export const POST = answer(checkSourceLink, async ({ store, call, params, request }) => {
  const { url } = await openSource(store.read, call, params.id);
  if (url === null) throw new Problem('address-missing');
  const known = await lastCopy(store, params.id);
  const found = await checkLink(url, known && (known.textSha256 ?? known.sha256), request.signal);
  return json(await checkedLink(store, call, params.id, url, found));
});
