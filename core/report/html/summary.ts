import { lede, type VerdictColumn, verdictColumns } from '../lede';
import type { Reading } from '../reading';
import { standingPlaces } from '../standing-places';
import { glyph } from './drawings';
import { html, type Markup } from './markup';

/** Above this many claims in one column, squares give way to a bar: a column of forty squares is no longer read, only scrolled. */
const SQUARES = 12;

/** What was found, in a sentence and a chart of one square a claim. */
export function summary(reading: Reading): Markup {
  const { report, words } = reading;
  const columns = verdictColumns(reading);
  const tallest = Math.max(1, ...columns.map(({ numbers }) => numbers.length));
  const places = report.claims.reduce((sum, claim) => sum + standingPlaces(claim).length, 0);
  const [before, found, after] = lede(reading);
  return html`<section class="sum"><p class="lede">${before}${found && html`<b>${found}</b>`}${after}</p>
${report.claims.length > 0 && html`<figure class="chart"><div class="chart__c">${columns.map((column) => drawn(reading, column, tallest))}</div><figcaption>${words('chartNote', { places: places > report.claims.length ? places : 1 })}</figcaption></figure>`}</section>`;
}

function drawn({ words }: Reading, { verdict, numbers }: VerdictColumn, tallest: number): Markup {
  const label = verdict?.label ?? words('noVerdict');
  const squares = numbers
    .toReversed()
    .map(
      (number) =>
        html`<a href="#c${number}" class="num" aria-label="${words('claim', { number, verdict: label })}">${number}</a>`,
    );
  const bar = html`<svg class="bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"><rect width="10" height="${Math.round((100 * numbers.length) / tallest)}" y="${100 - Math.round((100 * numbers.length) / tallest)}"/></svg>`;
  return html`<div class="col" data-colour="${verdict?.colour ?? 'none'}"><div class="col__s">${tallest > SQUARES ? bar : squares}</div><div class="col__l">${glyph(verdict?.glyph, 'g--16')}<b class="num">${numbers.length}</b><span>${label}</span></div></div>`;
}
