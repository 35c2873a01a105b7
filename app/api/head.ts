import { Problem } from '@/core/problem';
import { fitting } from './body';
import type { Schema } from './contract/operation';
import { malformed } from './problem-response';

/** The revision in `If-Match: "7"`. Throws `precondition-missing` (428) without one, `malformed` for anything else. */
export function readRevision(headers: Headers): number {
  const given = headers.get('if-match');
  if (given === null) throw new Problem('precondition-missing');
  const revision = /^"(\d{1,15})"$/.exec(given.trim())?.[1];
  if (revision === undefined)
    throw malformed([{ path: 'If-Match', message: 'If-Match is one revision in double quotes, like "7".' }]);
  return Number(revision);
}

/** The same, where a change may carry its revision and need not. */
export function revisionIfGiven(headers: Headers): number | undefined {
  return headers.has('if-match') ? readRevision(headers) : undefined;
}

/** What stands after the question mark, as `schema` makes it; each name once, and none that it does not know. */
export function readQuery(url: string, schema: Schema): unknown {
  const mark = url.indexOf('?');
  if (mark === -1) return schema ? fitting(schema, {}) : undefined;
  const given: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
    if (name in given) throw malformed([{ path: name, message: 'This is given twice.' }]);
    given[name] = value;
  }
  if (schema) return fitting(schema, given);
  const [stray] = Object.keys(given);
  if (stray !== undefined) throw malformed([{ path: stray, message: `There is no “${stray}” to ask for here.` }]);
  return undefined;
}
