import type { Claim } from '@/core/claim/claim';
import type { Source } from '@/core/source/source';
import type { Report } from './report';

/** The version of this format. A reader refuses one that it does not know. */
export const JSON_FORMAT = 1;

/**
 * Everything in the Report as JSON (UTF-8, two spaces, keys in a fixed order, a final line end), ready to be read back by
 * `readReportJson`. Evidence copies are files of their own, and do not travel in it.
 */
export function reportJson(report: Report): string {
  const { claims, sources, archive } = report;
  const told = {
    ...report,
    claims: claims.map(withoutCopies),
    sources: sources.map(withoutFiles),
    archive: archive && {
      ...archive,
      claims: archive.claims.map(withoutCopies),
      sources: archive.sources.map(withoutFiles),
    },
  };
  return `${JSON.stringify({ format: 'stet', formatVersion: JSON_FORMAT, ...inOrder(told) }, null, 2)}\n`;
}

function withoutCopies(claim: Claim): Claim {
  const citations = claim.citations.map((citation) => ({ ...citation, source: withoutFiles(citation.source) }));
  return { ...claim, citations };
}

function withoutFiles(source: Source): Source {
  return { ...source, files: [] };
}

/** Keys by code units at every depth, so that equal values are equal bytes however they were put together. */
function inOrder(value: object): object {
  // Without a prototype, so that a field of any name is a field.
  const ordered: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) ordered[key] = partInOrder((value as Record<string, unknown>)[key]);
  return ordered;
}

function partInOrder(part: unknown): unknown {
  if (part === null || typeof part !== 'object') return part;
  return Array.isArray(part) ? part.map(partInOrder) : inOrder(part);
}
