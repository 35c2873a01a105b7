import type { Claim } from '@/core/claim/claim';
import type { Verdict } from '@/core/claim/scale';
import type { Reading } from './reading';

/** The claims of one verdict, by their numbers in the report; of no verdict where it is undefined. */
export interface VerdictColumn {
  verdict: Verdict | undefined;
  numbers: number[];
}

/** The verdicts of the scale in its order, also those that no claim has; then the claims without one, if there are any. */
export function verdictColumns({ report, verdictOf }: Reading): VerdictColumn[] {
  const columns = new Map<Verdict | undefined, VerdictColumn>(
    [...report.scale.verdicts, undefined].map((verdict) => [verdict, { verdict, numbers: [] }]),
  );
  report.claims.forEach((claim, index) => {
    columns.get(verdictOf(claim))!.numbers.push(index + 1);
  });
  return [...columns.values()].filter(({ verdict, numbers }) => verdict || numbers.length > 0);
}

/** What was found, in a sentence: what stands before the verdicts, the verdicts with their counts, and what stands after them. */
export function lede(reading: Reading): [before: string, found: string, after: string] {
  const { report, words, locale } = reading;
  const open = report.claims.filter((claim) => !concluded(claim)).length;
  const written = report.claims.filter((claim) => claim.verdict === null && claim.rationale).length;
  const found = verdictColumns(reading)
    .filter(({ verdict, numbers }) => verdict && numbers.length > 0)
    .map(({ verdict, numbers }) =>
      words('verdictCount', { count: numbers.length, verdict: verdict!.label.toLocaleLowerCase(locale) }),
    );
  if (written > 0) found.push(words('ledeConcluded', { count: written }));
  const judged = report.claims.length - open;
  const sentence = judged === 0 && open > 0 ? '' : words('lede', { count: judged, verdicts: '\u0001' });
  const [before = '', after = ''] = sentence.split('\u0001');
  const rest = open > 0 ? words('ledeOpen', { count: open }) : '';
  const list = new Intl.ListFormat(locale).format(found);
  return list ? [before, list, `${after} ${rest}`.trimEnd()] : [`${before}${after} ${rest}`.trim(), '', ''];
}

/** A claim is concluded when it has a verdict or, on a scale without ratings, a written conclusion. */
function concluded(claim: Claim): boolean {
  return claim.verdict !== null || Boolean(claim.rationale);
}
