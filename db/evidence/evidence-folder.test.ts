import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sourceFiles } from '@/db/schema/schema';
import { openReader } from '@/db/store';
import { EvidenceFolder } from './evidence-folder';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let evidence: EvidenceFolder;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'stet-evidence-'));
  evidence = new EvidenceFolder(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');
const coming = () => readdir(path.join(folder, 'evidence', 'coming'));
const HOUR = 60 * 60 * 1000;
const named = new Set<string>();
const isNamed = async (hash: string) => named.has(hash);

describe('EvidenceFolder', () => {
  it('keeps what comes in pieces whole, under its SHA-256', async () => {
    const received = (await evidence.receive(pieces('Bees ', 'make ', 'honey.'), 100))!;
    expect(received).toMatchObject({ sha256: sha256('Bees make honey.'), bytes: 16 });
    await evidence.keep(received);
    await evidence.settle(received);
    expect(await readFile(evidence.placeOf(received.sha256), 'utf8')).toBe('Bees make honey.');
    expect(await coming()).toEqual([]);
  });

  it('leaves nothing of what is too long or breaks off', async () => {
    expect(await evidence.receive(pieces('12345', '6'), 5)).toBeNull();
    const broken = (async function* () {
      yield Buffer.from('1');
      throw new Error('The line is dead.');
    })();
    await expect(evidence.receive(broken, 5)).rejects.toThrow('The line is dead.');
    expect(await coming()).toEqual([]);
  });

  it('replaces bytes that a failing disk cut short', async () => {
    const place = evidence.placeOf(sha256('Honey'));
    const first = (await evidence.receive(pieces('Honey'), 100))!;
    await evidence.keep(first);
    await writeFile(place, 'Hon');
    await evidence.keep((await evidence.receive(pieces('Honey'), 100))!);
    expect(await readFile(place, 'utf8')).toBe('Honey');
  });

  it('sweeps what broke off long ago, and nothing else', async () => {
    const [orphan, claimed, fresh] = [
      (await evidence.receive(pieces('orphan'), 100))!,
      (await evidence.receive(pieces('claimed'), 100))!,
      (await evidence.receive(pieces('fresh'), 100))!,
    ];
    for (const received of [orphan, claimed, fresh]) await evidence.keep(received);
    const settled = (await evidence.receive(pieces('settled, without a row'), 100))!;
    await evidence.keep(settled);
    await evidence.settle(settled);
    named.add(claimed.sha256);
    expect(await evidence.sweep(Date.now(), isNamed)).toBe(0);
    await evidence.settle(fresh);
    expect(await evidence.sweep(Date.now() + 2 * HOUR, isNamed)).toBe(2);
    const open = async (hash: string) =>
      (await evidence.open(hash).then((handle) => handle?.close().then(() => 'there'))) ?? null;
    expect(await Promise.all([orphan, claimed, fresh, settled].map((one) => open(one.sha256)))).toEqual([
      null,
      'there',
      'there',
      'there',
    ]);
    expect(await coming()).toEqual([]);
  });

  it('reads nothing outside of its folder', () => {
    for (const hash of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])
      expect(() => evidence.placeOf(hash)).toThrow();
  });

  it('has the bytes of every row after a kill at any moment', async () => {
    for (const patience of [150, 400]) {
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', path.join(import.meta.dirname, '../testing/upload-until-killed.ts'), folder],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, patience));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const reader = openReader(folder);
      const rows = await reader.read.select().from(sourceFiles);
      await reader.close();
      expect(rows.length).toBeGreaterThan(0);
      for (const { sha256: hash } of rows) expect(sha256(await readFile(evidence.placeOf(hash)))).toBe(hash);
      const inStore = new Set(rows.map((row) => row.sha256));
      await evidence.sweep(Date.now() + 2 * HOUR, async (hash) => inStore.has(hash));
      const kept = (await readdir(path.join(folder, 'evidence'), { recursive: true })).map((name) =>
        path.basename(name),
      );
      expect(kept.filter((name) => name.length === 64).sort()).toEqual([...inStore].sort());
    }
  });
});
