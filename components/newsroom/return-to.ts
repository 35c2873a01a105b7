/** An origin that nobody has, to resolve a path against. */
const HERE = 'http://stet.invalid';

/**
 * Where to go after signing in: the given address if it is a page of this very Stet, else the list. Whatever a browser would read
 * as another site (`//host`, `/\host`, a scheme, a tab inside) is not.
 */
export function returnTo(asked: string | null | undefined): string {
  if (!asked?.startsWith('/')) return '/';
  const url = URL.parse(asked, HERE);
  if (!url || url.origin !== HERE || /^\/(api|sign-in|welcome|join)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
