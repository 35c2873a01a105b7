import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { install, root } from './prepare.mjs';
import { bundleThreads } from './workshop.mjs';

/**
 * `npm run stet -- export <article> --format docx --out file`: a report without a browser. With `STET_TOKEN` it asks the server at
 * `STET_ORIGIN` (or `HOST` and `PORT`), as every program does; without one it reads the data folder of this machine, whether a
 * server runs or not. Writes to standard output where there is no `--out`.
 */
const USAGE = `npm run stet -- export <article> [--format ${'html'}] [--edition public] [--paper a4] [--out file]

  --format   html, pdf, docx, md, csv, xlsx, json, claimreview, webannotation   (html)
  --edition  public, internal                                                   (public)
  --paper    a4, us-letter: the paper of a pdf                                  (a4)
  --out      the file to write; standard output where it is missing

STET_TOKEN and STET_ORIGIN ask a running server; otherwise the folder STET_DATA (./data) is read.
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'html' },
      edition: { type: 'string', default: 'public' },
      paper: { type: 'string', default: 'a4' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, articleId, ...others] = positionals;
  if (values.help || command === undefined) process.stdout.write(USAGE);
  else if (command !== 'export' || articleId === undefined || others.length > 0) throw new Error(USAGE);
  else {
    const { out, format, edition, paper } = values;
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
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
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
  const folder = path.resolve(root, process.env.STET_DATA || 'data');
  if (!fs.existsSync(path.join(folder, 'stet.db')))
    throw new Error(`There is no Stet in ${folder}. Say where it is with STET_DATA.`);
  install();
  await bundleThreads(root, root);
  process.chdir(root);
  const thread = new Worker(path.join(root, '.next', 'workshop', 'writing.mjs'));
  const outcome = await new Promise((resolve, reject) => {
    thread.on('message', resolve).on('error', reject);
    thread.postMessage({ name: 'write', asked: { ...wanted, folder, origin: originOf(process.env), by: null } });
  });
  await thread.terminate();
  if (outcome.refused) throw new Error(outcome.refused.sentence);
  if (outcome.failed) throw new Error(`The report could not be written (${outcome.failed.name}).`);
  return outcome.made.bytes;
}
