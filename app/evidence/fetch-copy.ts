import { createHash } from 'node:crypto';
import { Problem } from '@/core/problem';
import { EVIDENCE_BYTES } from '../api/receive-file';
import { readSettings } from '../settings';
import { type Fetched, fetchGuarded, fetchLimits } from '../web/guarded-fetch';
import { readApart } from '../workshop/workshop';
import { inTurn } from './fetch-turns';

/** A copy of what stands at an address, ready to be kept. */
export interface PageCopy {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string;
  /** Where it was in the end. */
  readonly address: string;
  /** Of a page's words; null for a PDF, whose bytes are compared. */
  readonly textSha256: string | null;
}

/** What is read as a page or a text, and how. */
const readable: Readonly<Record<string, 'page' | 'text' | 'markdown'>> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'text/markdown': 'markdown',
  'text/plain': 'text',
};
const PDF = 'application/pdf';

/** Longer than a page may take, since a PDF may be large; in milliseconds. */
const TIME = 30_000;

/**
 * Fetches what stands at an address and makes a copy of it: of a page its readable words in markup of our own, of a PDF its bytes.
 * Throws what `fetchGuarded` throws, and what reading a page throws.
 */
export async function fetchCopy(address: string, fetchedAt: string, signal: AbortSignal): Promise<PageCopy> {
  const fetched = await fetchedPage(address, signal);
  if (fetched.type === PDF) {
    if (!isPdf(fetched.bytes)) throw new Problem('fetch-kind', { type: 'none' });
    const name = `${nameIn(fetched.address)}.pdf`;
    return { bytes: fetched.bytes, name, type: PDF, address: fetched.address, textSha256: null };
  }
  const { bytes, title, textSha256 } = await copied(fetched, fetchedAt, signal);
  return { bytes, name: `${title}.html`, type: 'text/html', address: fetched.address, textSha256 };
}

/** What tells whether a page is as it was: the hash of a page's words, or of a PDF's bytes. Throws as `fetchCopy` does. */
export async function fetchFingerprint(address: string, signal: AbortSignal): Promise<string> {
  const fetched = await fetchedPage(address, signal);
  if (fetched.type === PDF) return createHash('sha256').update(fetched.bytes).digest('hex');
  return (await copied(fetched, '', signal)).textSha256;
}

/** Throws unless the address answers; of what it answers nothing is read. */
export async function fetchAnswer(address: string, signal: AbortSignal): Promise<void> {
  await inTurn(signal, () => fetchGuarded(address, { allow: readSettings().fetchAllow, accept: ['*/*'], signal }));
}

function fetchedPage(address: string, signal: AbortSignal): Promise<Fetched> {
  const limits = { ...fetchLimits, time: TIME, bytesOf: { [PDF]: EVIDENCE_BYTES } };
  const accept = [...Object.keys(readable), PDF];
  return inTurn(signal, () => fetchGuarded(address, { allow: readSettings().fetchAllow, accept, limits, signal }));
}

function copied({ bytes, charset, type, address }: Fetched, fetchedAt: string, signal: AbortSignal) {
  return readApart('copy-page', { bytes, charset, format: readable[type] ?? 'text', address, fetchedAt }, signal);
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, 5).toString('latin1') === '%PDF-';
}

function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname;
  try {
    return decodeURIComponent(last).replace(/\.pdf$/i, '');
  } catch {
    return last.replace(/\.pdf$/i, '');
  }
}
