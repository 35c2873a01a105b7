import { directionOf } from '@/core/article/language';
import { isWebAddress } from '@/core/web-address';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { correctionsOf } from '../corrections';
import { credits, finished, method, provenance, signOffFacts, titleAndVersion } from '../credits';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { articleRows, type Row, shortened } from './article-rows';
import { claimEntries } from './claim-entries';
import { stacksFor } from './families';
import { findingsOf } from './findings';
import { marksOf } from './marks';
import { breakable, isRightToLeft, leads, WORD_IN_CELL, WORD_IN_PROSE } from './runs';
import { typstSource } from './typst/source';

export const papers = ['a4', 'us-letter'] as const;
export type Paper = (typeof papers)[number];

/** A document for Typst 0.14: `main` is its source, the same for every report; `data` is JSON that it reads from `sys.inputs.data`. */
export interface TypstSource {
  main: string;
  data: string;
}

/**
 * The Report as a document to be typeset. No text of the report is ever markup: all of it is data. Equal reports give equal
 * sources. `locale` is the language of what Stet itself says.
 */
export function reportTypst(report: Report, locale: string = DEFAULT_LOCALE, paper: Paper = 'a4'): TypstSource {
  return { main: typstSource, data: JSON.stringify(documentOf(readingOf(report, locale), paper)) };
}

/** A report of more than this many claims or rows of text runs over several pages: it begins with its contents. */
const CLAIMS_WITHOUT_CONTENTS = 30;
const ROWS_WITHOUT_CONTENTS = 60;

function documentOf(reading: Reading, paper: Paper) {
  const { report, words, locale } = reading;
  const { article } = report;
  const marks = marksOf(reading);
  const { rows, drawn } = articleRows(reading, marks);
  const kicker = words(finished(reading) ? 'kicker' : 'kickerDraft');
  const title = article.title;
  return {
    paper,
    stacks: stacksFor(article.language),
    locale: languageOf(locale),
    language: languageOf(article.language),
    rtl: directionOf(article.language) === 'rtl',
    marks: marks.list,
    about: {
      title: `${words('kicker')}: ${title}`,
      author: report.newsroom,
      date: dateOf(article.updatedAt),
    },
    running: { title: shortened(title, RUNNING_TITLE), kicker, newsroom: shortened(report.newsroom, RUNNING_TITLE) },
    internal: report.edition === 'internal' ? words('internal') : null,
    labels: {
      contents: report.claims.length > CLAIMS_WITHOUT_CONTENTS || long(rows) ? words('pdf_contents') : null,
      article: words('article'),
      claims: words('claims'),
      none: words('noClaims'),
      correction: words('correction'),
      comments: words('html_comments'),
    },
    head: {
      kicker,
      title: breakable(title, TITLE_WORD),
      length: title.length,
      rtl: isRightToLeft(title) ?? false,
      origin: origin(reading),
      credits: breakable(credits(reading), WORD_IN_PROSE),
    },
    findings: findingsOf(reading),
    rows,
    entries: claimEntries(reading, marks, drawn),
    corrections: corrections(reading),
    method: howItWasChecked(reading),
  };
}

/** How long a word of the headline, and how long the running title may be, in characters. */
const TITLE_WORD = 20;
const RUNNING_TITLE = 80;

function long(rows: readonly Row[]): boolean {
  return rows.length > ROWS_WITHOUT_CONTENTS;
}

/** Where the article itself is from, as far as that is known. */
function origin(reading: Reading) {
  const { url } = reading.report.article;
  const address = url && isWebAddress(url) ? { ...leads(url), t: breakable(url, WORD_IN_PROSE) } : null;
  const said = provenance(reading);
  return said || address ? { said: breakable(said ?? '', WORD_IN_PROSE), address } : null;
}

/** What was put right since the article was published. */
function corrections(reading: Reading) {
  return {
    title: reading.words('corrections'),
    entries: correctionsOf(reading).map(({ when, body, words }) => ({
      when,
      body: breakable(body, WORD_IN_PROSE),
      rtl: isRightToLeft(body) ?? false,
      words: words.map(({ label, text }) => [label, breakable(text, WORD_IN_PROSE)]),
    })),
  };
}

function howItWasChecked(reading: Reading) {
  const signed = signOffFacts(reading);
  const { report, words, moment } = reading;
  const [claims, text] = method(reading);
  return {
    title: words('method'),
    claims,
    text,
    scale: words('scale', { name: report.scale.name }),
    definitions: report.scale.verdicts.map(({ definition }) => breakable(definition, WORD_IN_CELL * 2)),
    facts: [
      [words('document'), breakable(titleAndVersion(reading), WORD_IN_CELL * 2)],
      [words('state'), moment(report.article.updatedAt)],
      ...(signed ? [[signed.signed.label, breakable(signed.signed.value, WORD_IN_CELL * 2)]] : []),
    ],
    fingerprints: [
      { label: words('fingerprint'), sha256: report.sha256 },
      ...(signed ? [{ label: signed.sha256.label, sha256: signed.sha256.value }] : []),
    ],
  };
}

/** A language as the typesetter takes it: ISO 639, ISO 3166-1 and ISO 15924, each or none. */
function languageOf(tag: string): { lang: string; region: string | null; script: string | null } {
  const { language, region, script } = new Intl.Locale(tag);
  return {
    lang: language,
    region: region && /^[A-Z]{2}$/.test(region) ? region : null,
    script: script?.toLowerCase() ?? null,
  };
}

/** The parts of a time in UTC. */
function dateOf(time: string): number[] {
  return time.match(/\d+/g)!.slice(0, 6).map(Number);
}
