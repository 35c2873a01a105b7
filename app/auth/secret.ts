import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The secret that signs session cookies: 32 random bytes in hexadecimal, made once, kept in the data folder where this account
 * alone can read it. Losing it signs everybody out and harms nothing else.
 */
export async function theSecret(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'secret');
  try {
    // 'wx' makes the file or fails: of two processes that start together, one writes and the other reads.
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(randomBytes(32).toString('hex'));
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw new Error(`The secret in ${file} is damaged. Delete it, and everybody signs in again.`);
  return secret;
}
