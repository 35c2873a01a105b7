import type { Browser, BrowserContext } from '@playwright/test';
import type { Newsroom } from './newsroom';

/** A browser on a phone, of somebody who has no account here. */
export function onPhone(browser: Browser, { server }: Newsroom): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
}
