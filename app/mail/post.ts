import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Digest } from '@/core/newsroom/digest';

/** How long a mail server may take to answer, in milliseconds. */
const PATIENCE = 15_000;

/** Hands a digest to the mail server. Resolves once that has taken it; else throws what nodemailer throws. */
export type Post = (to: string, digest: Digest) => Promise<void>;

/**
 * The way to the mail server of `STET_SMTP_URL`. A password goes over an encrypted connection only, unless the server is this very
 * machine, and a certificate that cannot be trusted is refused.
 */
export function postOf({ url, from }: { url: string; from: string }): Post {
  const { username, hostname } = new URL(url);
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const transport = createTransport({
    url,
    requireTLS: username !== '' && !isHere,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (to, { subject, text, html, unsubscribe }) => {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      // The same for the same digest: should the server have taken it and its answer been lost, it is one mail all the same.
      messageId: `<${createHash('sha256').update(`${to}\n${text}`).digest('hex').slice(0, 40)}@${hostOf(from)}>`,
      list: { unsubscribe: { url: unsubscribe, comment: 'Stet' } },
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  };
}

function hostOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'stet.invalid';
}
