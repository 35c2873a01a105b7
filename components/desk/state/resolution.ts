import type { Resolution } from './commands';
import { answeredBy, type Entry, isCreation, isFieldChange } from './entry';
import { recordOf } from './known';
import { entryOf, type Ledger, offeredAgain, replaced, standingsOf, tidied, without } from './ledger';
import { theirsOf } from './save-state';

/**
 * What a person decided about a conflict. Nobody else's words are lost by it: `mine` goes over a version that the person has
 * seen, and that stays in the history; the interface refuses it again if it is not that version by then.
 */
export function resolved(ledger: Ledger, entryId: string, resolution: Resolution, stamp: string): Ledger {
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
export function joined(theirs: unknown, mine: unknown): unknown {
  if (typeof theirs !== 'string' || typeof mine !== 'string') return mine;
  const [first, second] = [theirs.trim(), mine.trim()];
  if (first.includes(second)) return theirs;
  if (second.includes(first)) return mine;
  return `${first}\n\n${second}`;
}

/** Offers a refused change again. */
export function retried(ledger: Ledger, entryId: string): Ledger {
  const entry = entryOf(ledger, entryId);
  return entry?.refused ? tidied(offeredAgain(ledger, entry)) : ledger;
}

/** Lets a refused change go; with a creation goes everything that was done to what it would have made. */
export function discarded(ledger: Ledger, entryId: string): Ledger {
  const entry = entryOf(ledger, entryId);
  if (!entry?.refused) return ledger;
  if (!isCreation(entry)) return tidied(without(ledger, entry, entry));
  const gone = new Set(builtOn(ledger, entry));
  return tidied({ ...ledger, entries: ledger.entries.filter((one) => !gone.has(one)) });
}

/** A creation and the queued changes of what it makes. */
export function builtOn(ledger: Ledger, creation: Entry): readonly Entry[] {
  const answers = ledger.entries.filter((entry) => answeredBy(entry) === creation.recordId);
  const made = new Set([creation, ...answers].map(({ recordId }) => recordId));
  return ledger.entries.filter(
    (entry) => made.has(entry.recordId) || (isCreation(creation) && entry.claimId === creation.recordId),
  );
}

/** The refused entry that would have made a claim, a citation, a comment or an anchor, by the id under which it is shown. */
export function refusedMaker(ledger: Ledger, id: string): Entry | undefined {
  return ledger.entries.find(
    (entry) =>
      entry.refused !== null &&
      ((isCreation(entry) && entry.recordId === id) ||
        (entry.kind === 'anchor.added' &&
          entry.shown !== null &&
          'anchor' in entry.shown &&
          entry.shown.anchor.id === id)),
  );
}
