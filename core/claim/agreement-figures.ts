import { z } from 'zod';
import { Id } from '@/core/record';
import { alphaOf, kappaOf, type Pair, percentOf, weightedKappaOf } from './agreement';

/** A claim that two people judged blind: who gave which verdict, and the scale that both chose from. */
export interface JudgedTwice {
  readonly first: { readonly by: string; readonly verdict: string };
  readonly second: { readonly by: string; readonly verdict: string };
  readonly scale: {
    readonly id: string;
    readonly verdicts: readonly { readonly key: string; readonly value: number | null }[];
  };
}

const figure = z.number().nullable();
export const Agreement = z.object({
  items: z.number().int().describe('Claims that were judged twice.'),
  percent: figure.describe('The share with the same verdict, from 0 to 100.'),
  kappa: figure.describe('Cohen’s kappa: agreement beyond chance; 1 is perfect, 0 is chance.'),
  ordered: z
    .number()
    .int()
    .describe(
      'Of the claims, those whose two verdicts have a place in the order of one scale: the two figures after this are of them.',
    ),
  weightedKappa: figure.describe('Cohen’s kappa with linear weights: a near miss counts for less than a far one.'),
  alpha: figure.describe('Krippendorff’s alpha for an order.'),
});
export type Agreement = z.infer<typeof Agreement>;
export const Agreements = z.object({
  pairs: z.array(Agreement.extend({ people: z.tuple([Id, Id]) })).describe('The pair with most claims first.'),
  all: Agreement.describe('Over all pairs: of kappa, the first checkers are one rater and the second the other.'),
});
export type Agreements = z.infer<typeof Agreements>;

/** How well each pair of people agrees, and all together. */
export function agreementsOf(judged: readonly JudgedTwice[]): Agreements {
  const byPair = new Map<string, JudgedTwice[]>();
  for (const one of judged) {
    const key = peopleOf(one).join(' ');
    byPair.set(key, [...(byPair.get(key) ?? []), one]);
  }
  const pairs = [...byPair.values()].map((items) => {
    const [a, b] = peopleOf(items[0]!);
    return {
      people: [a, b] as [string, string],
      ...figuresOf(items.map((one) => (one.first.by === a ? one : turned(one)))),
    };
  });
  const names = ({ people }: { people: readonly string[] }) => people.join(' ');
  return {
    pairs: pairs.sort((a, b) => b.items - a.items || (names(a) < names(b) ? -1 : 1)),
    all: figuresOf(judged),
  };
}

const peopleOf = ({ first, second }: JudgedTwice) => [first.by, second.by].sort() as [string, string];
const turned = ({ first, second, scale }: JudgedTwice): JudgedTwice => ({ first: second, second: first, scale });

function figuresOf(judged: readonly JudgedTwice[]): Agreement {
  // Verdicts of two scales are never the same verdict, whatever their keys.
  const named = judged.map(
    ({ first, second, scale }): Pair<string> => [`${scale.id} ${first.verdict}`, `${scale.id} ${second.verdict}`],
  );
  const ranked = ranksOf(judged);
  return {
    items: judged.length,
    percent: percentOf(named),
    kappa: kappaOf(named),
    ordered: ranked.length,
    weightedKappa: weightedKappaOf(ranked),
    alpha: alphaOf(ranked, 'ordinal'),
  };
}

/** Both verdicts' ranks in the order of their scale. Where claims have several scales there is no one order, and no ranks. */
function ranksOf(judged: readonly JudgedTwice[]): Pair<number>[] {
  const [scale, ...others] = new Map(judged.map((one) => [one.scale.id, one.scale])).values();
  if (!scale || others.length > 0) return [];
  const values = scale.verdicts.flatMap(({ value }) => (value === null ? [] : [value]));
  const order = [...new Set(values)].sort((a, b) => a - b);
  const rank = (verdict: string) => {
    const value = scale.verdicts.find(({ key }) => key === verdict)?.value;
    return typeof value === 'number' ? order.indexOf(value) : null;
  };
  return judged.flatMap(({ first, second }): Pair<number>[] => {
    const [a, b] = [rank(first.verdict), rank(second.verdict)];
    return a === null || b === null ? [] : [[a, b]];
  });
}
