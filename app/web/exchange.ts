import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Problem } from '@/core/problem';
import type { FetchTarget } from '@/core/web/fetch-target';

/** An answer whose body has not been read yet. Whoever has it closes it. */
export interface Reply {
  readonly status: number;
  /** Where it sends on, as the server wrote it; null when it does not. */
  readonly redirect: string | null;
  /** In lower case, without parameters; empty where the server names none or writes it wrongly. */
  readonly type: string;
  readonly charset: string | null;
  /** `gzip`, `br` and the like; empty for a body that is not packed. */
  readonly encoding: string;
  /** All of the body; null when it is longer than `limit` bytes. Throws `fetch-failed` when it breaks off. */
  body(limit: number): Promise<Buffer | null>;
  close(): void;
}

/** Who visits. Sites may know us, and turn us away. */
const AGENT = 'Stet (fact-checking desk; fetches one page because a person asks for it)';

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Sends one GET to one of `addresses`, which are all that the host of the target is taken to have: nobody is asked for it again.
 * Throws `fetch-failed` when no answer comes, and the reason of `ended`.
 */
export function exchange(
  { url, host }: FetchTarget,
  addresses: readonly LookupAddress[],
  accept: readonly string[],
  ended: AbortSignal,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(ended.aborted ? ended.reason : problemOf(error, host));
    const { request, Agent } = url.protocol === 'https:' ? https : http;
    request(url, {
      // An agent of its own: neither a connection that stands open nor a proxy of the environment comes between.
      agent: new Agent({ keepAlive: false }),
      lookup: answering(addresses),
      signal: ended,
      headers: { 'User-Agent': AGENT, Accept: accept.join(', '), 'Accept-Encoding': 'gzip, deflate, br' },
    })
      .on('response', (response) => resolve(replyOf(response, host, ended)))
      .on('error', failed)
      // An answer that wants to go on in another protocol is no page.
      .on('upgrade', (_response, socket) => {
        socket.destroy();
        failed(new Error('Not HTTP.'));
      })
      .end();
  });
}

/** What a connection takes for the resolver: it knows these addresses and no others. */
function answering(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, { all }, tell) => {
    const [first] = addresses;
    if (!first) tell(new Error('No address.'), '');
    else if (all) tell(null, [...addresses]);
    else tell(null, first.address, first.family);
  };
}

function replyOf(response: http.IncomingMessage, host: string, ended: AbortSignal): Reply {
  const { statusCode: status = 0, headers } = response;
  const content = headers['content-type'] ?? '';
  return {
    status,
    redirect: redirects.has(status) ? (headers.location ?? null) : null,
    type: /^\s*([a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,60})\s*(;|$)/i.exec(content)?.[1]?.toLowerCase() ?? '',
    charset: /;\s*charset\s*=\s*(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i.exec(content)?.slice(1).find(Boolean) ?? null,
    encoding: (headers['content-encoding'] ?? '').trim().toLowerCase(),
    async body(limit) {
      const chunks: Buffer[] = [];
      let size = 0;
      try {
        for await (const chunk of response as AsyncIterable<Buffer>) {
          size += chunk.length;
          if (size > limit) return null;
          chunks.push(chunk);
        }
      } catch (error) {
        throw ended.aborted ? ended.reason : problemOf(error as Error, host);
      }
      return Buffer.concat(chunks, size);
    },
    close: () => response.destroy(),
  };
}

function problemOf(error: Error & { code?: string }, host: string): Problem {
  const code = error.code ?? '';
  const reason = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED|HOSTNAME_MISMATCH)/.test(code)
    ? 'certificate'
    : /^HPE_/.test(code)
      ? 'broken'
      : 'silent';
  return new Problem('fetch-failed', { host, reason });
}
