import type { DeskCore } from './core';
import { isCreation, isFieldChange } from './entry';
import { recordOf } from './known';
import { builtOn, entryOf, type Ledger, offeredAgain, replaced, standingsOf, tidied, without } from './ledger';
import { theirsOf } from './save-state';

/** `mine`: send this person's value over theirs. `theirs`: drop it. `both`: join the two texts, theirs first. */
export type Resolution = 'mine' | 'theirs' | 'both';

/** What a person does about changes that met another's, or that the server refused. There are none before a session has sent. */
export class Troubles {
  constructor(
    private readonly core: DeskCore,
    private readonly newId: () => string,
    private readonly wake: () => void,
  ) {}

  resolve(conflictId: string, resolution: Resolution): void {
    this.change((ledger) => resolved(ledger, conflictId, resolution, this.newId()));
  }

  retry(refusalId: string): void {
    this.change((ledger) => retried(ledger, refusalId));
  }

  discard(refusalId: string): void {
    this.change((ledger) => discarded(ledger, refusalId));
  }

  private change(change: (ledger: Ledger) => Ledger): void {
    this.core.update(change);
    this.wake();
  }
}

/**
 * What a person decided about a conflict. Nobody else's words are lost by it: `mine` goes over a version that the person has
 * seen, and that stays in the history; the interface refuses it again if it is not that version by then.
 */
function resolved(ledger: Ledger, entryId: string, resolution: Resolution, stamp: string): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry || standingsOf(ledger).get(entryId) !== 'conflict') return ledger;
  const theirs = theirsOf(ledger.known, entry);
  const start = { base: theirs, baseRevision: recordOf(ledger.known, entry)?.revision ?? entry.baseRevision };
  if (resolution === 'theirs') return tidied(without(ledger, entry, start));
  const value = resolution === 'both' ? joined(theirs, entry.value) : entry.value;
  const body = isFieldChange(entry) ? { [entry.field]: value } : entry.body;
  return tidied(replaced(ledger, entry, { ...entry, ...start, value, body, stamp }));
}

/** Two versions of a text as one, theirs first; what both have, once. */
function joined(theirs: unknown, mine: unknown): unknown {
  if (typeof theirs !== 'string' || typeof mine !== 'string') return mine;
  const [first, second] = [theirs.trim(), mine.trim()];
  if (first.includes(second)) return theirs;
  if (second.includes(first)) return mine;
  return `${first}\n\n${second}`;
}

/** Offers a refused change again. */
function retried(ledger: Ledger, entryId: string): Ledger {
  const entry = entryOf(ledger, entryId);
  return entry?.refused ? tidied(offeredAgain(ledger, entry)) : ledger;
}

/** Lets a refused change go; with a creation goes everything that was done to what it would have made. */
function discarded(ledger: Ledger, entryId: string): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry?.refused) return ledger;
  if (!isCreation(entry)) return tidied(without(ledger, entry, entry));
  const gone = new Set(builtOn(ledger, entry));
  return tidied({ ...ledger, entries: ledger.entries.filter((one) => !gone.has(one)) });
}
