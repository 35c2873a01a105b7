import { Problem } from '@/core/problem';
import { problemStatus } from '@/core/problem-status';
import { wordsOf } from '@/core/words/words';
import { readSettings } from '../settings';

const say = wordsOf('problem');

/** What every answer of the interface carries: nobody keeps a copy, nobody guesses its type, no site embeds it. */
export const apiHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  ...(readSettings().secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
};

/** RFC 9457. Members beside the registered ones: `code`, and what the problem carries (`errors`, `current`, `matches`). */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const { code, values, extra } = problem;
  const status = problemStatus[code];
  const body = {
    type: `urn:stet:problem:${code}`,
    title: say(`titles.${code}`),
    status,
    detail: say(code, values),
    code,
    ...extra,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...apiHeaders, 'Content-Type': 'application/problem+json', ...headers },
  });
}

/** A body, query or header that does not fit: `errors` says where and why. */
export function malformed(errors: { path: string; message: string }[]): Problem {
  return new Problem('malformed', { reason: errors[0]?.message ?? '' }, { errors });
}
