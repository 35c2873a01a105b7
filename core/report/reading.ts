import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import { wordsOf } from '@/core/words/words';
import type { Report } from './report';

/** A Report with what a person needs to read it: words in a language, names for ids, dates that read as dates (in UTC). */
export interface Reading {
  report: Report;
  locale: string;
  words: (key: string, values?: Record<string, string | number>) => string;
  verdictOf(claim: Claim): Verdict | undefined;
  name(personId: string): string;
  names(personIds: Iterable<string | null>): string;
  /** A day, or as much of one as is known: `2025`, `2025-10`, `2025-10-28` or a full time. */
  date(value: string): string;
  /** A day with its time. */
  moment(value: string): string;
}

export function readingOf(report: Report, locale: string): Reading {
  const translate = wordsOf('report', locale);
  const words = translate as unknown as Reading['words'];
  const people = new Map(report.people.map((person) => [person.id, person.name]));
  const name = (personId: string) => people.get(personId) ?? words('unknownPerson');
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const verdicts = new Map(report.scale.verdicts.map((verdict) => [verdict.key, verdict]));
  return {
    report,
    locale,
    words,
    verdictOf: (claim) => (claim.verdict === null ? undefined : verdicts.get(claim.verdict)),
    name,
    names: (ids) => new Intl.ListFormat(locale).format([...new Set([...ids].filter((id) => id !== null))].map(name)),
    date: (value) => (value.length === 4 ? value : (value.length === 7 ? month : day).format(new Date(value))),
    moment: (value) => `${time.format(new Date(value))} UTC`,
  };
}
