import { answer } from '@/app/api/answer';
import { articleAudit } from '@/app/api/contract/audit';
import { apiHeaders } from '@/app/api/problem-response';
import { articleTrail } from '@/db/queries/audit';
import { openArticle } from '@/db/queries/open-article';
import { disposition } from '../export/disposition';

export const GET = answer(articleAudit, async ({ store, call, params, request }) => {
  const { title } = await openArticle(store.read, call, params.id, { deleted: true });
  const headers = {
    ...apiHeaders,
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Content-Disposition': disposition('attachment', `${title}, record`, 'jsonl'),
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const batches = articleTrail(store, call, params.id);
  const utf8 = new TextEncoder();
  // Read as it is taken: a record of years is never in memory whole.
  const lines = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await batches.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value.map((line) => `${JSON.stringify(line)}\n`).join('')));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
  return new Response(lines, { headers });
});
