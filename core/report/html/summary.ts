import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import type { Reading } from '../reading';
import { glyph } from './drawings';
import { html, type Markup } from './markup';

/** Above this many claims in one column, squares give way to a bar: a column of forty squares is no longer read, only scrolled. */
const SQUARES = 12;

interface Column {
  verdict: Verdict | undefined;
  numbers: number[];
}

/** What was found, in a sentence and a chart of one square a claim. */
export function summary(reading: Reading): Markup {
  const columns = columnsOf(reading);
  const tallest = Math.max(1, ...columns.map(({ numbers }) => numbers.length));
  const places = reading.report.claims.reduce((sum, claim) => sum + claim.anchors.length, 0);
  return html`<section class="sum"><p class="lede">${lede(reading, columns)}</p>
${reading.report.claims.length > 0 && html`<figure class="chart"><div class="chart__c">${columns.map((column) => drawn(reading, column, tallest))}</div><figcaption>${reading.words('chartNote', { places: places > reading.report.claims.length ? places : 1 })}</figcaption></figure>`}</section>`;
}

function columnsOf({ report, verdictOf }: Reading): Column[] {
  const columns: Column[] = report.scale.verdicts.map((verdict) => ({ verdict, numbers: [] }));
  const none: Column = { verdict: undefined, numbers: [] };
  report.claims.forEach((claim, index) => {
    const verdict = verdictOf(claim);
    (columns.find((column) => column.verdict === verdict) ?? none).numbers.push(index + 1);
  });
  return none.numbers.length > 0 ? [...columns, none] : columns;
}

function lede({ report, words, locale }: Reading, columns: Column[]): Markup {
  const open = report.claims.filter((claim) => !concluded(claim)).length;
  const written = report.claims.filter((claim) => claim.verdict === null && claim.rationale).length;
  const found = columns
    .filter(({ verdict, numbers }) => verdict && numbers.length > 0)
    .map(({ verdict, numbers }) =>
      words('verdictCount', { count: numbers.length, verdict: verdict!.label.toLocaleLowerCase(locale) }),
    );
  if (written > 0) found.push(words('ledeConcluded', { count: written }));
  const list = new Intl.ListFormat(locale).format(found);
  const judged = report.claims.length - open;
  const sentence = judged === 0 && open > 0 ? '' : words('lede', { count: judged, verdicts: '\u0001' });
  const [before = '', after = ''] = sentence.split('\u0001');
  return html`${before}${list && html`<b>${list}</b>`}${after}${open > 0 && ` ${words('ledeOpen', { count: open })}`}`;
}

/** A claim is concluded when it has a verdict or, on a scale without ratings, a written conclusion. */
function concluded(claim: Claim): boolean {
  return claim.verdict !== null || Boolean(claim.rationale);
}

function drawn({ words }: Reading, { verdict, numbers }: Column, tallest: number): Markup {
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
