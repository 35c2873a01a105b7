import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import { Server } from '../server';
import { articleOf } from './article';
import { newsroom } from './newsroom';
import type { Row } from './row';

const CLIENTS = 16;
const REQUESTS = 4_000;
const WARM_UP = 500;

/** `POST …/claims` at 16 clients, in requests per second, against the bare server doing the same durable insert. */
export async function benchClaims(): Promise<Row[]> {
  const server = await Server.open();
  const token = randomUUID();
  const bare = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'bare-server.mjs'), path.join(server.folder, 'bare.db'), token],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const barePort = await new Promise<number>((resolve) =>
      bare.stdout.once('data', (line: Buffer) => resolve(Number(line.toString()))),
    );
    const { authorization, send } = await newsroom(server);
    const { id: articleId } = await send<{ id: string }>('/api/articles', { text: articleOf(5_000) });
    const stet = { port: server.port, path: `/api/articles/${articleId}/claims`, authorization };
    const peer = { port: barePort, path: '/', authorization: `Bearer ${token}` };
    await load(stet, WARM_UP);
    await load(peer, WARM_UP);
    // In turn, so that a slow spell of the machine falls on both.
    const rounds: { stet: number; peer: number }[] = [];
    for (let round = 0; round < 3; round++)
      rounds.push({ stet: await load(stet, REQUESTS / 4), peer: await load(peer, REQUESTS / 4) });
    const median = (values: number[]) => values.sort((a, b) => a - b)[1]!;
    const value = median(rounds.map((round) => round.stet));
    const peerValue = median(rounds.map((round) => round.peer));
    const ratio = median(rounds.map((round) => round.stet / round.peer));
    return [
      {
        figure: `POST claims, ${CLIENTS} clients`,
        value,
        unit: 'requests/s',
        peer: 'bare Node http, same insert',
        peerValue,
        ratio,
        goal: 'ratio >= 0.5',
        met: ratio >= 0.5,
      },
    ];
  } finally {
    bare.kill();
    await server.close();
  }
}

/** Sends `count` creates from 16 clients, each with a connection of its own kept open. Answers requests per second. */
async function load(target: { port: number; path: string; authorization: string }, count: number): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  let sent = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (sent < count) {
        const start = (sent++ * 37) % 20_000;
        await post(agent, target, {
          id: randomUUID(),
          anchors: [{ start, end: start + 40 }],
          verdict: 'true',
          rationale: 'The register of 12 March lists it.',
        });
      }
    }),
  );
  agent.destroy();
  return count / ((performance.now() - began) / 1000);
}

function post(
  agent: http.Agent,
  { port, path, authorization }: { port: number; path: string; authorization: string },
  body: unknown,
): Promise<void> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (answer) => {
        answer
          .resume()
          .on('end', () =>
            answer.statusCode === 201 ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}`)),
          );
      },
    );
    request.on('error', reject).end(text);
  });
}
