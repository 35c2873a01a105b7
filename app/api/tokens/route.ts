import { answer, json } from '@/app/api/answer';
import { createToken, listTokens } from '@/app/api/contract/people';
import { malformed } from '@/app/api/problem-response';
import { hashOfToken, newToken } from '@/app/auth/tokens';
import { createToken as create } from '@/db/changes/create-token';
import { listTokens as list } from '@/db/queries/tokens';

export const GET = answer(listTokens, async ({ store, call, query }) => json(await list(store, call, query)));

export const POST = answer(createToken, async ({ store, call, body }) => {
  const expiresAt = body.expiresAt && new Date(body.expiresAt).toISOString();
  if (expiresAt && expiresAt <= call.at)
    throw malformed([{ path: 'expiresAt', message: 'This moment has passed already.' }]);
  const token = newToken('token');
  return json({ ...(await create(store, call, { ...body, expiresAt, tokenHash: hashOfToken(token) })), token }, 201);
});
