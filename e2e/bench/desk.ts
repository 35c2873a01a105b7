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
const ROUNDS = 5;
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
    const scripts = await scriptsOf(page, full);
    // In turn, so that a slow spell of the machine falls on both.
    const keys: { bare: number[]; full: number[] } = { bare: [], full: [] };
    for (let round = 0; round < ROUNDS; round++) {
      keys.bare.push(...(await keysToPaint(page, bare)));
      keys.full.push(...(await keysToPaint(page, full)));
    }
    const added = p95(keys.full) - p95(keys.bare);
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
        peerValue: p95(keys.bare),
        ratio: null,
        goal: '<= 2 ms',
        met: added <= 2,
      },
      {
        figure: 'First-load JavaScript of the desk, gzip (fetched until it is usable)',
        value: scripts.first,
        unit: 'kB',
        peer: '',
        peerValue: null,
        ratio: null,
        goal: `<= ${BUDGET} kB`,
        met: scripts.first <= BUDGET,
      },
      {
        figure: 'JavaScript fetched on its own after that, gzip',
        value: scripts.after,
        unit: 'kB',
        peer: '',
        peerValue: null,
        ratio: null,
        goal: '',
        met: true,
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

/** Milliseconds from each of some selection keys until the frame that shows it; each key waits for the frame of the last. */
async function keysToPaint(page: Page, address: string): Promise<number[]> {
  await usable(page, address);
  await page.waitForLoadState('networkidle');
  await page.locator('.ProseMirror').click({ position: { x: 200, y: 40 } });
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Shift') return;
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
  const times = () => page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press(key % 12 === 11 ? 'ArrowDown' : 'Shift+ArrowRight');
    await page.waitForFunction(
      (pressed) => (window as unknown as { keyTimes: number[] }).keyTimes.length >= pressed,
      key + 1,
      { polling: 5 },
    );
  }
  return times();
}

/**
 * Kilobytes (1,000 bytes) of scripts, each compressed by gzip: what the desk's page fetches until it is usable, and what it
 * fetches on its own after that (the card, the dialogs, the sentences' analysis), so that they open at once and offline.
 */
async function scriptsOf(page: Page, address: string): Promise<{ first: number; after: number }> {
  await usable(page, address);
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() => {
    const usableAt = performance.getEntriesByName('stet:usable')[0]!.startTime;
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .map(({ name, startTime }) => ({ name, first: startTime <= usableAt }));
  });
  const bytes = { first: 0, after: 0 };
  for (const { name, first } of scripts)
    bytes[first ? 'first' : 'after'] += zlib.gzipSync(await (await page.request.get(name)).body()).length;
  return { first: bytes.first / 1000, after: bytes.after / 1000 };
}

function p95(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
