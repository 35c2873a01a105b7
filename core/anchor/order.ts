import { heaviestChain } from './heaviest-chain';
import { type Drafts, type Stretch, unitOf, weightOf } from './resemblance';

/**
 * Which units kept their order in the new draft, and so which passages left it. Of the units that correspond, the heaviest set in
 * one order stayed; what stands elsewhere than between its neighbours of that set has moved. Of two passages that changed places
 * the lighter one moved.
 */
export class Order {
  /** By old unit, the counterpart of the nearest that stayed before it, and after it. */
  private readonly before: Int32Array;
  private readonly after: Int32Array;

  /** `toNew` gives the new unit of each old one, -1 where there is none. */
  constructor(drafts: Drafts, toNew: Int32Array) {
    const { units } = drafts.old;
    const stayed = heaviestChain(toNew, (unit) => weightOf(drafts.old, drafts.weights, unitOf(drafts.old, unit)));
    this.before = new Int32Array(units);
    this.after = new Int32Array(units);
    for (let unit = 0, last = -1; unit < units; unit++) {
      this.before[unit] = last;
      if (stayed[unit]) last = toNew[unit]!;
    }
    for (let unit = units - 1, next = drafts.new.units; unit >= 0; unit--) {
      this.after[unit] = next;
      if (stayed[unit]) next = toNew[unit]!;
    }
  }

  /** Whether old units that now stand in some new ones left the order. Indexes of units. */
  isLeft(from: Stretch, to: Stretch): boolean {
    return this.before[from.first]! >= to.last || this.after[from.last - 1]! < to.first;
  }
}
