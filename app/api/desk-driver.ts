import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Role } from '@/core/newsroom/person';
import { forgetAuth } from '../auth/auth';
import { takeFromProcess } from '../process/in-process';
import { closeStore } from '../store';
import { closeWorkshop } from '../workshop/workshop';
import type { RouteHandler } from './answer';
import { operations } from './contract/operations';

/** Whoever calls in a test: by the cookie that signing in gave, or by a token. */
export interface Voice {
  readonly cookie?: string;
  readonly token?: string;
}

export interface Said extends Voice {
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: BodyInit;
  readonly ifMatch?: number | string;
  readonly headers?: Record<string, string>;
}

/**
 * A desk for tests: the route handlers over a store of their own in a temporary folder, called as Next calls them. It finds the
 * handler by the contract, as the description promises it.
 */
export class DeskDriver {
  private constructor(readonly folder: string) {}

  static async open(env: Record<string, string> = {}): Promise<DeskDriver> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'stet-'));
    Object.assign(process.env, { STET_DATA: folder, STET_SAMPLE: '0', ...env });
    await forgetAll();
    return new DeskDriver(folder);
  }

  /** The desk of a folder that another test left open for this. */
  static async reopen(folder: string): Promise<DeskDriver> {
    process.env.STET_DATA = folder;
    await forgetAll();
    return new DeskDriver(folder);
  }

  async close(): Promise<void> {
    await forgetAll();
    await rm(this.folder, { recursive: true, force: true });
  }

  async call(method: string, address: string, said: Said = {}): Promise<Response> {
    const url = new URL(address, 'http://127.0.0.1:3000');
    const found = routeOf(method, url.pathname);
    if (!found) throw new Error(`The contract has no ${method} ${url.pathname}.`);
    const module: Record<string, RouteHandler> = await import(
      /* @vite-ignore */ path.join(import.meta.dirname, '../..', 'app', found.folder, 'route.ts')
    );
    const headers = new Headers(said.headers);
    if (said.cookie) headers.set('cookie', said.cookie);
    if (said.token) headers.set('authorization', `Bearer ${said.token}`);
    if (said.ifMatch !== undefined)
      headers.set('if-match', typeof said.ifMatch === 'number' ? `"${said.ifMatch}"` : said.ifMatch);
    if (said.body !== undefined) headers.set('content-type', 'application/json');
    const body = said.raw ?? (said.body === undefined ? undefined : JSON.stringify(said.body));
    const request = new Request(url, { method, headers, body, ...(body === undefined ? {} : { duplex: 'half' }) });
    return module[method]!(request, { params: Promise.resolve(found.params) });
  }

  /** The JSON of an answer that is expected to have this status. */
  async expect<T>(status: number, method: string, address: string, said: Said = {}): Promise<T> {
    const answered = await this.call(method, address, said);
    const text = await answered.text();
    if (answered.status !== status) throw new Error(`${method} ${address}: ${answered.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Makes an account and answers its voice. */
  async signUp(name: string, more: Record<string, unknown> = {}): Promise<Voice> {
    const body = { name, email: `${name.toLowerCase()}@example.org`, password: `${name} and a long word`, ...more };
    const answered = await this.call('POST', '/api/auth/sign-up/email', { body });
    if (answered.status !== 200) throw new Error(`Sign-up: ${answered.status} ${await answered.text()}`);
    return { cookie: cookieOf(answered) };
  }

  /** An admin, and one person of each other role, all signed in. */
  async people(): Promise<Record<Role, Voice>> {
    const admin = await this.signUp('Ada', { newsroom: 'The Gazette' });
    const voices: Partial<Record<Role, Voice>> = { admin };
    for (const [name, role] of [
      ['Edith', 'editor'],
      ['Chen', 'checker'],
      ['Vera', 'viewer'],
    ] as const) {
      const made = await this.expect<{ token: string }>(201, 'POST', '/api/invitations', { ...admin, body: { role } });
      voices[role] = await this.signUp(name, { invitation: made.token });
    }
    return voices as Record<Role, Voice>;
  }
}

/** The session's cookie out of an answer, as a browser sends it back. */
export function cookieOf(answered: Response): string {
  return answered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0]!)
    .join('; ');
}

async function forgetAll(): Promise<void> {
  forgetAuth();
  takeFromProcess('throttle');
  await closeStore();
  await closeWorkshop();
}

/** The folder of the route file that answers, and what stands in the path's places. Words come before places. */
function routeOf(method: string, pathname: string): { folder: string; params: Record<string, string> } | undefined {
  for (const operation of operations.values()) {
    if (operation.method !== method) continue;
    const names: string[] = [];
    const shape = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const match = new RegExp(`^${shape.replace(/\./g, '\\.')}$`).exec(pathname);
    if (!match) continue;
    const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1]!)]));
    return { folder: operation.path.slice(1).replace(/\{(\w+)\}/g, '[$1]'), params };
  }
  return undefined;
}
