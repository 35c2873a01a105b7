import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

/** A server that begins as Stet does: one slow route, and one stream that never ends by itself. */
const script = `
import { createServer } from 'node:http';
import { begin } from './app/process/begin.ts';
import { keepStream } from './app/process/streams.ts';
process.on('SIGTERM', () => process.exit(143));
await begin();
const server = createServer((request, response) => {
  if (request.url === '/stream') { response.write('open'); keepStream(() => response.end('ended')); }
  else setTimeout(() => response.end('answered'), 1000);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

describe('a signal to stop', () => {
  it('ends streams, answers what is in flight, and leaves with 0', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'stet-'));
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: path.join(import.meta.dirname, '../..'),
      env: { ...process.env, NODE_ENV: 'production', STET_DATA: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit');
    const [port] = await once(child.stdout, 'data');
    const base = `http://127.0.0.1:${String(port).trim()}`;
    const stream = await fetch(`${base}/stream`);
    const slow = fetch(`${base}/slow`).then((answered) => answered.text());
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGTERM');
    expect(await stream.text()).toBe('openended');
    expect(await slow).toBe('answered');
    expect((await exited)[0]).toBe(0);
    await rm(folder, { recursive: true, force: true });
  });
});
