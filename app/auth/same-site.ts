import type { Settings } from '../settings';

/**
 * Whether a change that a browser sends with its cookie comes from Stet's own pages. The cookie is SameSite=Lax; this is the
 * second lock, for sites that share a registrable domain and for browsers that are lax about Lax. What a browser says in
 * Sec-Fetch-Site cannot be set by a page; where it is missing, Origin decides; a caller that sends neither is no browser of
 * today, and no other site can make it send our cookie.
 */
export function isSameSite(headers: Headers, { origin, originSaid }: Settings): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = headers.get('origin');
  if (from === null) return true;
  if (from === origin) return true;
  if (originSaid) return false;
  return from === `http://${headers.get('host')}`;
}
