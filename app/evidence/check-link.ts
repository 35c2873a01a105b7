import { Problem } from '@/core/problem';
import type { LinkState } from '@/core/source/vocabulary';
import { fetchAnswer, fetchFingerprint } from './fetch-copy';

/** What became of an address. */
export interface FoundLink {
  /** Null where the answer tells nothing about the page: it is there, but not for us, or not now. */
  readonly link: LinkState | null;
  /** The HTTP status; null where none came. */
  readonly status: number | null;
}

/**
 * Asks for an address and says what became of it since the last copy was kept: `known` is that copy's fingerprint (the hash of a
 * page's words, of a PDF's bytes), or null where there is none to compare with. Throws only what is our own fault, and the signal's
 * reason.
 */
export async function checkLink(address: string, known: string | null, signal: AbortSignal): Promise<FoundLink> {
  try {
    if (known === null) {
      await fetchAnswer(address, signal);
      return { link: 'alive', status: 200 };
    }
    return { link: (await fetchFingerprint(address, signal)) === known ? 'alive' : 'changed', status: 200 };
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return foundBy(failure, known);
  }
}

function foundBy({ code, values }: Problem, known: string | null): FoundLink {
  switch (code) {
    // It answers with what we do not read, or with more than we take.
    case 'fetch-kind':
    case 'fetch-too-large':
    case 'too-demanding':
    case 'too-many-words':
      return { link: known === null ? 'alive' : 'changed', status: 200 };
    case 'text-empty':
    case 'text-binary':
    case 'text-undecodable':
      return { link: 'changed', status: 200 };
    case 'fetch-status':
      return {
        link: values.kind === 'closed' || values.kind === 'busy' ? null : 'dead',
        status: Number(values.status),
      };
    case 'fetch-slow':
      return { link: null, status: null };
    default:
      return { link: 'dead', status: null };
  }
}
