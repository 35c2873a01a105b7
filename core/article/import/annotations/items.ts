import { member, members } from './json-value';

/**
 * The annotations in what another tool wrote: one Annotation, a list, an AnnotationPage, an AnnotationCollection whose pages are
 * inside it (Web Annotation Data Model, sections 3 and 5), or the rows of Hypothesis' interface. Whatever else a list holds is
 * given on as it is.
 */
export function annotationsIn(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  for (const list of ['rows', 'items']) if (Array.isArray(member(json, list))) return members(json, list);
  const pages: unknown[] = [];
  const seen = new Set<unknown>();
  for (let page = member(json, 'first'); Array.isArray(member(page, 'items')); page = member(page, 'next')) {
    if (seen.has(page)) break;
    seen.add(page);
    pages.push(page);
  }
  return pages.length > 0 ? pages.flatMap((page) => members(page, 'items')) : emptyCollection(json) ? [] : [json];
}

function emptyCollection(json: unknown): boolean {
  return members(json, 'type').some((type) => type === 'AnnotationCollection' || type === 'AnnotationPage');
}
