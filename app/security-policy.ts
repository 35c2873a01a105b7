/**
 * What a page of Stet may load and do (CSP Level 3, OWASP ASVS 5, 3.4.3): its own scripts and styles, each named by the nonce, and
 * nothing from anywhere else. No style attributes in markup; script may still set styles through the CSSOM. A frame may show a
 * page of Stet's own: the preview of a report, or a PDF that is kept as evidence, as its recordings are. Development needs eval and style elements for what it reloads.
 */
export function contentSecurityPolicy(
  nonce: string,
  { development, secure }: { development: boolean; secure: boolean },
): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    ...(development ? [] : ["style-src-attr 'none'"]),
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
