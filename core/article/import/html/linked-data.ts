import { publicationDate } from '../publication-date';
import { clean, cleanAddress } from './clean';

/** What a page's linked data say of its article. Null where they say nothing. */
export interface LinkedData {
  readonly headline: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly url: string | null;
  readonly language: string | null;
}

type Thing = Readonly<Record<string, unknown>>;

/** How many characters of a page's linked data are read, and how many things in them: far more than describe one article. */
const READ_CHARACTERS = 2_000_000;
const READ_THINGS = 20_000;

/**
 * Reads the JSON-LD of a page (schema.org: Article and what descends from it). Where there are several articles and neither
 * `address` nor anything else tells which one is the page's, nothing is taken from them. A block that is not JSON is left out.
 */
export function readLinkedData(blocks: readonly string[], address: string | null): LinkedData {
  const { things, byId } = gather(parsed(blocks));
  const article = articleAmong(things, address);
  const get = (name: string) => article?.[name];
  return {
    headline: textIn(get('headline')) ?? textIn(get('name')),
    byline: namesOf(get('author') ?? get('creator'), byId),
    publisher: namesOf(get('publisher') ?? get('sourceOrganization'), byId),
    publishedAt: publicationDate(textIn(get('datePublished')) ?? ''),
    url: cleanAddress(idOf(get('url')) ?? idOf(get('mainEntityOfPage'))),
    language: textIn(get('inLanguage')),
  };
}

function parsed(blocks: readonly string[]): unknown[] {
  let left = READ_CHARACTERS;
  return blocks.flatMap((block) => {
    left -= block.length;
    if (left < 0) return [];
    try {
      return [
        JSON.parse(
          block.replace(
            /^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\*\/)?)|(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\*\/)?)\s*$/g,
            '',
          ),
        ),
      ];
    } catch {
      return [];
    }
  });
}

/** The things that stand for themselves, in order, and all that have an `@id` to be named by. */
function gather(roots: readonly unknown[]): { things: Thing[]; byId: Map<string, Thing> } {
  const things: Thing[] = [];
  const byId = new Map<string, Thing>();
  const waiting = roots.toReversed();
  for (let seen = 0; waiting.length > 0 && seen < READ_THINGS; seen++) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value.slice(0, READ_THINGS).reverse());
    else if (isThing(value)) {
      things.push(value);
      const id = value['@id'];
      if (typeof id === 'string' && value.name !== undefined && !byId.has(id)) byId.set(id, value);
      waiting.push(
        ...[value['@graph'], value.mainEntity, value.mainEntityOfPage].filter((inside) => typeof inside === 'object'),
      );
    }
  }
  return { things, byId };
}

function articleAmong(things: readonly Thing[], address: string | null): Thing | null {
  const articles = things.filter(isArticle);
  const [first] = articles;
  if (!first) return null;
  const headline = textIn(first.headline);
  if (articles.every((article) => textIn(article.headline) === headline)) return first;
  const isHere = (article: Thing) =>
    [article.url, article.mainEntityOfPage, article].some((value) => address !== null && idOf(value) === address);
  return articles.find(isHere) ?? null;
}

function isArticle(thing: Thing): boolean {
  const types = [thing['@type']].flat();
  return types.some(
    (type) => typeof type === 'string' && /(Article|BlogPosting|SocialMediaPosting|^Report)$/.test(type),
  );
}

/** Names of people or organisations, each once, in order. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Thing>): string | null {
  const names = [value]
    .flat()
    .slice(0, 50)
    .map((one) => {
      if (!isThing(one)) return textIn(one);
      return textIn(one.name) ?? textIn(byId.get(String(one['@id']))?.name);
    });
  const said = names.filter((name) => name !== null && !/^https?:/i.test(name));
  return clean([...new Set(said)].join(', '));
}

/** The address that a value is, or that the thing is named by. */
function idOf(value: unknown): string | null {
  return isThing(value) ? (textIn(value['@id']) ?? textIn(value.url)) : textIn(value);
}

function textIn(value: unknown): string | null {
  const [first] = [value].flat();
  if (isThing(first)) return textIn(first['@value'] ?? null);
  return typeof first === 'string' ? clean(unescaped(first)) : null;
}

const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: '\u00a0' };

/** Many a site escapes for HTML what stands in a script, where nobody unescapes it. */
function unescaped(text: string): string {
  return text.replace(/&(?:(amp|quot|apos|lt|gt|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name) return named[name.toLowerCase()]!;
    const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
