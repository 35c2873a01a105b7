import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchors, claims, events } from './schema/schema';
import { openStore } from './store';

describe('a store whose process is killed while it writes', () => {
  it('has every change that was answered, and none by half', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'stet-killed-'));
    for (let round = 0; round < 2; round++) {
      const here = path.join(folder, String(round));
      const answered = await killAfter(200 + round * 333, here);
      const store = await openStore({ folder: here });
      const kept = new Set((await store.read.select({ id: claims.id }).from(claims)).map(({ id }) => id));
      expect(answered.filter((id) => !kept.has(id))).toEqual([]);
      const anchored = (await store.read.select({ id: anchors.claimId }).from(anchors)).map(({ id }) => id);
      const told = (await store.read.select({ id: events.claimId }).from(events)).flatMap(({ id }) => id ?? []);
      expect(new Set(anchored)).toEqual(kept);
      expect(new Set(told)).toEqual(kept);
      await store.close();
    }
    await rm(folder, { recursive: true });
  });
});

/** Lets the writer write, kills it in the middle once it has answered so many, and gives the ids that it had answered by then. */
async function killAfter(answers: number, folder: string): Promise<string[]> {
  const script = path.join(import.meta.dirname, 'testing/write-until-killed.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  child.stdout.on('data', (chunk: Buffer) => {
    heard += chunk;
    if (heard.split('\n').length > answers) child.kill('SIGKILL');
  });
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  return heard.split('\n').slice(0, -1);
}
