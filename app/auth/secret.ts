import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The secret that signs session cookies: 32 random bytes in hexadecimal, made once, kept in the data folder where this account
 * alone can read it. Losing it signs everybody out and harms nothing else.
 */
export async function theSecret(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'secret');
  const fresh = `${file}-${randomBytes(8).toString('hex')}`;
  if (!(await exists(file))) {
    await writeFile(fresh, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
    // Of two processes that start together one gives its file the name; neither ever sees half a secret.
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    await unlink(fresh);
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw new Error(`The secret in ${file} is damaged. Delete it, and everybody signs in again.`);
  return secret;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
