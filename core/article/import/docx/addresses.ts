import { isWebAddress } from '@/core/record';

/** An address as it stands in a text, in UTF-16 offsets. `url` is http or https. */
export interface FoundAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** The longest address that is kept, as `WebAddress` has it. */
const ADDRESS_LENGTH = 4096;

const pattern = /(?<![\p{L}\p{N}@/.-])(?:https?:\/\/|www\.(?=[\p{L}\p{N}-]+\.))[^\s<>"“”„«»`\\^{|}]+/giu;

/**
 * The web addresses in a text, as people write them: without the stop or bracket that ends the sentence around them. One that
 * begins with `www.` is taken as https.
 */
export function addressesIn(text: string): FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0].length > ADDRESS_LENGTH) continue;
    const written = withoutEnd(match[0]);
    const url = /^www\./i.test(written) ? `https://${written}` : written;
    if (url.length <= ADDRESS_LENGTH && isWebAddress(url))
      found.push({ start: match.index, end: match.index + written.length, url });
  }
  return found;
}

/** A closing bracket belongs to an address only when it opened in it: `…/Mercury_(planet)`. */
function withoutEnd(written: string): string {
  let end = written.length;
  for (; end > 0; end--) {
    const last = written[end - 1]!;
    if (/[.,;:!?'’‘…*_~]/.test(last)) continue;
    if (last === ')' && surplus(written.slice(0, end), '(', ')')) continue;
    if (last === ']' && surplus(written.slice(0, end), '[', ']')) continue;
    break;
  }
  return written.slice(0, end);
}

function surplus(text: string, opening: string, closing: string): boolean {
  return text.split(closing).length > text.split(opening).length;
}
