/**
 * Of things that correspond to others, those that kept their order: the heaviest set in which a later one never corresponds to an
 * earlier one. What is left out has moved. `targets` gives the counterpart of each by index, -1 where there is none; only those
 * next to each other, of all that have one, may share it. `weightOf` is above 0. Returns 1 for each that is in the chain; of chains as heavy, always the same.
 *
 * O(r log n) for r stretches that run on alike in both: linear where nothing moved.
 */
export function heaviestChain(targets: Int32Array, weightOf: (index: number) => number): Uint8Array {
  const stretches = stretchesOf(targets, weightOf);
  const inChain = new Uint8Array(targets.length);
  for (let at = heaviestEnd(stretches); at !== -1; at = stretches[at]!.previous) {
    const { first, last } = stretches[at]!;
    for (let index = first; index <= last; index++) if (targets[index] !== -1) inChain[index] = 1;
  }
  return inChain;
}

/** Neighbours whose counterparts are neighbours (or one): they stay or move together. Indexes and targets, ends included. */
interface Stretch {
  readonly first: number;
  last: number;
  readonly head: number;
  tail: number;
  weight: number;
  /** The stretch before it in the heaviest chain that it ends, -1 where it is the first. */
  previous: number;
}

function stretchesOf(targets: Int32Array, weightOf: (index: number) => number): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (let index = 0; index < targets.length; index++) {
    const target = targets[index]!;
    if (target === -1) continue;
    if (open && (target === open.tail || target === open.tail + 1)) {
      open.last = index;
      open.tail = target;
      open.weight += weightOf(index);
    } else {
      open = { first: index, last: index, head: target, tail: target, weight: weightOf(index), previous: -1 };
      stretches.push(open);
    }
  }
  return stretches;
}

/** Links every stretch with the one before it and gives the last of the heaviest chain, -1 where there is none. */
function heaviestEnd(stretches: readonly Stretch[]): number {
  let best = -1;
  const chains = new HeaviestUpTo(stretches.reduce((most, { tail }) => Math.max(most, tail), 0) + 1);
  const weights = new Float64Array(stretches.length);
  stretches.forEach((stretch, at) => {
    stretch.previous = chains.upTo(stretch.head, weights);
    weights[at] = stretch.weight + (stretch.previous === -1 ? 0 : weights[stretch.previous]!);
    chains.put(stretch.tail, at, weights);
    if (best === -1 || weights[at]! > weights[best]!) best = at;
  });
  return best;
}

/** By place, the heaviest chain that ends at or before it: a binary indexed tree of maxima (Fenwick 1994). */
class HeaviestUpTo {
  private readonly best: Int32Array;

  constructor(places: number) {
    this.best = new Int32Array(places + 1).fill(-1);
  }

  upTo(place: number, weights: Float64Array): number {
    let found = -1;
    for (let node = place + 1; node > 0; node -= node & -node) {
      const other = this.best[node]!;
      if (other !== -1 && (found === -1 || weights[other]! > weights[found]!)) found = other;
    }
    return found;
  }

  put(place: number, chain: number, weights: Float64Array): void {
    for (let node = place + 1; node < this.best.length; node += node & -node) {
      const other = this.best[node]!;
      if (other === -1 || weights[chain]! > weights[other]!) this.best[node] = chain;
    }
  }
}
