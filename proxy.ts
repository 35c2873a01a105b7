import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './app/security-policy';

const development = process.env.NODE_ENV === 'development';
/** Read once: it cannot change while the process runs. */
const secure = process.env.STET_ORIGIN?.startsWith('https:') ?? false;

/**
 * Gives every page its own Content-Security-Policy, with a nonce that Next puts on the scripts and styles that it writes: it reads
 * it from the policy on the request. Routes of the interface and files carry their own, fixed headers and do not come through
 * here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, { development, secure });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (secure) response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image|.*\\.(?:ico|svg|png|woff2|txt|webmanifest)$).*)'],
};
