import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { Problem } from '@/core/problem';
import type { Allowed } from '@/core/web/fetch-allow';
import { type FetchTarget, fetchTarget, mayConnect, mayLookUp } from '@/core/web/fetch-target';
import { networkAddress } from '@/core/web/network-address';
import { exchange, type Reply } from './exchange';
import { unpacked } from './unpacked';

/** What a fetch may take. */
export interface FetchLimits {
  /** From the first look-up to the last byte, redirects and all, in milliseconds. */
  readonly time: number;
  /** Of the body, packed and unpacked. */
  readonly bytes: number;
  /** More, or less, for some media types. */
  readonly bytesOf?: Readonly<Record<string, number>> | undefined;
  readonly redirects: number;
}
export const fetchLimits: FetchLimits = { time: 10_000, bytes: 10 * 1024 * 1024, redirects: 5 };

/** All addresses of a host; rejects or gives none where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface FetchWanted {
  /** What is fetched from though it is not public. */
  readonly allow: readonly Allowed[];
  /** Media types, without parameters, in lower case; what is none of them is `fetch-kind`, and not read. */
  readonly accept: readonly string[];
  readonly limits?: FetchLimits | undefined;
  /** Aborted when nobody waits for the page any more. */
  readonly signal?: AbortSignal | undefined;
  /** The system's own (hosts file and DNS) where it is not given. */
  readonly resolve?: Resolve | undefined;
}

export interface Fetched {
  /** Where it was in the end, after every redirect, without a fragment. */
  readonly address: string;
  /** One of `accept`. */
  readonly type: string;
  /** As the server named it; null where it did not. */
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

/**
 * Fetches what stands at an address that a person, or a page, names, and nothing from inside the network that the server stands
 * in: a host is looked up once, every address that it has must be public or allowed, and one of those very addresses is connected
 * to; the same again at each redirect. Nothing is sent but the request itself: no cookies, no referrer, no credentials. Redirects
 * from https to http are followed, since the address that a person gives may be http too; the address in the answer tells.
 *
 * Throws `fetch-address`, `fetch-credentials` (see `fetchTarget`); `fetch-host` alike for a host that does not exist and for one
 * that is not public, whether or not anything listens there; `fetch-failed` when nothing readable comes; `fetch-status` for
 * what is neither a page nor a redirect; `fetch-redirects`, `fetch-kind`, `fetch-too-large`, `fetch-slow`; and the signal's reason.
 */
export async function fetchGuarded(address: string, wanted: FetchWanted): Promise<Fetched> {
  const { limits = fetchLimits, signal, accept } = wanted;
  const late = AbortSignal.timeout(limits.time);
  const ended = signal ? AbortSignal.any([signal, late]) : late;
  let target = fetchTarget(address);
  try {
    const seen = new Set<string>();
    for (;;) {
      if (seen.has(target.url.href)) throw new Problem('fetch-redirects', { reason: 'loop', limit: limits.redirects });
      if (seen.size > limits.redirects)
        throw new Problem('fetch-redirects', { reason: 'many', limit: limits.redirects });
      seen.add(target.url.href);
      const reply = await exchange(target, await vetted(target, wanted, ended), accept, ended);
      const location = reply.redirect;
      if (location !== null) {
        reply.close();
        target = fetchTarget(location, target.url);
        continue;
      }
      return await read(reply, target, accept, limits.bytesOf?.[reply.type] ?? limits.bytes);
    }
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (late.aborted) throw new Problem('fetch-slow', { host: target.host, seconds: Math.ceil(limits.time / 1000) });
    throw error;
  }
}

/** The addresses that may be connected to. */
async function vetted(target: FetchTarget, wanted: FetchWanted, ended: AbortSignal): Promise<LookupAddress[]> {
  const refused = new Problem('fetch-host', { host: target.host });
  if (!mayLookUp(target, wanted.allow)) throw refused;
  const addresses = networkAddress(target.host)
    ? [target.host]
    : await unlessEnded((wanted.resolve ?? bySystem)(target.host), ended).catch((error) => {
        ended.throwIfAborted();
        if (isSystemError(error)) return [];
        throw error;
      });
  if (!mayConnect(target, addresses, wanted.allow)) throw refused;
  return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
}

async function bySystem(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

/** A look-up cannot be called off, but it need not be waited for. */
function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(ended.reason);
    if (ended.aborted) end();
    ended.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => ended.removeEventListener('abort', end));
  });
}

async function read(
  reply: Reply,
  { url, host }: FetchTarget,
  accept: readonly string[],
  limit: number,
): Promise<Fetched> {
  try {
    const { status, type, charset } = reply;
    if (status !== 200 && status !== 203) throw new Problem('fetch-status', { host, status, kind: kindOf(status) });
    if (!accept.includes(type)) throw new Problem('fetch-kind', { type: type || 'none' });
    const tooLarge = new Problem('fetch-too-large', { limit: `${Math.round(limit / 1024 / 1024)} MB` });
    const packed = await reply.body(limit);
    if (packed === null) throw tooLarge;
    const bytes = await unpacked(packed, reply.encoding, limit);
    if (bytes === 'too-large') throw tooLarge;
    if (bytes === 'broken') throw new Problem('fetch-failed', { host, reason: 'broken' });
    return { address: url.href, type, charset, bytes };
  } finally {
    reply.close();
  }
}

function kindOf(status: number): string {
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451) return 'closed';
  return status === 429 || status === 503 ? 'busy' : 'other';
}
