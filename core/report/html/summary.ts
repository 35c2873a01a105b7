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
  const repeated = places > report.claims.length;
  const note =
    tallest > SQUARES
      ? repeated && words('chartPlaces', { places })
      : words('chartNote', { places: repeated ? places : 1 });
  const [before, found, after] = lede(reading);
  return html`<section class="sum"><p class="lede">${before}${found && html`<b>${unbroken(found)}</b>`}${after}</p>
${report.claims.length > 0 && html`<figure class="chart"><div class="chart__c">${columns.map((column) => drawn(reading, column, tallest))}</div>${note && html`<figcaption>${note}</figcaption>`}</figure>`}</section>`;
}

/** A number stays with the word that it counts. */
function unbroken(list: string): string {
  return list.replace(/(\d) /g, '$1\u00a0');
}

function drawn({ words }: Reading, { verdict, numbers }: VerdictColumn, tallest: number): Markup {
  const label = verdict?.label ?? words('noVerdict');
  const squares = numbers
    .toReversed()
    .map(
      (number) =>
        html`<a href="#c${number}" class="num" aria-label="${words('claim', { number, verdict: label })}">${number}</a>`,
    );
  const share = Math.round((100 * numbers.length) / tallest);
  // Upright; on a phone, where the chart lies on its side, the other one.
  const bar = html`<svg class="bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true"><rect width="10" height="${share}" y="${100 - share}"/></svg><svg class="bar bar--lies" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${share}" height="10"/></svg>`;
  return html`<div class="col" data-colour="${verdict?.colour ?? 'none'}"><div class="col__s">${tallest > SQUARES ? bar : squares}</div><div class="col__l">${glyph(verdict?.glyph, 'g--16')}<b class="num">${numbers.length}</b><span>${label}</span></div></div>`;
}
