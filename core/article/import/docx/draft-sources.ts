import { normaliseAddress } from '@/core/source/address';
import type { Remark } from '../remark';
import { addressesIn } from './addresses';
import type { Words } from './comment-words';

export type DraftSource = Remark['sources'][number];

/** As long as a source's title may be, in UTF-16 units. */
const TITLE_LENGTH = 1000;
/** An address is told apart by its beginning: so many units of it stand for a title. */
const SHORT_LENGTH = 60;

/** The addresses that some words name or lead to, each a source that nobody has looked at yet. */
export function sourcesIn(paragraphs: readonly (readonly Words[])[]): DraftSource[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.flatMap(({ text, href }) => {
      if (href !== null) return [draftSource(href, text)];
      return addressesIn(text).map(({ url }) => draftSource(url, ''));
    }),
  );
}

/** Each address once, as it came first, but with the best title that it has anywhere. */
export function withoutDoubles(sources: readonly DraftSource[]): DraftSource[] {
  const known = new Map<string, DraftSource>();
  for (const source of sources) {
    const key = (source.url && normaliseAddress(source.url)) ?? source.title;
    const before = known.get(key);
    if (!before) known.set(key, source);
    else if (before.url !== null && before.title === shortened(before.url))
      known.set(key, { ...before, title: source.title });
  }
  return [...known.values()];
}

/** A source that nobody has looked at yet, by its address; the words that lead to it are its title unless they are an address. */
export function draftSource(url: string, words: string): DraftSource {
  const said = words.replace(/\s+/g, ' ').trim();
  const isAddress = said === '' || addressesIn(said).some(({ start, end }) => start === 0 && end === said.length);
  return {
    url,
    title: isAddress ? shortened(url) : said.slice(0, TITLE_LENGTH),
    publisher: null,
    stance: 'context',
    quote: null,
    locator: null,
    consulted: null,
  };
}

/** Host and path, as a person would say it. */
function shortened(url: string): string {
  const whole = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/*(?:[?#].*)?$/s, '');
  if (whole.length <= SHORT_LENGTH) return whole;
  // Never the first half of a character of two units.
  return `${whole.slice(0, SHORT_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
