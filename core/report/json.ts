import type { Report } from './report';

/** The version of this format. A reader refuses one that it does not know. */
export const JSON_FORMAT = 1;

/** Everything in the Report as JSON (UTF-8, two spaces, keys in a fixed order, a final line end), ready to be read back. */
export function reportJson(report: Report): string {
  return `${JSON.stringify({ format: 'stet', formatVersion: JSON_FORMAT, ...sorted(report) }, null, 2)}\n`;
}

/** Keys by code units at every depth, so that equal values are equal bytes however they were put together. */
function sorted(value: object): object {
  return JSON.parse(JSON.stringify(value), (_key, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
