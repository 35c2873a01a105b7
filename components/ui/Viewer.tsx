'use client';

import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import { IntlProvider } from 'use-intl';
import { formats } from '@/core/words/formats';

/** The cookie that tells the server the viewer's time zone, so that from the second page on it writes the times they read. */
export const ZONE_COOKIE = 'stet-zone';
/** The cookie with the theme that the viewer forces: `light` or `dark`; absent, the system decides. */
export const THEME_COOKIE = 'stet-theme';
const YEAR = 365 * 24 * 60 * 60;
/** How exact "now" is, in milliseconds: enough for a deadline in minutes, and stable between renders. */
const TICK = 30_000;

const ServerNow = createContext(0);

/**
 * Gives everything inside it the words, the locale, and the viewer's own time zone and clock. The first render repeats what the
 * server wrote (`zone`, `now`); the browser's own follow right after, so hydration always fits.
 */
export function Viewer({
  locale,
  messages,
  zone,
  now,
  children,
}: {
  locale: string;
  /** The catalogue as JSON. */
  messages: string;
  zone: string;
  /** The server's clock when it wrote the page, in milliseconds. */
  now: number;
  children: ReactNode;
}) {
  const zoneHere = useSyncExternalStore(never, browserZone, () => zone);
  useEffect(() => {
    if (zoneHere !== zone) remember(ZONE_COOKIE, zoneHere);
  }, [zoneHere, zone]);
  const catalogue = useMemo(() => read(messages), [messages]);
  return (
    <IntlProvider locale={locale} messages={catalogue} timeZone={zoneHere} formats={formats}>
      <ServerNow value={now}>{children}</ServerNow>
    </IntlProvider>
  );
}

/** Now, in milliseconds since 1970, to the half minute; whoever asks is rendered again as it moves on. */
export function useNow(): number {
  const serverNow = use(ServerNow);
  return useSyncExternalStore(everyTick, toTheTick, () => serverNow);
}

/** Keeps a setting of this browser for a year, where both the page and the server read it. */
export function remember(name: string, value: string | null) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const kept = value === null ? 'x; Max-Age=0' : `${encodeURIComponent(value)}; Max-Age=${YEAR}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Firefox and Safari of this year
  document.cookie = `${name}=${kept}; Path=/; SameSite=Lax${secure}`;
}

/** The catalogue that was read last: the server is given the same one for every page. */
let latest: { messages: string; catalogue: never } | null = null;
function read(messages: string): never {
  if (latest?.messages !== messages) latest = { messages, catalogue: JSON.parse(messages) as never };
  return latest.catalogue;
}

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
const toTheTick = () => Math.floor(Date.now() / TICK) * TICK;
function everyTick(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK);
  return () => clearInterval(timer);
}
