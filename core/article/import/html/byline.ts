import { clean, lineIn } from './clean';
import { attribute, type Element, walk } from './tree';

/** The longest line that may be a byline, in UTF-16 units. */
const LINE = 120;
/** How many elements that look like one are read: an article has one or two. */
const READ = 20;

/** What stands before a name in a line that says who wrote. In English on pages of every language. */
const byWords: Record<string, RegExp> = {
  en: /^by:?\s+/i,
  de: /^von:?\s+/i,
  fr: /^par\s*:?\s+/i,
  es: /^por:?\s+/i,
  pt: /^por:?\s+/i,
  it: /^di:?\s+/i,
  nl: /^door:?\s+/i,
  sv: /^av:?\s+/i,
  no: /^av:?\s+/i,
  nb: /^av:?\s+/i,
  da: /^af:?\s+/i,
};

/** Who wrote an article, out of the marks of its text: what is said to be its author first, then what is styled as a byline. */
export class BylineSearch {
  private said: string[] = [];
  private styled: string | null = null;
  private read = 0;

  look(element: Element): void {
    if (this.read >= READ) return;
    const tokens = (name: string) => (attribute(element, name) ?? '').slice(0, 1000).toLowerCase().split(/\s+/);
    if (tokens('rel').includes('author') || tokens('itemprop').includes('author')) {
      this.read++;
      const line = lineOf(nameIn(element) ?? element);
      if (line) this.said.push(line);
    } else if (this.styled === null && tokens('class').some(isByline)) {
      this.read++;
      this.styled = lineOf(element);
    }
  }

  /** Without the "by" of the page's language; null when nothing was found. */
  found(language: string | null): string | null {
    const base = language?.split('-')[0] ?? 'en';
    const names = this.said.length > 0 ? this.said : [this.styled ?? ''];
    const bare = names.map((name) => name.replace(byWords.en!, '').replace(byWords[base] ?? byWords.en!, ''));
    return clean([...new Set(bare)].join(', '));
  }
}

/** Class names are made of parts; `byline-share-buttons` is not a byline. */
function isByline(token: string): boolean {
  return /^(?:.*[_-])?(?:byline|p-author|author-name|authors?)(?:[_-]{1,2}(?:name|text|author|link))?$/.test(token);
}

function lineOf(element: Element): string | null {
  const line = lineIn(element);
  return line && line.length <= LINE && /\p{L}/u.test(line) ? line : null;
}

/** Microdata give an author as a thing with a name. */
function nameIn(element: Element): Element | null {
  let name: Element | null = null;
  walk<null>(element, null, {
    enter(inner) {
      if (/(^|\s)name($|\s)/.test(attribute(inner, 'itemprop') ?? '')) name ??= inner;
      return name ? null : { inside: null };
    },
    text: () => {},
    comment: () => {},
  });
  return name;
}
