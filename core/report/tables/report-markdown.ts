import { isWebAddress } from '@/core/record';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { correctionsOf } from '../corrections';
import { credits, finished, method, provenance, signOffFacts, titleAndVersion } from '../credits';
import { lede, verdictColumns } from '../lede';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { claimTables } from './claim-tables';
import { claimSection, titleLink } from './markdown/claim-section';
import { markdownText } from './markdown/markdown-text';
import type { Cell, Column, Table } from './table';

/**
 * The Report as a document in Markdown (GFM), fit to be read as it is and drawn: what was found, the claims and the citations as
 * tables, and each claim with why. Everything that a person typed reads as it was typed; a rationale alone keeps its own markup,
 * of which no more than `rationaleTree` knows.
 */
export function reportMarkdown(report: Report, locale = DEFAULT_LOCALE): string {
  const reading = readingOf(report, locale);
  const { words } = reading;
  const { claims, citations } = claimTables(reading);
  const sections = [
    head(reading),
    `## ${words('table_summary')}`,
    markdownText(lede(reading).join('')),
    verdicts(reading),
    `## ${words('claims')}`,
    report.claims.length === 0 ? words('noClaims') : table(claims, claimColumns, reading),
    ...(citations.rows.length === 0
      ? []
      : [`## ${words('table_citations')}`, table(citations, citationColumns, reading)]),
    ...(report.claims.length === 0 ? [] : [`## ${words('table_each')}`]),
    ...report.claims.map((claim, index) => claimSection(reading, claim, index + 1)),
    corrections(reading),
    howItWasChecked(reading),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** The columns that a page has room for: what else there is stands in the claim's own section. */
const claimColumns = ['number', 'words', 'verdict', 'status', 'attributedTo', 'checkedBy', 'approvedBy'];
const citationColumns = ['number', 'stance', 'source', 'publisher', 'published', 'locator', 'quote', 'consulted'];

function head(reading: Reading): string {
  const { report, words } = reading;
  const { article } = report;
  const kicker = `**${words(finished(reading) ? 'kicker' : 'kickerDraft')}**`;
  const from = provenance(reading);
  return [
    `# ${markdownText(article.title)}`,
    report.edition === 'internal' ? `${kicker} · ${words('internal')}` : kicker,
    from && markdownText(from),
    article.url && isWebAddress(article.url) && titleLink(words('html_published'), article.url),
    markdownText(credits(reading)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function verdicts(reading: Reading): string {
  const { words } = reading;
  const rows = verdictColumns(reading).filter(({ numbers }) => numbers.length > 0);
  if (rows.length === 0) return '';
  const lines = rows.map(({ verdict, numbers }) => [verdict?.label ?? words('noVerdict'), String(numbers.length)]);
  return drawn([words('table_verdict'), words('table_claims')], ['---', '--:'], lines.map(cells));
}

function table({ columns, rows }: Table, keys: readonly string[], reading: Reading): string {
  const chosen = keys.map((key) => columns.findIndex((column) => column.key === key));
  const address = columns.findIndex(({ key }) => key === 'address');
  return drawn(
    chosen.map((at) => columns[at]!.heading),
    chosen.map((at) => (columns[at]!.kind === 'number' ? '--:' : '---')),
    rows.map((row) =>
      chosen.map((at) => {
        const column = columns[at]!;
        if (column.key === 'source') return titleLink(String(row[at] ?? ''), (row[address] ?? null) as string | null);
        return markdownText(shown(column, row[at] ?? null, reading));
      }),
    ),
  );
}

function shown({ kind }: Column, cell: Cell, { moment, date }: Reading): string {
  if (cell === null) return '';
  if (kind === 'moment') return moment(String(cell));
  return kind === 'day' ? date(String(cell)) : String(cell);
}

function cells(words: readonly string[]): string[] {
  return words.map(markdownText);
}

function drawn(headings: readonly string[], rules: readonly string[], rows: readonly (readonly string[])[]): string {
  return [cells(headings), rules, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function corrections(reading: Reading): string {
  const log = correctionsOf(reading);
  if (log.length === 0) return '';
  const entries = log.map(({ when, body, words }) =>
    [
      `**${markdownText(when)}**`,
      markdownText(body),
      words.map(({ label, text }) => `- ${markdownText(label)}: ${markdownText(text)}`).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return [`## ${reading.words('corrections')}`, ...entries].join('\n\n');
}

function howItWasChecked(reading: Reading): string {
  const signed = signOffFacts(reading);
  const { report, words, moment } = reading;
  const { article, scale } = report;
  return [
    `## ${words('method')}`,
    ...method(reading).map(markdownText),
    scale.verdicts.length > 0 && markdownText(words('scale', { name: scale.name })),
    scale.verdicts
      .map(({ label, definition }) => `- **${markdownText(label)}**: ${markdownText(definition)}`)
      .join('\n'),
    [
      `- ${words('document')}: ${markdownText(titleAndVersion(reading))}`,
      `- ${words('state')}: ${markdownText(moment(article.updatedAt))}`,
      `- ${words('fingerprint')}: \`${report.sha256}\``,
      signed && `- ${signed.signed.label}: ${markdownText(signed.signed.value)}`,
      signed && `- ${signed.sha256.label}: \`${signed.sha256.value}\``,
    ]
      .filter(Boolean)
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}
