import { createTranslator } from 'use-intl/core';
import articles from './en/articles.json';
import desk from './en/desk.json';
import editor from './en/editor.json';
import newsroom from './en/newsroom.json';
import problem from './en/problem.json';
import record from './en/record.json';
import report from './en/report.json';
import sources from './en/sources.json';

/**
 * What Stet says, one catalogue a language (ICU messages). English is the first and the measure of the others: a language is
 * added as a folder beside `en` and a line in `catalogues`, without other code.
 */
const en = { articles, desk, editor, newsroom, problem, record, report, sources };
export type Words = typeof en;
export const catalogues: Record<string, Words> = { en };
export const DEFAULT_LOCALE = 'en';

/** A translator for one namespace, for code outside React. Times are formatted in UTC unless a time zone is given. */
export function wordsOf<N extends keyof Words>(namespace: N, locale: string = DEFAULT_LOCALE) {
  return createTranslator({ locale, messages: catalogues[locale] ?? en, namespace, timeZone: 'UTC' });
}
