import { languageTag } from '@/core/article/language';
import { publicationDate } from '../publication-date';
import { BylineSearch } from './byline';
import { clean, cleanAddress, lineIn } from './clean';
import { type LinkedData, readLinkedData } from './linked-data';
import { attribute, type Element, type ParentNode, textOf, walk } from './tree';

/** What a page says about itself, beside its text. Null where it says nothing. */
export interface AboutPage {
  /** Its `<title>`. */
  readonly pageTitle: string | null;
  /** The title that it wants to be shared under. */
  readonly socialTitle: string | null;
  /** Out of its linked data. */
  readonly headline: string | null;
  /** Its headings of level 1, in order. */
  readonly headings: readonly string[];
  readonly language: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** As exact as the page says it; see `PublicationDate`. */
  readonly publishedAt: string | null;
  /** Where it says that it is published. */
  readonly url: string | null;
  /** What its relative addresses are relative to, as it wrote it. */
  readonly base: string | null;
}

/**
 * Gathers what a page says about itself: JSON-LD first, which is written for machines and of the article, then what it tells
 * search engines and networks in `<meta>`, then what it marks as author and date in the text. `address` is where it came from,
 * if that is known.
 */
export function aboutPage(root: ParentNode, address: string | null): AboutPage {
  const seen = new Sighting();
  walk<boolean>(root, true, seen);
  const data = readLinkedData(seen.linkedData, address);
  const metas = (...names: string[]) => names.map((name) => clean(seen.metas.get(name)?.[0])).find(Boolean) ?? null;
  const language =
    [seen.language, metas('og:locale', 'content-language', 'dc.language'), data.language]
      .map((tag) => languageTag(tag ?? ''))
      .find(Boolean) ?? null;
  return {
    pageTitle: seen.title,
    socialTitle: metas('og:title', 'twitter:title'),
    headline: data.headline,
    headings: seen.headings,
    language,
    byline: data.byline ?? bylineOf(seen.metas) ?? seen.bylines.found(language),
    publisher:
      metas('og:site_name') ??
      data.publisher ??
      metas('publisher', 'dc.publisher', 'dcterms.publisher', 'citation_publisher'),
    publishedAt: dateOf(seen, data),
    url: seen.canonical ?? cleanAddress(metas('og:url')) ?? data.url,
    base: seen.base,
  };
}

/** Where sites write in `<meta>` when an article was published, the surest first. */
const dateNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'date',
];

function dateOf({ metas, saidDates, dates }: Sighting, data: LinkedData): string | null {
  const written = [...dateNames.flatMap((name) => metas.get(name)?.slice(0, 1) ?? []), ...saidDates];
  const said = data.publishedAt ?? written.map(publicationDate).find(Boolean);
  if (said) return said;
  // Of several dates nobody can tell which one is the article's.
  const [only, ...others] = new Set(dates.map(publicationDate).filter((date) => date !== null));
  return others.length === 0 ? (only ?? null) : null;
}

/** Some sites give an address of the author's instead of the name. */
function bylineOf(metas: ReadonlyMap<string, string[]>): string | null {
  for (const name of [
    'author',
    'article:author',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
  ]) {
    const names = (metas.get(name) ?? []).map(clean).filter((value) => value !== null && !/^(https?:|@)/i.test(value));
    const byline = clean([...new Set(names)].join(', '));
    if (byline) return byline;
  }
  return null;
}

/** How many of each kind are looked at; the rest of a page that has more is not about it. */
const LOOKED_AT = 1000;
const HEADINGS = 20;

/** What a walk through the page comes by. The walk hands down whether it is inside what may belong to the article. */
class Sighting {
  title: string | null = null;
  language: string | null = null;
  canonical: string | null = null;
  base: string | null = null;
  readonly metas = new Map<string, string[]>();
  readonly headings: string[] = [];
  readonly linkedData: string[] = [];
  readonly saidDates: string[] = [];
  readonly dates: string[] = [];
  readonly bylines = new BylineSearch();

  enter(element: Element, near: boolean): { inside: boolean } | null {
    switch (element.tagName) {
      case 'svg':
      case 'template':
        return null;
      case 'html':
        this.language ??= attribute(element, 'lang') ?? attribute(element, 'xml:lang');
        break;
      case 'title':
        this.title ??= textOf(element) || null;
        return null;
      case 'base':
        this.base ??= attribute(element, 'href');
        return null;
      case 'meta':
        this.readMeta(element);
        return null;
      case 'link':
        if (hasToken(attribute(element, 'rel'), 'canonical'))
          this.canonical ??= cleanAddress(attribute(element, 'href'));
        return null;
      case 'script':
        if (/^\s*application\/ld\+json\b/i.test(attribute(element, 'type') ?? '') && this.linkedData.length < LOOKED_AT)
          this.linkedData.push(textOf(element));
        return null;
      case 'h1':
        if (this.headings.length < HEADINGS) this.headings.push(lineIn(element) ?? '');
        break;
      case 'time':
        if (near) this.readTime(element);
        break;
    }
    const inside = near && !isAside(element);
    if (inside) this.bylines.look(element);
    return { inside };
  }

  text(): void {}
  comment(): void {}

  private readMeta(element: Element): void {
    const content = attribute(element, 'content');
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((kind) => attribute(element, kind));
    for (const name of new Set(names.map((given) => given?.trim().toLowerCase()))) {
      if (!name || !content || this.metas.size >= LOOKED_AT) continue;
      const known = this.metas.get(name);
      if (!known) this.metas.set(name, [content]);
      else if (known.length < LOOKED_AT) known.push(content);
    }
  }

  private readTime(element: Element): void {
    const date = attribute(element, 'datetime');
    if (date === null || this.dates.length >= LOOKED_AT) return;
    const said =
      attribute(element, 'pubdate') !== null ||
      hasToken(attribute(element, 'itemprop'), 'datepublished') ||
      /(^|[\s_-])(published|publication|pubdate|entry-date)($|[\s_-])/i.test(attribute(element, 'class') ?? '');
    (said ? this.saidDates : this.dates).push(date);
  }
}

/** Whether what is inside is about other things: other articles, what readers say. */
function isAside(element: Element): boolean {
  if (['nav', 'aside', 'footer'].includes(element.tagName)) return true;
  const names = `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''}`.slice(0, 1000);
  return (
    element.tagName !== 'body' &&
    /(^|[\s_-])(comments?|respond|related|recommended|sidebar|teasers?)($|[\s_-])/i.test(names)
  );
}

function hasToken(list: string | null, token: string): boolean {
  return (list ?? '').toLowerCase().split(/\s+/).includes(token);
}
