import type { Event } from './event';

/** What stands before the first event. */
export const CHAIN_START = '';

/** What an event says, without its number: that is the order in which the chain is walked. */
export type Said = Omit<Event, 'id'>;

/**
 * The text whose SHA-256 (UTF-8, lower-case hexadecimal) is an event's hash: the hash of the event before it, and everything that
 * it says, as a JSON array. Whoever alters, removes or moves an event breaks the hash of the one after it; whoever makes all the
 * later hashes anew ends with another last hash than the one that was noted elsewhere.
 */
export function chainText(
  previous: string,
  { kind, at, by, articleId, claimId, sourceId, before, after }: Said,
): string {
  return JSON.stringify([previous, kind, at, by, articleId, claimId, sourceId, before, after]);
}

/** An event as it is kept: with its hash, which is null where it was never chained. */
export interface Link extends Event {
  readonly hash: string | null;
}

/** Where a chain is whole to, and where it breaks first. */
export interface ChainFinding {
  /** How many events were walked before it broke, or in all. */
  readonly events: number;
  /** The number and hash of the last event that is as it was written; null before the first. */
  readonly head: { readonly id: number; readonly hash: string } | null;
  /** The number of the first event that does not follow from the one before; null where all do. */
  readonly brokenAt: number | null;
}

/** Nothing walked yet. */
export const unwalked: ChainFinding = { events: 0, head: null, brokenAt: null };

/**
 * Walks events in the order of their numbers, on from what was found of those before. `sha256` gives lower-case hexadecimal.
 */
export function walkChain(
  links: Iterable<Link>,
  sha256: (text: string) => string,
  before: ChainFinding = unwalked,
): ChainFinding {
  let { events, head } = before;
  let previous = head?.hash ?? CHAIN_START;
  if (before.brokenAt !== null) return before;
  for (const { id, hash, ...said } of links) {
    if (hash === null || hash !== sha256(chainText(previous, said))) return { events, head, brokenAt: id };
    previous = hash;
    head = { id, hash };
    events++;
  }
  return { events, head, brokenAt: null };
}
