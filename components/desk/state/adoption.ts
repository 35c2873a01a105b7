import { type Entry, sameValue } from './entry';
import { toldByWords } from './entry-places';
import type { Ledger } from './ledger';
import { inQueueOrder } from './outbox-shelf';

export interface Adopted {
  readonly ledger: Ledger;
  /** Claims whose entries another tab settled: read them again, unless word of it came already. */
  readonly settledElsewhere: ReadonlySet<string>;
}

/**
 * Takes in what the shelf holds, from an earlier visit or another tab. Of the entries that this tab `touched` and that the shelf
 * may not show yet, memory knows better; of all others the shelf is right, also in what it no longer has.
 */
export function adopted(ledger: Ledger, shelved: readonly Entry[], touched: ReadonlySet<string>): Adopted {
  const { version } = ledger.known.article;
  const mine = new Map(ledger.entries.map((entry) => [entry.id, entry]));
  const settledElsewhere = new Set<string>();
  const entries: Entry[] = [];
  for (const stored of shelved) {
    const own = mine.get(stored.id);
    mine.delete(stored.id);
    if (touched.has(stored.id)) entries.push(...(own ? [own] : []));
    else entries.push(own && sameValue(own, stored) ? own : toldByWords(stored, version));
  }
  // What was typed before the shelf was read comes after all that it held.
  let seq = shelved.reduce((highest, entry) => Math.max(highest, entry.seq), 0);
  for (const own of mine.values()) {
    if (touched.has(own.id)) entries.push(own.seq > seq ? own : { ...own, seq: ++seq });
    else if (own.claimId !== null) settledElsewhere.add(own.claimId);
  }
  entries.sort(inQueueOrder);
  const same = entries.length === ledger.entries.length && entries.every((entry, at) => entry === ledger.entries[at]);
  return { ledger: same ? ledger : { ...ledger, entries }, settledElsewhere };
}
