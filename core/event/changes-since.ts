import { changesWhatWasSigned } from './changes-signed';
import type { Event } from './event';

/** What was changed of one claim, or of the text and the article itself where `claimId` is null. */
export interface ChangesOf {
  readonly claimId: string | null;
  readonly events: readonly Event[];
}

/**
 * What has changed since a signature, of what was signed, in the order in which each claim was first touched; the text itself comes
 * first. `events` are those after it, oldest first.
 */
export function changesSince(events: readonly Event[]): ChangesOf[] {
  const groups = new Map<string | null, Event[]>();
  for (const event of events.filter(changesWhatWasSigned)) {
    const group = groups.get(event.claimId) ?? [];
    groups.set(event.claimId, [...group, event]);
  }
  return [...groups]
    .map(([claimId, told]) => ({ claimId, events: told }))
    .sort((a, b) => Number(b.claimId === null) - Number(a.claimId === null));
}
