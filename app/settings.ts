import path from 'node:path';
import { type Allowed, readFetchAllow } from '@/core/web/fetch-allow';

/** What the environment says of this process. README lists the variables. */
export interface Settings {
  /** Absolute: the database, evidence files and the secret. */
  readonly folder: string;
  /** Where people reach Stet, like `https://desk.example.org`; without a slash at its end. */
  readonly origin: string;
  /** Whether the origin was said (`STET_ORIGIN`) or guessed from where the server listens. */
  readonly originSaid: boolean;
  /** Cookies and headers as https wants them. */
  readonly secure: boolean;
  /** Whether a new newsroom begins with the sample article. */
  readonly sample: boolean;
  /** What pages are fetched from though it is not public (`STET_FETCH_ALLOW`). */
  readonly fetchAllow: readonly Allowed[];
  /** The mail server and the sender of digests; null where no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
}

/** Throws where a variable cannot be meant as it is. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const folder = env.STET_DATA || 'data';
  const host = env.HOST || '127.0.0.1';
  const said = env.STET_ORIGIN ? new URL(env.STET_ORIGIN).origin : undefined;
  const origin = said ?? `http://${host.includes(':') ? `[${host}]` : host}:${env.PORT || 3000}`;
  return {
    folder: path.isAbsolute(folder) ? folder : path.join(/* turbopackIgnore: true */ process.cwd(), folder),
    origin,
    originSaid: said !== undefined,
    secure: origin.startsWith('https:'),
    sample: env.STET_SAMPLE !== '0',
    fetchAllow: readFetchAllow(env.STET_FETCH_ALLOW ?? ''),
    mail: readMail(env, origin),
  };
}

/** Throws where there is a mail server that cannot be meant. Without a sender, mail comes from `stet@` the public host. */
function readMail({ STET_SMTP_URL: url, STET_MAIL_FROM: from }: Record<string, string | undefined>, origin: string) {
  if (!url) return null;
  if (!/^smtps?:$/.test(new URL(url).protocol)) throw new Error('STET_SMTP_URL begins with smtp:// or smtps://.');
  return { url, from: from || `Stet <stet@${new URL(origin).hostname}>` };
}
