import { webAddress } from './inline';
import { type Element, walk } from './tree';

/** The longest title, byline or name that is kept, in UTF-16 units, as the records of an article have it. */
const KEPT = 500;

/** Words about an article, white space and characters that cannot be kept as one space each; null for none or far too many. */
export function clean(value: string | null | undefined): string | null {
  const words = value?.replace(/[\s\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').trim();
  return words && words.length <= KEPT ? words : null;
}

/** An absolute address of the web that can be kept; null for everything else. */
export function cleanAddress(value: string | null | undefined): string | null {
  return value && /^https?:/i.test(value.trim()) ? webAddress(value) : null;
}

/** All text inside an element as one line, or null when there is none or far too much; nothing beyond that is read. */
export function lineIn(element: Element): string | null {
  let text = '';
  walk<null>(element, null, {
    enter: ({ tagName }) =>
      text.length > KEPT * 4 || tagName === 'style' || tagName === 'script' ? null : { inside: null },
    text: (characters) => {
      if (text.length <= KEPT * 4) text += characters;
    },
    comment: () => {},
  });
  return clean(text);
}
