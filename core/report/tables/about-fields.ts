import { isWebAddress } from '@/core/record';
import type { Reading } from '../reading';
import type { Cell, Field } from './table';

/**
 * What every report says of itself in each format: of which text it is, whose it is, and for whom. Which version of its text the
 * newsroom counts is its own affair: a public edition knows none.
 */
export function identityFields(reading: Reading): Field<unknown>[] {
  const { report, words } = reading;
  const { article } = report;
  return [
    { key: 'article', kind: 'text', width: 40, cell: () => article.title },
    { key: 'version', kind: 'number', width: 9, cell: () => (report.edition === 'public' ? null : article.version) },
    { key: 'stateOf', kind: 'moment', width: 17, cell: () => article.updatedAt },
    { key: 'newsroom', kind: 'text', width: 24, cell: () => report.newsroom },
    { key: 'edition', kind: 'text', width: 16, cell: () => words(`table_edition_${report.edition}`) },
    { key: 'sha256', kind: 'text', width: 66, cell: () => report.sha256 },
  ];
}

/** What a report says of itself where it has room: also where the article is published, and who checked, approved and signed it. */
export function aboutFields(reading: Reading): Field<unknown>[] {
  const { report, names } = reading;
  const { article, claims } = report;
  const fields: Field<unknown>[] = [
    ...identityFields(reading),
    of('byline', 'text', article.byline),
    of('publisher', 'text', article.publisher),
    of('published', 'day', article.publishedAt),
    of('address', 'address', article.url && isWebAddress(article.url) ? article.url : null),
    of('claims', 'number', claims.length),
    of('checkedBy', 'text', names(claims.map((claim) => claim.verdictBy))),
    of('approvedBy', 'text', names(claims.flatMap((claim) => claim.approvals.map(({ by }) => by)))),
    ...signOffFields(reading),
    of('scale', 'text', report.scale.name),
  ];
  return fields.filter((field) => field.cell(null) !== null && field.cell(null) !== '');
}

/** Who signed which text off, when, and whether it has changed since; all empty where nobody has. */
export function signOffFields({ report, name, words }: Reading): Field<unknown>[] {
  const { signedOff, changedSinceSignOff } = report.article;
  return [
    of('signedOffBy', 'text', signedOff && name(signedOff.by)),
    of('signedOffAt', 'moment', signedOff?.at ?? null),
    of('signedOffSha256', 'text', signedOff?.sha256 ?? null),
    of('changedSince', 'text', signedOff && words(changedSinceSignOff ? 'table_yes' : 'table_no')),
  ];
}

function of(key: string, kind: Field<unknown>['kind'], value: Cell): Field<unknown> {
  return { key, kind, width: 24, cell: () => value };
}
