import type { AboutPage } from '../html/about-page';
import { clean } from '../html/clean';

/** What parts a headline from the name of the site, in a title that has both. */
const parting = /[\s\u00a0]+[|–—·•:»«/\\-][\s\u00a0]+/u;

/**
 * The headline of a page: what its linked data say, else the title that it is shared under, else its `<title>`; without the name
 * of the site, and where a heading of the page is what such a title begins with, that heading. Where there is no title, the first
 * heading; empty where there is none either.
 */
export function headlineOf({ headline, socialTitle, pageTitle, headings, publisher }: AboutPage): string {
  const title = headline ?? socialTitle ?? clean(pageTitle);
  if (title === null) return headings.find((heading) => heading !== '') ?? '';
  const parts = title.split(parting);
  const begins = parts.map((_, index) => title.slice(0, lengthOf(title, parts.slice(0, index + 1))));
  const shown = begins.findLast((part) => part !== publisher && headings.includes(part));
  if (shown !== undefined) return shown;
  const site = parts.length > 1 && parts.at(-1)!.toLowerCase() === publisher?.toLowerCase();
  return site ? begins.at(-2)! : title;
}

/** How far into a title its first parts reach, with what parts them. */
function lengthOf(title: string, parts: readonly string[]): number {
  return parts.reduce((reached, part) => title.indexOf(part, reached) + part.length, 0);
}
