import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const standalone = path.join(import.meta.dirname, '..', '.next', 'standalone', 'server.js');

/** The built server as a process of its own, on a free port, with a data folder that lasts as long as this value does. */
export class Server {
  private child: ChildProcess | undefined;
  private constructor(
    readonly port: number,
    readonly folder: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** A server that answers. `environment` goes over the defaults: a data folder under the system's, and no sample article. */
  static async open(environment: Record<string, string> = {}): Promise<Server> {
    const server = new Server(await freePort(), fs.mkdtempSync(path.join(os.tmpdir(), 'stet-e2e-')), environment);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The process that serves, while one does. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    const log = fs.openSync(path.join(this.folder, 'server.log'), 'a');
    this.child = spawn(process.execPath, [standalone], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        HOSTNAME: '127.0.0.1',
        STET_DATA: this.folder,
        STET_ORIGIN: this.url,
        STET_SAMPLE: '0',
        ...this.environment,
      },
      stdio: ['ignore', log, log],
    });
    fs.closeSync(log);
    for (const until = Date.now() + 30_000; Date.now() < until; ) {
      if (
        await fetch(`${this.url}/api/health`).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The server does not answer:\n${this.log()}`);
  }

  /** Ends it at once, as a power cut would: nothing in the process gets to say goodbye. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return ended;
  }

  log(): string {
    return fs.readFileSync(path.join(this.folder, 'server.log'), 'utf8');
  }

  async close(): Promise<void> {
    await this.kill();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
