import fs from 'node:fs';
import path from 'node:path';

const checkout = path.join(import.meta.dirname, '..', '..');

/**
 * Bundles the threads of the workshop (`app/workshop/threads/`) into a file each, for the server that is built, for development and
 * for tests alike: threads load files, not what Next made of them. `folder` is where the server runs.
 */
export async function bundleThreads(root, folder) {
  for (const name of ['reading', 'writing']) await bundle(root, folder, name);
}

async function bundle(root, folder, name) {
  const { build } = await import('esbuild');
  const file = path.join(folder, '.next', 'workshop', `${name}.mjs`);
  // Under another name until it is whole: a thread may be starting from it just now.
  const coming = `${file}.${process.pid}`;
  await build({
    entryPoints: [path.join(root, 'app', 'workshop', 'threads', `${name}.ts`)],
    outfile: coming,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'warning',
    // Native, or found by where they lie.
    external: ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'],
    alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
    // Some packages still ask for `require`.
    banner: {
      js: "import { createRequire as requirer } from 'node:module'; const require = requirer(import.meta.url);",
    },
  });
  fs.renameSync(coming, file);
}

/** For tests, which run where the code lies. */
export const setup = () => bundleThreads(checkout, checkout);
