import { languageTag } from '@/core/article/language';
import { clean, cleanAddress } from './html/clean';
import { publicationDate } from './publication-date';

/** What a text says about itself before it begins. Null where it says nothing. */
export interface FrontMatter {
  title: string | null;
  language: string | null;
  byline: string | null;
  publisher: string | null;
  /** As exact as it is said; see `PublicationDate`. */
  publishedAt: string | null;
  url: string | null;
  /** How many of its fields say something else, or nothing that can be read. */
  unread: number;
  /** The text after it. */
  body: string;
}

/** By which names the makers of sites call the same thing. */
const names = {
  title: ['title'],
  language: ['lang', 'language', 'locale'],
  byline: ['author', 'authors', 'byline'],
  publisher: ['publisher'],
  publishedAt: ['date', 'published', 'publishdate', 'pubdate', 'published_at', 'publishedat'],
  url: ['url', 'canonical', 'canonical_url', 'canonicalurl', 'link'],
};

const readers: Record<keyof typeof names, (value: string) => string | null> = {
  title: (value) => value,
  language: languageTag,
  byline: (value) => clean(listed(value)),
  publisher: clean,
  publishedAt: publicationDate,
  url: cleanAddress,
};

/**
 * Reads the lines between a first line `---` and the next such line, when each of them reads as YAML's simplest form; otherwise
 * there is no front matter, and all is body. Line ends are `\n`.
 */
export function readFrontMatter(markdown: string): FrontMatter {
  const { fields, body } = split(markdown);
  const read = new Set<string>();
  const find = (kind: keyof typeof names): string | null => {
    for (const name of names[kind]) {
      const value = readers[kind](fields.get(name) ?? '') || null;
      if (value !== null) {
        read.add(name);
        return value;
      }
    }
    return null;
  };
  return {
    title: find('title'),
    language: find('language'),
    byline: find('byline'),
    publisher: find('publisher'),
    publishedAt: find('publishedAt'),
    url: find('url'),
    unread: fields.size - read.size,
    body,
  };
}

function split(markdown: string): { fields: Map<string, string>; body: string } {
  const fields = new Map<string, string>();
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown);
  const lines = match?.[1]?.split('\n') ?? [];
  if (!match || !lines.every((line) => /^([\w-]+[ \t]*:|[ \t]+\S|[ \t]*-[ \t]|[ \t]*#|[ \t]*$)/.test(line)))
    return { fields, body: markdown };
  let last = '';
  for (const line of lines) {
    const field = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (field) {
      last = field[1]!.toLowerCase();
      fields.set(last, scalar(field[2]!));
    } else if (item && fields.has(last))
      fields.set(last, [fields.get(last)!, scalar(item[1]!)].filter((value) => value !== '').join(', '));
  }
  return { fields, body: markdown.slice(match[0].length) };
}

/** A value as it is meant: without its quotation marks, or without the remark behind it. */
function scalar(written: string): string {
  const value = written.trim();
  const quoted = /^(["'])(.*)\1(?:[ \t]+#.*)?$/.exec(value);
  return quoted ? quoted[2]! : value.replace(/(?:^|[ \t]+)#.*$/, '');
}

/** `[Ann Lee, "Bo Ek"]`, and `name: Ann Lee` as an item of a list. */
function listed(value: string): string {
  return value
    .replace(/^\[(.*)\]$/, '$1')
    .split(/,\s*/)
    .map((item) => scalar(item.replace(/^name:\s*/, '')))
    .filter((item) => item !== '')
    .join(', ');
}
