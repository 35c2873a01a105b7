import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { install, root } from './prepare.mjs';
import { bundleThreads } from './workshop.mjs';

/**
 * `npm run stet`: what is done without a browser. `export` writes a report; with `STET_TOKEN` it asks the server at `STET_ORIGIN`
 * (or `HOST` and `PORT`), as every program does, and without one it reads the data folder of this machine, whether a server runs
 * or not. `audit verify` walks the audit trail in the data folder.
 */
const USAGE = `npm run stet -- export <article> [--format html] [--edition public] [--paper a4] [--out file]

  --format   html, pdf, docx, md, csv, xlsx, json, claimreview, webannotation   (html)
  --edition  public, internal                                                   (public)
  --paper    a4, us-letter: the paper of a pdf                                  (a4)
  --out      the file to write; standard output where it is missing

npm run stet -- audit verify [--noted number:hash]

  --noted    an event that was noted as the last one: it must still stand as it did

STET_TOKEN and STET_ORIGIN ask a running server for a report; otherwise the folder STET_DATA (./data) is read.
`;

const commands = { export: writeReport, audit: verifyAudit };

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'html' },
      edition: { type: 'string', default: 'public' },
      paper: { type: 'string', default: 'a4' },
      out: { type: 'string' },
      noted: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) process.stdout.write(USAGE);
  else if (Object.hasOwn(commands, command)) await commands[command](rest, values);
  else throw new Error(USAGE);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function writeReport([articleId, ...others], { out, format, edition, paper }) {
  if (articleId === undefined || others.length > 0) throw new Error(USAGE);
  if (edition !== 'public' && edition !== 'internal') throw new Error('An edition is public or internal.');
  if (paper !== 'a4' && paper !== 'us-letter') throw new Error('A paper is a4 or us-letter.');
  const wanted = { articleId, format, edition, paper };
  const bytes = process.env.STET_TOKEN ? await fromServer(wanted) : await fromFolder(wanted);
  if (out === undefined) process.stdout.write(bytes);
  else {
    fs.writeFileSync(out, bytes);
    process.stderr.write(`${out}: ${bytes.byteLength} bytes\n`);
  }
}

/** Says how far the trail is whole; it exits with 1 where it is not. */
async function verifyAudit([verb, ...others], { noted }) {
  if (verb !== 'verify' || others.length > 0) throw new Error(USAGE);
  const [, id, hash] = /^(\d+):([0-9a-f]{64})$/.exec(noted ?? '') ?? [];
  if (noted !== undefined && !hash) throw new Error('What was noted looks like 1234:, and then 64 digits from 0 to f.');
  const { events, head, brokenAt, notedStands } = await inThread('verify-audit', {
    folder: storeFolder(),
    noted: hash ? { id: Number(id), hash } : null,
  });
  if (brokenAt !== null)
    throw new Error(
      `The trail is broken: event ${brokenAt} does not follow from the one before it. It, or what stood before it, was altered, slipped in or taken out.\nWhole until there: ${events} events${head ? `, the last one ${head.id}:${head.hash}` : ''}`,
    );
  if (notedStands === false)
    throw new Error(`Event ${id} is not what was noted: the trail was written anew, or its end was cut off.`);
  process.stdout.write(
    head
      ? `The trail is whole: ${events} events.\nNote the last one where nobody can change it, for the next time: ${head.id}:${head.hash}\n`
      : 'The trail is whole: nothing has happened yet.\n',
  );
}

function originOf({ STET_ORIGIN, HOST = '127.0.0.1', PORT = '3000' }) {
  return STET_ORIGIN || `http://${HOST}:${PORT}`;
}

async function fromServer({ articleId, ...query }) {
  const address = `${originOf(process.env)}/api/articles/${encodeURIComponent(articleId)}/export?${new URLSearchParams(query)}`;
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${process.env.STET_TOKEN}` } }).catch(() => {
    throw new Error(`No server answers at ${originOf(process.env)}.`);
  });
  if (!answer.ok)
    throw new Error((await answer.json().catch(() => ({}))).detail ?? `The server answered ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function fromFolder(wanted) {
  const { bytes } = await inThread('write', {
    ...wanted,
    folder: storeFolder(),
    origin: originOf(process.env),
    by: null,
  });
  return bytes;
}

function storeFolder() {
  const folder = path.resolve(root, process.env.STET_DATA || 'data');
  if (!fs.existsSync(path.join(folder, 'stet.db')))
    throw new Error(`There is no Stet in ${folder}. Say where it is with STET_DATA.`);
  return folder;
}

/** Has a job of the workshop done on the data folder. */
async function inThread(name, asked) {
  if (!fs.existsSync(path.join(root, 'node_modules'))) install();
  await bundleThreads(root, root);
  process.chdir(root);
  const thread = new Worker(path.join(root, '.next', 'workshop', 'writing.mjs'));
  const outcome = await new Promise((resolve, reject) => {
    thread.on('message', resolve).on('error', reject);
    thread.postMessage({ name, asked });
  });
  await thread.terminate();
  if (outcome.refused) throw new Error(outcome.refused.sentence);
  if (outcome.failed) throw new Error(`This could not be done (${outcome.failed.name}).`);
  return outcome.made;
}
