import type { Server } from '../server';

export interface Newsroom {
  /** The header of a token that may do all. */
  readonly authorization: string;
  /** The cookie of its owner's session, as a browser sends it. */
  readonly cookie: string;
  /** Posts JSON as its owner; throws what was answered unless that was good. */
  send<T = unknown>(path: string, body: unknown): Promise<T>;
}

/** Signs the first person up on a new server, who is its admin. */
export async function newsroom(server: Server): Promise<Newsroom> {
  const post = async (path: string, body: unknown, headers: Record<string, string>) => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const signedUp = await post(
    '/api/auth/sign-up/email',
    {
      name: 'Bench',
      email: 'bench@newsroom.test',
      password: 'correct horse battery staple',
      newsroom: 'Bench',
    },
    {},
  );
  const cookie = signedUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const made = await post('/api/tokens', { name: 'bench' }, { cookie });
  const authorization = `Bearer ${((await made.json()) as { token: string }).token}`;
  return {
    authorization,
    cookie,
    async send<T>(path: string, body: unknown) {
      return (await (await post(path, body, { authorization })).json()) as T;
    },
  };
}
