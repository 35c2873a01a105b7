import type { Report } from './report';

/** The fields, of records and of what events say, that hold the id of something of the article or of a source. */
const fields = new Set([
  'id',
  'articleId',
  'claimId',
  'anchorId',
  'citationId',
  'commentId',
  'noticeId',
  'parentId',
  'sourceId',
  'mergedInto',
  'contactId',
]);

/** Those of them that are a source's or its contacts'. */
const ofSource = new Set(['sourceId', 'mergedInto', 'contactId']);

/** The report with other ids for the article, its parts and its sources: those of the map, wherever they stand. */
export function withNewIds(report: Report, ids: ReadonlyMap<string, string>): Report {
  if (ids.size === 0) return report;
  const { article, claims, notices, sources, history, archive } = report;
  return {
    ...report,
    article: { ...article, id: ids.get(article.id) ?? article.id },
    claims: renamed(claims, ids),
    notices: renamed(notices, ids),
    sources: renamed(sources, ids),
    history: renamed(history, ids),
    archive: renamed(archive, ids),
  };
}

/** Every id of the article and its parts that a report names, those of parts that are gone among them; sources aside. */
export function idsOfParts({ article, claims, notices, history, archive }: Report): Set<string> {
  const ids = new Set([article.id]);
  for (const told of [claims, notices, archive?.claims, archive?.anchors, archive?.checks, archive?.placements])
    visit(told, (key, value) => {
      if (!ofSource.has(key) && fields.has(key)) ids.add(value);
    });
  for (const { claimId, before, after } of history) {
    if (claimId !== null) ids.add(claimId);
    for (const said of [before, after])
      visit(said, (key, value) => {
        if (!ofSource.has(key) && fields.has(key)) ids.add(value);
      });
  }
  return ids;
}

function renamed<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((part) => renamed(part, ids)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      fields.has(key) && typeof part === 'string' ? (ids.get(part) ?? part) : renamed(part, ids),
    ]),
  ) as T;
}

function visit(value: unknown, see: (key: string, value: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string') see(key, part);
    // A source stands in a citation with ids of its own.
    else if (key !== 'source') visit(part, see);
  }
}
