import { decodePage } from '@/core/article/import/page/decode-page';
import type { Allowed } from '@/core/web/fetch-allow';
import { type Fetched, type FetchWanted, fetchGuarded } from './guarded-fetch';

/** A page, or a plain text, from the web, as `importArticle` takes it. */
export interface FetchedPage {
  readonly format: 'page' | 'text' | 'markdown';
  readonly text: string;
  /** Where it was in the end, after every redirect. */
  readonly address: string;
}

const types: Record<string, FetchedPage['format']> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
};

/**
 * Fetches the page at an address. A plain text whose name ends like a Markdown file's is one: few servers have a type for them.
 * Throws what `fetchGuarded` throws, and `text-undecodable` or `text-binary` (see `decodePage`).
 */
export async function fetchPage(
  address: string,
  allow: readonly Allowed[],
  signal?: AbortSignal,
  bounds: Pick<FetchWanted, 'limits' | 'resolve'> = {},
): Promise<FetchedPage> {
  const fetched = await fetchGuarded(address, { ...bounds, allow, signal, accept: Object.keys(types) });
  const format = formatOf(fetched);
  return { format, text: decodePage(fetched.bytes, fetched.charset, format === 'page'), address: fetched.address };
}

function formatOf({ type, address }: Fetched): FetchedPage['format'] {
  const format = types[type] ?? 'text';
  return format === 'text' && /\.(md|markdown)$/i.test(new URL(address).pathname) ? 'markdown' : format;
}
