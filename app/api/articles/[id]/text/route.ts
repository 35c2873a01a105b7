import { answer } from '@/app/api/answer';
import { articleText } from '@/app/api/contract/articles';
import { apiHeaders } from '@/app/api/problem-response';
import { articleText as text } from '@/db/queries/articles';

export const GET = answer(articleText, async ({ store, call, params, request }) => {
  const plain = await text(store, call, params.id);
  const headers = { ...apiHeaders, 'Content-Type': 'text/plain; charset=utf-8', ETag: `"${plain.version}"` };
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(plain.text, { headers });
});
