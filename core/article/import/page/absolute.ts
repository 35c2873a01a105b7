import { attribute, type Element, type ParentNode, walk } from '../html/tree';

/** Where pages put the address of a picture that is fetched only when somebody scrolls to it; `src` then holds a placeholder. */
const lazy = ['data-src', 'data-lazy-src', 'data-original', 'data-srcset'];

/**
 * Makes the addresses of a parsed page absolute, in place: of links, and of pictures, where one that waits to be fetched is taken
 * over a placeholder. `base` is where the page is, or what it says that its addresses are relative to.
 */
export function makeAbsolute(root: ParentNode, base: URL): void {
  walk<null>(root, null, {
    enter(element) {
      if (element.tagName === 'a') rewrite(element, 'href', absolute(attribute(element, 'href'), base));
      else if (element.tagName === 'img') rewrite(element, 'src', pictureOf(element, base));
      return { inside: null };
    },
    text: () => {},
    comment: () => {},
  });
}

function pictureOf(element: Element, base: URL): string | null {
  for (const name of [...lazy, 'src', 'srcset']) {
    const written = attribute(element, name);
    const address = absolute(name.endsWith('srcset') ? firstOf(written) : written, base);
    if (address && /^https?:/i.test(address)) return address;
  }
  return null;
}

/** HTML, 4.8.4.3.10: the address of a candidate ends at white space, and not with a comma. */
function firstOf(srcset: string | null): string | null {
  return srcset === null ? null : (/^[\s,]*(\S+?),*(?=\s|$)/.exec(srcset.slice(0, 8192))?.[1] ?? null);
}

/** An address that cannot be read stays as it is written: it is judged where the text is made. */
function absolute(written: string | null, base: URL): string | null {
  return written !== null && URL.canParse(written, base) ? new URL(written, base).href : written;
}

function rewrite(element: Element, name: string, value: string | null): void {
  const attr = element.attrs.find((one) => one.name === name);
  if (attr && value !== null) attr.value = value;
  else if (value !== null) element.attrs.push({ name, value });
}
