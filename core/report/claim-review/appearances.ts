import { fold } from '@/core/anchor/fold';
import type { Claim } from '@/core/claim/claim';
import { isWebAddress } from '@/core/record';
import type { Source } from '@/core/source/source';

/** A source in which a claim's own words stand, at its web address. */
export interface Appearance {
  source: Source;
  url: string;
}

/**
 * Where else the claim was made, as far as the check shows it: the sources whose quoted words hold the claim's, each address
 * once, in the order in which they were cited. A source that only speaks of the matter is no appearance, and what is confidential
 * is none that may be named.
 */
export function appearancesOf({ citations }: Claim, words: string): Appearance[] {
  const wanted = fold(words).trim();
  const found = new Map<string, Appearance>();
  for (const { source, quote } of citations) {
    const { url, confidential } = source;
    if (confidential || url === null || !isWebAddress(url) || quote === null || found.has(url)) continue;
    if (wanted !== '' && fold(quote).includes(wanted)) found.set(url, { source, url });
  }
  return [...found.values()];
}

/**
 * The earliest of those whose date is known; null where dates too vague to compare (`2025` and `2025-10-28`) or equal ones leave
 * it open.
 */
export function firstOf(appearances: readonly Appearance[]): Appearance | null {
  const dated = appearances.flatMap((appearance) => {
    const date = appearance.source.publishedAt;
    return date === null ? [] : [{ appearance, date }];
  });
  const earliest = dated.map(({ date }) => date).sort()[0];
  const rivals = dated.filter(({ date }) => date.startsWith(earliest!));
  return rivals.length === 1 ? rivals[0]!.appearance : null;
}
