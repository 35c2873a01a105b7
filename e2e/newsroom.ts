import { randomUUID } from 'node:crypto';
import {
  type APIRequestContext,
  type APIResponse,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import type { Article } from '../core/article/article';
import type { Claim } from '../core/claim/claim';
import type { Person, Role } from '../core/newsroom/person';
import { Server } from './server';

const password = 'correct horse battery staple';

/** Somebody who is signed in: a page to act with, and the HTTP interface to arrange what the page is then asked about. */
export interface Member {
  name: string;
  email: string;
  password: string;
  page: Page;
  api: Api;
}

/** The HTTP interface as a signed-in person has it. Each call expects the status that it names and answers the parsed body. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  async call<T>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options: { ifMatch?: number; status?: number } = {},
  ): Promise<T> {
    const answer = await this.answer(method, path, body, options.ifMatch);
    expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBe(
      options.status ?? (method === 'POST' && !/\/(restore|approve|return)$/.test(path) ? 201 : 200),
    );
    return (answer.headers()['content-type']?.includes('json') ? await answer.json() : await answer.text()) as T;
  }

  answer(method: string, path: string, body?: unknown, ifMatch?: number): Promise<APIResponse> {
    return this.request.fetch(path, {
      method,
      data: body,
      // A connection that the server had just given up as idle: asked again, what reads is the same.
      maxRetries: method === 'GET' ? 2 : 0,
      headers: ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` },
    });
  }

  article(text: string, about: Record<string, unknown> = {}): Promise<Article> {
    return this.call('POST', '/api/articles', { id: randomUUID(), text, ...about });
  }

  claim(articleId: string, exact: string, about: Record<string, unknown> = {}): Promise<Claim> {
    return this.call('POST', `/api/articles/${articleId}/claims`, { id: randomUUID(), anchors: [{ exact }], ...about });
  }
}

/** A newsroom with its admin, on a server of its own. */
export class Newsroom {
  private readonly joined: BrowserContext[] = [];
  private count = 0;
  private constructor(
    readonly server: Server,
    private readonly browser: Browser,
    readonly admin: Member,
    private readonly adminId: string,
  ) {}

  static async open(browser: Browser, environment: Record<string, string> = {}): Promise<Newsroom> {
    const server = await Server.open(environment);
    const founding = await member(browser, server, { name: 'Maya Osei', email: 'maya@newsroom.test' });
    await founding.api.call(
      'POST',
      '/api/auth/sign-up/email',
      { name: founding.name, email: founding.email, password, newsroom: 'The Harbour Post' },
      { status: 200 },
    );
    const { id } = await founding.api.call<{ id: string }>('GET', '/api/me');
    return new Newsroom(server, browser, founding, id);
  }

  /** A new person of this role, invited by the admin and signed in, in a browser context of their own. */
  async join(role: Role, name = `${role} ${this.count + 1}`): Promise<Member> {
    this.count += 1;
    const invitation = await this.admin.api.call<{ token: string }>('POST', '/api/invitations', { role });
    const joining = await member(this.browser, this.server, { name, email: `${role}-${this.count}@newsroom.test` });
    this.joined.push(joining.page.context());
    await joining.api.call(
      'POST',
      '/api/auth/sign-up/email',
      { name: joining.name, email: joining.email, password, invitation: invitation.token },
      { status: 200 },
    );
    return joining;
  }

  /**
   * Closes the browsers and the accounts of everybody who joined; the admin's stay. Whoever is offered by name in the next test is
   * of that test: specs use the same names.
   */
  async leave(): Promise<void> {
    await this.closeBrowsers();
    const { items } = await this.admin.api.call<{ items: Person[] }>('GET', '/api/people?limit=200');
    for (const { id, active, revision } of items)
      if (active && id !== this.adminId)
        await this.admin.api.call('PATCH', `/api/people/${id}`, { active: false }, { ifMatch: revision });
  }

  private async closeBrowsers(): Promise<void> {
    for (const context of this.joined.splice(0)) await context.close();
  }

  async close(): Promise<void> {
    await this.closeBrowsers();
    await this.admin.page.context().close();
    await this.server.close();
  }
}

async function member(browser: Browser, server: Server, who: { name: string; email: string }): Promise<Member> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  return { ...who, password, page: await context.newPage(), api: new Api(context.request) };
}

/** Tests share their worker's newsroom and make articles of their own in it; who joins for a test leaves after it. */
export const test = base.extend<{ leaving: undefined }, { newsroom: Newsroom }>({
  newsroom: [
    async ({ browser }, use) => {
      const newsroom = await Newsroom.open(browser);
      await use(newsroom);
      await newsroom.close();
    },
    { scope: 'worker' },
  ],
  leaving: [
    async ({ newsroom }, use) => {
      await use(undefined);
      await newsroom.leave();
    },
    { auto: true },
  ],
});
export { expect };
