import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { bundleThreads } from './workshop.mjs';

/**
 * Makes a checkout ready to run: what is missing is installed, what is stale is built, and what is fresh is left alone.
 * Plain Node and nothing else, since it runs before anything is installed.
 */
export const root = path.join(import.meta.dirname, '..', '..');

const installedMark = path.join(root, 'node_modules', '.stet-installed');
const builtMark = path.join(root, '.next', 'stet-built');
export const standalone = path.join(root, '.next', 'standalone');

/** What a build is made of. A change to any of these makes the last build stale; tests and documents do not. */
const sources = [
  'app',
  'components',
  'core',
  'db',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'package-lock.json',
];
const isSource = (name) => !/\.test\.tsx?$|\.md$/.test(name);

/** Installs the locked packages if the lock differs from the one that was installed last. Throws with a sentence when npm fails. */
export function install() {
  const wanted = digest([path.join(root, 'package-lock.json')]) + process.version;
  if (readOr(installedMark) === wanted) return;
  say('Installing packages (a few minutes the first time: the database is compiled for this machine)');
  run(
    'npm',
    ['ci', '--no-audit', '--no-fund'],
    'The packages could not be installed. Check the network, and that python3, make and g++ are there, then try again.',
  );
  fs.writeFileSync(installedMark, wanted);
}

/** Builds the server if any source differs from what the last build was made of. */
export async function build() {
  const wanted = digest(filesBelow(sources));
  if (readOr(builtMark) === wanted && fs.existsSync(path.join(standalone, 'server.js'))) return;
  say('Building');
  fs.rmSync(builtMark, { force: true });
  run(
    process.execPath,
    [path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    'The build failed; what is wrong stands above.',
    {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  );
  // Next leaves these two out of the standalone folder.
  copy(path.join(root, '.next', 'static'), path.join(standalone, '.next', 'static'));
  copy(path.join(root, 'app', 'public'), path.join(standalone, 'public'));
  // Next takes the default data folder for a part of the code.
  fs.rmSync(path.join(standalone, 'data'), { recursive: true, force: true });
  await bundleThreads(root, standalone);
  fs.writeFileSync(builtMark, wanted);
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

function run(command, args, sentence, env = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(sentence);
}

function copy(from, to) {
  if (!fs.existsSync(from)) return;
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
}

function readOr(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function filesBelow(names) {
  return names.flatMap((name) => {
    const at = path.join(root, name);
    if (!fs.existsSync(at)) return [];
    if (!fs.statSync(at).isDirectory()) return [at];
    return fs
      .readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  });
}

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}
