import { randomUUID } from 'node:crypto';
import http from 'node:http';
import Database from 'better-sqlite3';
import { z } from 'zod';

/**
 * What `POST …/claims` is held against: the same validated insert and nothing else, on Node's own http server. It checks the
 * session, validates the body, and writes a claim, its anchor, the idempotency row and the event in one durable transaction.
 */
const [file, token] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(`
  CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, role TEXT, active INTEGER);
  CREATE TABLE sessions (token TEXT PRIMARY KEY, person_id TEXT REFERENCES people, expires_at INTEGER);
  CREATE TABLE claims (id TEXT PRIMARY KEY, article_id TEXT, revision INTEGER, verdict TEXT, rationale TEXT, status TEXT, created_by TEXT, created_at TEXT);
  CREATE TABLE anchors (id TEXT PRIMARY KEY, claim_id TEXT REFERENCES claims, "from" INTEGER, "to" INTEGER, exact TEXT, prefix TEXT, suffix TEXT);
  CREATE TABLE creations (id TEXT PRIMARY KEY, body_hash TEXT);
  CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, at TEXT, by TEXT, article_id TEXT, claim_id TEXT, after TEXT);
  CREATE INDEX claims_article ON claims (article_id);
  CREATE INDEX anchors_claim ON anchors (claim_id);
  CREATE INDEX events_article ON events (article_id, id);
`);
db.prepare('INSERT INTO people VALUES (?, ?, ?, 1)').run('p', 'Person', 'admin');
db.prepare('INSERT INTO sessions VALUES (?, ?, ?)').run(token, 'p', Date.now() + 3_600_000);

const Body = z.strictObject({
  id: z.uuid(),
  anchors: z
    .array(z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) }))
    .min(1)
    .max(100),
  verdict: z.string().max(64).nullable().optional(),
  rationale: z.string().max(100_000).nullable().optional(),
});
const session = db.prepare(
  'SELECT people.id, people.role FROM sessions JOIN people ON people.id = sessions.person_id WHERE token = ? AND expires_at > ? AND active = 1',
);
const claim = db.prepare('INSERT INTO claims VALUES (?, ?, 1, ?, ?, ?, ?, ?)');
const anchor = db.prepare('INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?)');
const creation = db.prepare('INSERT INTO creations VALUES (?, ?)');
const event = db.prepare('INSERT INTO events (kind, at, by, article_id, claim_id, after) VALUES (?, ?, ?, ?, ?, ?)');
const insert = db.transaction((articleId, person, body, at) => {
  claim.run(body.id, articleId, body.verdict ?? null, body.rationale ?? null, 'open', person.id, at);
  for (const { start, end } of body.anchors) anchor.run(randomUUID(), body.id, start, end, 'words', 'before', 'after');
  creation.run(body.id, body.id);
  event.run('claim.created', at, person.id, articleId, body.id, JSON.stringify(body));
});

http
  .createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const person = session.get(request.headers.authorization?.slice('Bearer '.length), Date.now());
      const body = Body.safeParse(JSON.parse(text));
      const status = !person ? 401 : !body.success ? 400 : 201;
      if (status === 201) insert('article', person, body.data, new Date().toISOString());
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body.data));
    });
  })
  .listen(0, '127.0.0.1', function () {
    process.stdout.write(`${this.address().port}\n`);
  });
