import http from 'node:http';
import { articleText, openDesk } from './desk';
import { expect, Newsroom, test } from './newsroom';

test('a signal to stop answers what is in flight and ends with 0; a session outlives it', async ({ browser }) => {
  const own = await Newsroom.open(browser);
  const { page, api } = own.admin;
  const article = await api.article('The tide gauge at Hals rose by 3 millimetres a year.', { title: 'The tide' });
  const streaming = page.waitForResponse((response) => response.url().includes(`/api/articles/${article.id}/events`));
  await openDesk(page, article);
  expect((await streaming).status()).toBe(200);

  const cookies = await page.context().cookies();
  const request = await begun(
    `${own.server.url}/api/articles`,
    cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
  );
  const ended = own.server.kill('SIGTERM');
  // While the server stops, nobody new is let in.
  await expect
    .poll(() =>
      fetch(`${own.server.url}/api/health`).then(
        () => 'answered',
        () => 'refused',
      ),
    )
    .toBe('refused');
  expect(await request.finish({ title: 'In flight', text: 'The gauge was moved in 1974.' })).toBe(201);
  expect(await ended).toBe(0);

  await own.server.start();
  expect(await api.call('GET', '/api/health')).toMatchObject({ status: 'ok' });
  expect(await api.call('GET', '/api/me')).toMatchObject({ email: own.admin.email });
  const { items } = await api.call<{ items: { title: string }[] }>('GET', '/api/articles');
  expect(items.map(({ title }) => title)).toContain('In flight');
  await page.reload();
  await expect(articleText(page)).toContainText('The tide gauge at Hals');
  await own.close();
});

/** A request whose head the server has surely read, as it said by `100 Continue`, and whose body is yet to come. */
function begun(url: string, cookie: string): Promise<{ finish: (body: object) => Promise<number | undefined> }> {
  const request = http.request(url, {
    method: 'POST',
    agent: false,
    headers: { cookie, origin: new URL(url).origin, 'content-type': 'application/json', expect: '100-continue' },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => resolve(response.resume().statusCode));
  });
  request.flushHeaders();
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('continue', () =>
      resolve({
        finish(body) {
          request.end(JSON.stringify(body));
          return answered;
        },
      }),
    );
  });
}
