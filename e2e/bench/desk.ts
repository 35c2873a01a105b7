import zlib from 'node:zlib';
import { type Browser, chromium as engine, type Page } from 'playwright';
import { chromium } from '../chromium.mjs';
import { Server } from '../server';
import { articleOf } from './article';
import type { Row } from './row';

const WORDS = 5_000;
const CLAIMS = 300;
const LOADS = 5;
const KEYS = 120;
const BUDGET = 250;

/** The desk on a 5,000-word article with 300 claims, against the same article without any: time to use, keys, JavaScript. */
export async function benchDesk(): Promise<Row[]> {
  const server = await Server.open();
  const browser = await engine.launch({
    executablePath: chromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await signedIn(browser, server);
    const bare = await articleWith(page, 0);
    const full = await articleWith(page, CLAIMS);
    await usable(page, bare);
    await usable(page, full);
    const loads: { bare: number; full: number }[] = [];
    for (let load = 0; load < LOADS; load++)
      loads.push({ bare: await usable(page, bare), full: await usable(page, full) });
    const usableRatio = median(loads.map((load) => load.full / load.bare));
    const javascript = await firstLoad(page, full);
    const rounds: { bare: number; full: number }[] = [];
    for (let round = 0; round < 3; round++)
      rounds.push({ bare: await keyToPaint(page, bare), full: await keyToPaint(page, full) });
    const added = median(rounds.map((round) => round.full - round.bare));
    return [
      {
        figure: `Desk usable, ${CLAIMS} claims on ${WORDS} words`,
        value: median(loads.map((load) => load.full)),
        unit: 'ms',
        peer: 'the same page without claims',
        peerValue: median(loads.map((load) => load.bare)),
        ratio: usableRatio,
        goal: 'ratio <= 1.5',
        met: usableRatio <= 1.5,
      },
      {
        figure: 'Selection key to paint, p95, added by the claims',
        value: added,
        unit: 'ms',
        peer: 'the same view without claims (p95)',
        peerValue: median(rounds.map((round) => round.bare)),
        ratio: null,
        goal: '<= 2 ms',
        met: added <= 2,
      },
      {
        figure: 'First-load JavaScript of the desk, gzip',
        value: javascript,
        unit: 'kB',
        peer: '',
        peerValue: null,
        ratio: null,
        goal: `<= ${BUDGET} kB`,
        met: javascript <= BUDGET,
      },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function signedIn(browser: Browser, server: Server): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post('/api/auth/sign-up/email', {
    data: { name: 'Bench', email: 'bench@newsroom.test', password: 'correct horse battery staple', newsroom: 'Bench' },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return context.newPage();
}

async function articleWith(page: Page, claims: number): Promise<string> {
  const text = articleOf(WORDS);
  const created = await page.request.post('/api/articles', { data: { text, title: `${claims} claims` } });
  const { id } = (await created.json()) as { id: string };
  const verdicts = ['true', 'mostly-true', 'half-true', 'mostly-false', 'false', 'unverifiable', 'opinion', null];
  const stride = Math.floor(text.length / (claims + 1));
  for (let claim = 0; claim < claims; claim++) {
    const start = claim * stride;
    const answer = await page.request.post(`/api/articles/${id}/claims`, {
      data: {
        anchors: [{ start, end: start + 30 + (claim % 90) }],
        verdict: verdicts[claim % verdicts.length],
        rationale: 'The register of 12 March lists it.',
      },
    });
    if (!answer.ok()) throw new Error(await answer.text());
  }
  return `/articles/${id}`;
}

/** Milliseconds from the navigation until the claims are drawn and the keys act, by the desk's own mark. */
async function usable(page: Page, address: string): Promise<number> {
  await page.goto(address);
  const handle = await page.waitForFunction(() => performance.getEntriesByName('stet:usable')[0]?.startTime);
  return (await handle.jsonValue()) as number;
}

/** The p95 of milliseconds from a selection key until the frame that shows it. */
async function keyToPaint(page: Page, address: string): Promise<number> {
  await usable(page, address);
  await page.locator('.ProseMirror').click({ position: { x: 200, y: 40 } });
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      () => {
        const began = performance.now();
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - began);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (let key = 0; key < KEYS; key++) await page.keyboard.press(key % 12 === 11 ? 'ArrowDown' : 'Shift+ArrowRight');
  const times = await page.waitForFunction((keys) => {
    const { keyTimes } = window as unknown as { keyTimes: number[] };
    return keyTimes.length >= keys && keyTimes;
  }, KEYS);
  const sorted = ((await times.jsonValue()) as number[]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)]!;
}

/** Kilobytes (1,000 bytes) of the scripts that the desk's page loads before a person acts, each compressed by gzip. */
async function firstLoad(page: Page, address: string): Promise<number> {
  const scripts = new Map<string, number>();
  const count = async (answer: { url(): string; body(): Promise<Buffer>; request(): { resourceType(): string } }) => {
    if (answer.request().resourceType() === 'script')
      scripts.set(answer.url(), zlib.gzipSync(await answer.body()).length);
  };
  page.on('response', count);
  await usable(page, address);
  await page.waitForLoadState('networkidle');
  page.off('response', count);
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
