import type { Event, EventKind } from './event';

/** What a second checker may hear of a claim that they have yet to judge: its words and places, and that they are asked. */
export const kindsSeenBlind = [
  'claim.created',
  'claim.deleted',
  'claim.restored',
  'anchor.added',
  'anchor.moved',
  'anchor.changed',
  'anchor.dropped',
  'check.asked',
] as const satisfies readonly EventKind[];

/** The fields of such events that tell nothing of the first check. */
const fields = new Set([
  'exact',
  'current',
  'state',
  'places',
  'anchorId',
  'from',
  'to',
  'prefix',
  'suffix',
  'attributedTo',
  'severity',
  'assigneeId',
  'secondCheckerId',
  'clientId',
  'version',
]);

/** An event of a claim without what it tells of the first check: verdict, reasons, correction, status and who judged. */
export function seenBlind(event: Event): Event {
  return { ...event, before: spared(event.before), after: spared(event.after) };
}

function spared(told: Event['before']): Event['before'] {
  const kept = Object.entries(told ?? {}).filter(([field]) => fields.has(field));
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
