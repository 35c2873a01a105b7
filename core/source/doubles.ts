import { normaliseAddress } from './address';
import type { Source } from './source';

/** Why two sources may be one: they have the same address, or titles that are nearly the same. */
export type Likeness = 'address' | 'title';

type Compared = Pick<Source, 'title' | 'url'>;

/** Titles that share this much of their words are nearly the same (Dice's coefficient). */
const NEARLY = 0.75;

/** Whether two sources look like one, and by what; null where nothing says so. */
export function likeness(one: Compared, other: Compared): Likeness | null {
  const address = one.url === null ? null : normaliseAddress(one.url);
  if (address !== null && other.url !== null && normaliseAddress(other.url) === address) return 'address';
  return overlap(titleWords(one.title), titleWords(other.title)) >= NEARLY ? 'title' : null;
}

/** The words of a title, without case and accents; what marks no difference between two titles is left out. */
export function titleWords(title: string): string[] {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.filter((word) => other.includes(word)).length;
  return (2 * shared) / (one.length + other.length);
}
