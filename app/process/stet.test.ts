import { execFile } from 'node:child_process';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trailHead } from '@/db/queries/audit';
import { type Desk, desk } from '@/db/testing/desk';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

/** `npm run stet -- audit verify` on the store of the test. */
function verify(...more: string[]): Promise<{ code: number; said: string }> {
  const script = path.join(import.meta.dirname, 'stet.mjs');
  const env = { ...process.env, STET_DATA: at.folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'audit', 'verify', ...more], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + err }),
    );
  });
}

describe('stet audit verify', { timeout: 60_000 }, () => {
  it('says that the trail is whole, and which event to note', async () => {
    const head = (await trailHead(at.store, at.call(at.ann)))!;
    const noted = `${head.id}:${head.hash}`;
    const { code, said } = await verify('--noted', noted);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(noted) });
    expect(said).toContain('whole');
  });

  it('finds what was altered in the file, and exits with 1', async () => {
    const file = new Database(path.join(at.folder, 'stet.db'));
    file.exec(`update events set after = replace(after, 'supports', 'refutes')`);
    file.close();
    const { code, said } = await verify();
    expect(code).toBe(1);
    expect(said).toMatch(/The trail is broken: event \d+/);
  });

  it('finds that the end was cut off, by what was noted', async () => {
    const head = (await trailHead(at.store, at.call(at.ann)))!;
    const file = new Database(path.join(at.folder, 'stet.db'));
    file.exec('delete from events where id = (select max(id) from events)');
    file.close();
    expect((await verify()).code).toBe(0);
    expect(await verify('--noted', `${head.id}:${head.hash}`)).toMatchObject({ code: 1 });
  });

  it('says how a note looks', async () => {
    expect(await verify('--noted', 'yesterday')).toMatchObject({ code: 1, said: expect.stringContaining('1234:') });
  });
});
