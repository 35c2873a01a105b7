import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { Server } from '../server';
import { articleOf } from './article';
import { newsroom } from './newsroom';
import type { Row } from './row';

const WORDS = 100_000;
const ANCHORS = 5_000;
const EDITS = 200;
const WARM_UP = 20;
const LISTENERS = 50;
const DELIVERIES = 100;

/**
 * `POST …/steps` one after another, as one person types: a letter at the top of a long article, so that every anchor shifts, with
 * many anchors against the same with none. And how long it takes until the last of many listeners has heard of an edit.
 */
export async function benchSteps(): Promise<Row[]> {
  const server = await Server.open();
  const agent = new http.Agent({ keepAlive: true });
  try {
    const { authorization, send } = await newsroom(server);
    const text = articleOf(WORDS);
    const bring = async () => (await send<{ id: string }>('/api/articles', { text })).id;
    const [bare, marked] = [await bring(), await bring()];
    const stride = Math.floor(text.length / ANCHORS);
    for (let done = 0; done < ANCHORS; done += 250)
      await Promise.all(
        Array.from({ length: 250 }, (_, at) => {
          const start = (done + at) * stride;
          return send(`/api/articles/${marked}/claims`, { anchors: [{ start, end: start + 60 }] });
        }),
      );

    const versions = new Map<string, number>();
    const type = async (articleId: string): Promise<number> => {
      const version = versions.get(articleId) ?? 0;
      const slice = { content: [{ type: 'text', text: 'x' }] };
      const steps = [{ stepType: 'replace', from: 1, to: 1, slice }];
      const began = performance.now();
      await post(agent, server, authorization, `/api/articles/${articleId}/steps`, {
        version,
        clientId: 'bench',
        steps,
      });
      versions.set(articleId, version + 1);
      return performance.now() - began;
    };
    for (let edit = 0; edit < WARM_UP; edit++) for (const one of [bare, marked]) await type(one);
    const took = { bare: [] as number[], marked: [] as number[] };
    // In turn, so that a slow spell of the machine falls on both.
    for (let edit = 0; edit < EDITS; edit++) {
      took.bare.push(await type(bare));
      took.marked.push(await type(marked));
    }
    const [value, peerValue] = [late(took.marked), late(took.bare)];
    const heard = await deliveries(server, authorization, bare, () => type(bare));
    return [
      {
        figure: `POST steps, ${ANCHORS} anchors, ${WORDS} words, p95`,
        value,
        unit: 'ms',
        peer: 'the same text with none',
        peerValue,
        ratio: value / peerValue,
        goal: '<= 50 ms',
        met: value <= 50,
      },
      {
        figure: `an edit heard by ${LISTENERS} desks, p95`,
        value: late(heard),
        unit: 'ms',
        peer: '',
        peerValue: null,
        ratio: null,
        goal: '<= 250 ms',
        met: late(heard) <= 250,
      },
    ];
  } finally {
    agent.destroy();
    await server.close();
  }
}

/** For each of many edits, milliseconds from the call's start until the last of the listeners has heard it. */
async function deliveries(server: Server, authorization: string, articleId: string, type: () => Promise<number>) {
  let waiting = 0;
  let allHeard = () => {};
  const listeners = await Promise.all(
    Array.from({ length: LISTENERS }, () =>
      listen(server, authorization, articleId, () => {
        if (--waiting === 0) allHeard();
      }),
    ),
  );
  const took: number[] = [];
  for (let edit = 0; edit < DELIVERIES; edit++) {
    waiting = LISTENERS;
    const told = new Promise<void>((resolve) => {
      allHeard = resolve;
    });
    const began = performance.now();
    await Promise.all([type(), told]);
    took.push(performance.now() - began);
  }
  for (const listener of listeners) listener.destroy();
  return took;
}

/** Listens to an article's events on a connection of its own; resolves once the stream is open. */
function listen(
  { port }: Server,
  authorization: string,
  articleId: string,
  heard: () => void,
): Promise<http.ClientRequest> {
  return new Promise((resolve, reject) => {
    const path = `/api/articles/${articleId}/events?desk=${randomUUID()}`;
    const request = http.get({ host: '127.0.0.1', port, path, headers: { authorization }, agent: false }, (answer) => {
      let rest = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        const messages = (rest + part).split('\n\n');
        rest = messages.pop()!;
        for (const message of messages) if (message.includes('"kind":"article.edited"')) heard();
      });
      answer.once('data', () => resolve(request));
    });
    request.on('error', (failure) => (request.destroyed ? undefined : reject(failure)));
  });
}

function post(agent: http.Agent, { port }: Server, authorization: string, path: string, body: unknown): Promise<void> {
  const text = JSON.stringify(body);
  const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      let said = '';
      answer
        .setEncoding('utf8')
        .on('data', (part: string) => {
          said += part;
        })
        .on('end', () =>
          answer.statusCode === 200 ? resolve() : reject(new Error(`${path} answered ${answer.statusCode}: ${said}`)),
        );
    });
    request.on('error', reject).end(text);
  });
}

/** The 95th of a hundred, by size. */
function late(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
}
