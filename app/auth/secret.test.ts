import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { theSecret } from './secret';

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'stet-')), 'data');
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

describe('the secret', () => {
  it('is made once, and only its owner may read it', async () => {
    const [one, two] = await Promise.all([theSecret(folder), theSecret(folder)]);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(two).toBe(one);
    expect((await stat(path.join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readFile(path.join(folder, 'secret'), 'utf8')).toBe(one);
  });

  it('that is damaged stops the start instead of signing with a weak one', async () => {
    await theSecret(folder);
    await writeFile(path.join(folder, 'secret'), '');
    await expect(theSecret(folder)).rejects.toThrow(/Delete it/);
  });
});
