import compile from 'icu-minify/compile';
import { createTranslator } from 'use-intl/core';
import articles from './en/articles.json';
import desk from './en/desk.json';
import editor from './en/editor.json';
import evidence from './en/evidence.json';
import failure from './en/failure.json';
import guest from './en/guest.json';
import news from './en/news.json';
import newsroom from './en/newsroom.json';
import problem from './en/problem.json';
import record from './en/record.json';
import report from './en/report.json';
import signOff from './en/sign-off.json';
import sources from './en/sources.json';
import work from './en/work.json';
import { formats } from './formats';

/**
 * What Stet says, one catalogue a language (ICU messages). English is the first and the measure of the others: a language is
 * added as a folder beside `en` and a line in `catalogues`, without other code.
 */
const en = {
  articles,
  desk,
  editor,
  evidence,
  failure,
  guest,
  news,
  newsroom,
  problem,
  record,
  report,
  'sign-off': signOff,
  sources,
  work,
};
export type Words = typeof en;
/** The catalogues as `use-intl` formats them: each message compiled, so that no browser is sent what reads ICU's grammar. */
export const catalogues: Record<string, Words> = { en: compiled(en) };
export const DEFAULT_LOCALE = 'en';

/** A translator for one namespace, for code outside React. Times are formatted in UTC unless a time zone is given. */
export function wordsOf<N extends keyof Words>(namespace: N, locale: string = DEFAULT_LOCALE) {
  return createTranslator({
    locale,
    messages: catalogues[locale] ?? catalogues[DEFAULT_LOCALE]!,
    namespace,
    timeZone: 'UTC',
    formats,
  });
}

/** A catalogue of the same shape whose messages are compiled; a compiled message stands where TypeScript knows a string. */
function compiled<T>(words: T): T {
  // The compiler's objects have no prototype, and React hands only plain ones to the browser.
  if (typeof words === 'string') return JSON.parse(JSON.stringify(compile(words))) as T;
  return Object.fromEntries(Object.entries(words as object).map(([key, inner]) => [key, compiled(inner)])) as T;
}
