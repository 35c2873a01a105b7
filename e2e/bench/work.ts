import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Server } from '../server';
import { articleOf } from './article';
import { newsroom } from './newsroom';
import type { Row } from './row';

const ARTICLES = 2_000;
const CLAIMS_EACH = 50;
/** What a server that runs since the morning has behind it. */
const WARM_UP = 40;
const REQUESTS = 100;
const MOST = 100;

/**
 * The list of 2,000 articles, and what one person has to do among 100,000 claims, over HTTP on the built server: once with a tenth
 * of the claims theirs, once with all of them.
 */
export async function benchWork(): Promise<Row[]> {
  const server = await Server.open();
  try {
    const { authorization, cookie, send } = await newsroom(server);
    const { id: articleId } = await send<{ id: string }>('/api/articles', {
      text: articleOf(600),
      deadline: '2026-05-01T10:00:00.000Z',
    });
    for (let at = 0; at < CLAIMS_EACH; at++)
      await send(`/api/articles/${articleId}/claims`, { anchors: [{ start: at * 60, end: at * 60 + 40 }] });
    await server.kill('SIGTERM');
    furnish(path.join(server.folder, 'stet.db'), articleId);
    await server.start();

    const rows: Row[] = [];
    const measure = async (figure: string, address: string, headers: Record<string, string>) => {
      const times = await answerTimes(server.url + address, headers);
      const [median, value] = [among(times, 0.5), among(times, 0.95)];
      const goal = `<= ${MOST} ms`;
      rows.push({
        figure,
        value,
        unit: 'ms',
        peer: 'median',
        peerValue: median,
        ratio: null,
        goal,
        met: value <= MOST,
      });
    };
    const program = { authorization };
    const list = `${ARTICLES} articles, p95`;
    await measure(`GET /api/articles, ${list}`, '/api/articles', program);
    await measure(`GET /api/articles?limit=200, ${list}`, '/api/articles?limit=200', program);
    await measure(`The page of articles, ${list}`, '/', { cookie });
    await measure('GET /api/work, a tenth of 100,000 claims, p95', '/api/work', program);
    await measure('The page of my work, a tenth of 100,000 claims, p95', '/work', { cookie });
    await server.kill('SIGTERM');
    const store = new Database(path.join(server.folder, 'stet.db'));
    store.exec('UPDATE claims SET "assigneeId" = (SELECT id FROM people WHERE role = \'admin\')');
    store.close();
    await server.start();
    await measure('GET /api/work, all of 100,000 claims, p95', '/api/work', program);
    await measure('The page of my work, all of 100,000 claims, p95', '/work', { cookie });
    return rows;
  } finally {
    await server.close();
  }
}

/** Makes many articles out of one, each with its text, its claims and their places; all of what varies is told by their number. */
function furnish(file: string, articleId: string): void {
  const store = new Database(file);
  const copies = (table: string, where: string, changed: Record<string, string>) => {
    const columns = (store.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    const values = columns.map((name) => changed[name] ?? `"${name}"`);
    return store.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${where}`,
    );
  };
  const [me] = store.prepare('SELECT id FROM people').pluck().all() as string[];
  const colleague = randomUUID();
  copies('people', 'id = @me', { id: '@colleague', email: "'colleague@newsroom.test'" }).run({ me, colleague });
  const article = copies('articles', 'id = @from', {
    id: '@to',
    title: "title || ' ' || @number",
    finding: "finding || ' ' || @number",
    deadline: '@deadline',
    status: '@status',
    updatedAt: '@at',
    createdBy: '@maker',
  });
  const doc = copies('docs', '"articleId" = @from', { articleId: '@to' });
  const claim = copies('claims', '"articleId" = @from', {
    id: "id || '-' || @number",
    articleId: '@to',
    assigneeId: 'CASE WHEN rowid % 10 = @number % 10 THEN @me ELSE @colleague END',
    createdBy: '@maker',
    severity: "CASE rowid % 4 WHEN 0 THEN 'critical' WHEN 1 THEN 'major' WHEN 2 THEN 'minor' END",
    status: "CASE rowid % 5 WHEN 0 THEN 'in-review' ELSE 'checking' END",
  });
  const anchor = copies('anchors', '"claimId" IN (SELECT id FROM claims WHERE "articleId" = @from)', {
    id: "id || '-' || @number",
    claimId: '"claimId" || \'-\' || @number',
  });
  store.transaction(() => {
    for (let number = 1; number < ARTICLES; number++) {
      const to = randomUUID();
      const maker = number % 10 === 0 ? me : colleague;
      const moment = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
      const deadline = number % 4 === 0 ? null : moment((number * 7919) % 500_000);
      const status = number % 10 < 7 ? 'checking' : number % 10 < 9 ? 'draft' : 'signed-off';
      article.run({ from: articleId, to, number, deadline, status, at: moment(number), maker });
      doc.run({ from: articleId, to });
      claim.run({ from: articleId, to, number, me, colleague, maker });
      anchor.run({ from: articleId, number });
    }
  })();
  store.close();
}

/** How long each of many answers takes to its last byte, in milliseconds, the quickest first. */
async function answerTimes(url: string, headers: Record<string, string>): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < WARM_UP + REQUESTS; at++) {
    const began = performance.now();
    const answer = await fetch(url, { headers, redirect: 'error' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    if (at >= WARM_UP) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

/** The time within which this share of the answers came. */
function among(times: readonly number[], share: number): number {
  return times[Math.ceil(times.length * share) - 1]!;
}
