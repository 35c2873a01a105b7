/** Query parameters that say how a reader came, not what the page is. */
const TRACKING =
  /^(utm_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|ref_src|ref_url|cmpid|ocid|smid|at_medium|at_campaign)$/i;

/**
 * An address as sources are compared: two with the same one are the same page. Lower-case host without `www.`, no scheme (http
 * and https are one page), no default port, no user, no fragment
 * unless it names the page, no tracking parameters, the others in order of their names, no
 * slash at the end. Null for what is no http or https address. It is for comparing only: the address itself is kept as given.
 */
export function normaliseAddress(url: string): string | null {
  const given = url.trim();
  if (!URL.canParse(given)) return null;
  const parsed = new URL(given);
  if (!/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return null;
  const host = parsed.hostname.replace(/^www\./, '').replace(/\.$/, '') + (parsed.port && `:${parsed.port}`);
  const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept);
  query.sort();
  const path = percentLetters(parsed.pathname).replace(/\/+$/, '');
  // `#/…` and `#!…` are how some sites name their pages; every other fragment is a place in one.
  const page = /^#[/!]/.test(parsed.hash) ? parsed.hash : '';
  return `${host}${path}${kept.length > 0 ? `?${query}` : ''}${page}`;
}

/** `%7e` and `~` are one letter (RFC 3986, section 6.2.2): unreserved ones are written plainly, the others in capitals. */
function percentLetters(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(letter) ? letter : code.toUpperCase();
  });
}
