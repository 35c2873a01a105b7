import { directionOf } from '@/core/article/language';
import { type Claim, claimState } from '@/core/claim/claim';
import type { Citation } from '@/core/source/source';
import type { Reading } from '../reading';
import { signatures } from '../signatures';
import { namingPlace, standingPlaces } from '../standing-places';
import { directionOfBlock } from './direction';
import type { Links } from './links';
import { paragraphXml } from './paragraph';
import { rationaleXml } from './rationale';
import { runsXml } from './runs';
import { TEXT_WIDTH } from './table';
import { signOf } from './verdict-sign';

/** Number; words; verdict; why, on what, who and when: in twentieths of a point. */
const WIDTHS = [560, 2400, 1680, TEXT_WIDTH - 4640];

/** A row stands on one page where a page holds it. */
const WHOLE = '<w:cantSplit/>';

/** The claims as a table, a row each: what was judged, the verdict, why, the sources, who judged and approved it and when. */
export function claimsTable(reading: Reading, links: Links): string {
  const { report, words } = reading;
  if (report.claims.length === 0) return text('StetReportText', words('noClaims'));
  const headings = [words('docx_number'), words('table_words'), words('table_verdict'), words('docx_why')].map(
    (heading) => text('StetColumnHead', heading),
  );
  const rows = report.claims.map((claim, index) =>
    row(WHOLE, [
      text('StetReportText', String(index + 1)),
      judgedWords(reading, claim),
      verdictOf(reading, claim),
      reasons(reading, claim, links),
    ]),
  );
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="StetTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(`${WHOLE}<w:tblHeader/>`, headings)}${rows.join('')}</w:tbl>`;
}

function row(properties: string, cells: readonly string[]): string {
  const drawn = cells.map(
    (cell, index) => `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[index]}" w:type="dxa"/></w:tcPr>${cell}</w:tc>`,
  );
  return `<w:tr><w:trPr>${properties}</w:trPr>${drawn.join('')}</w:tr>`;
}

function text(style: string, words: string): string {
  return paragraphXml({ style }, runsXml(words, {}));
}

function judgedWords({ report, words }: Reading, claim: Claim): string {
  const exact = namingPlace(claim)?.exact ?? '';
  const direction = directionOfBlock(exact, directionOf(report.article.language));
  const places = standingPlaces(claim).length;
  return [
    paragraphXml({ style: 'StetReportWords', direction }, runsXml(exact, {}, direction)),
    claim.attributedTo !== null && text('StetReportSmall', words('attributedTo', { who: claim.attributedTo })),
    places > 1 && text('StetReportSmall', words('html_places', { count: places })),
  ]
    .filter(Boolean)
    .join('');
}

function verdictOf({ report, words, verdictOf }: Reading, claim: Claim): string {
  const verdict = verdictOf(claim);
  const { character, colour } = signOf(verdict);
  const label = runsXml(`${character}\u00a0${verdict?.label ?? words('noVerdict')}`, { bold: true, colour });
  const severity = report.edition === 'internal' && claim.severity;
  return (
    paragraphXml({ style: 'StetReportText' }, label) +
    (severity ? text('StetReportSmall', words('html_severity', { severity: words(`severity_${severity}`) })) : '')
  );
}

function reasons(reading: Reading, claim: Claim, links: Links): string {
  const { words } = reading;
  const parts = [
    state(reading, claim),
    claim.rationale && rationaleXml(claim.rationale, 'StetReportText', links),
    claim.correction !== null &&
      paragraphXml(
        { style: 'StetReportText' },
        `${runsXml(`${words('correction')}: `, { bold: true })}${runsXml(claim.correction, {})}`,
      ),
    ...claim.citations.map((citation) => source(reading, citation, links)),
    text('StetReportSmall', signatures(reading, claim)),
  ];
  return parts.filter(Boolean).join('');
}

/** A verdict on words that have since changed must say so: it may no longer hold. */
function state({ words, name, moment }: Reading, claim: Claim): string | null {
  if (claim.closed) {
    const { by, at, reason } = claim.closed;
    return text('StetReportText', words('html_closed', { who: name(by), at: moment(at), reason }));
  }
  const changed = standingPlaces(claim).find((place) => place.state === 'changed');
  if (changed) return text('StetReportText', words('stale', { words: changed.current }));
  return claimState(claim) === 'orphaned' ? text('StetReportText', words('orphaned')) : null;
}

function source({ words, date }: Reading, { source, stance, locator }: Citation, links: Links): string {
  const link = source.url === null ? null : links.to(source.url);
  const title = runsXml(source.title, { link: link !== null });
  const about = [source.publisher, source.publishedAt && date(source.publishedAt), locator].filter(Boolean);
  const runs = [
    runsXml(`${words(`stance_${stance}`)}: `, { bold: true }),
    link === null ? title : `<w:hyperlink r:id="${link}" w:history="1">${title}</w:hyperlink>`,
    runsXml(about.map((part) => ` · ${part}`).join(''), {}),
    source.confidential ? runsXml(` · ${words('confidential')}`, { bold: true }) : '',
  ];
  return paragraphXml({ style: 'StetReportSmall' }, runs.join(''));
}
