import type { Anchor } from '@/core/claim/claim';
import type { Entry, Shown } from './entry';
import type { TextChange } from './text';

/** A place as the interface is told of it: positions of a version. */
interface Selector {
  readonly from: number;
  readonly to: number;
  readonly version: number;
}

const isSelector = (value: unknown): value is Selector =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value && 'version' in value;

/**
 * What waits to be sent, with its places taken through edits of the text. Passages whose words went are told by their words
 * instead: whether these stand anywhere the server finds out, and says. Entries without places are the same objects.
 */
export function entriesFollowed(entries: readonly Entry[], change: TextChange, version: number): readonly Entry[] {
  const next = entries.map((entry) => {
    if (entry.shown === null && !holdsAnchor(entry.base)) return entry;
    const follow = (anchors: readonly Anchor[]) => change.follow(anchors);
    const shown = shownFollowed(entry.shown, follow);
    const base = holdsAnchor(entry.base) ? follow([entry.base])[0] : entry.base;
    const body = bodyOf(entry, shown, (selector) => selector.version === version, change.text.version);
    if (shown === entry.shown && base === entry.base && body === entry.body) return entry;
    return { ...entry, shown, base, body, value: entry.value === entry.body ? body : entry.value };
  });
  return next.some((entry, at) => entry !== entries[at]) ? next : entries;
}

/** Entries kept from an earlier visit, whose text may have gone on since: their passages are told by their words. */
export function toldByWords(entry: Entry, version: number): Entry {
  const body = bodyOf(entry, entry.shown, (selector) => selector.version === version, version);
  return body === entry.body ? entry : { ...entry, body, value: entry.value === entry.body ? body : entry.value };
}

function holdsAnchor(base: unknown): base is Anchor {
  return typeof base === 'object' && base !== null && 'exact' in base && 'state' in base && 'from' in base;
}

function holdsPlaces(shown: Shown): shown is Extract<Shown, { claim: unknown } | { anchor: unknown }> {
  return 'anchor' in shown || 'claim' in shown;
}

function shownFollowed(shown: Shown | null, follow: (anchors: readonly Anchor[]) => Anchor[]): Shown | null {
  if (!shown || !holdsPlaces(shown)) return shown;
  const before = 'anchor' in shown ? [shown.anchor] : shown.claim.anchors;
  const anchors = follow(before);
  if (anchors.every((anchor, at) => anchor === before[at])) return shown;
  return 'anchor' in shown ? { anchor: anchors[0]! } : { claim: { ...shown.claim, anchors } };
}

/** The body with the places where what it shows stands now. `isMine`: whether a selector is of the text before. */
function bodyOf(
  { body }: Entry,
  shown: Shown | null,
  isMine: (selector: Selector) => boolean,
  version: number,
): Entry['body'] {
  if (!body || !shown || !holdsPlaces(shown)) return body;
  const anchors = 'anchor' in shown ? [shown.anchor] : shown.claim.anchors;
  const selectorAt = (value: unknown, at: number): unknown => {
    if (!isSelector(value)) return value;
    const anchor = anchors[at];
    if (!anchor) return value;
    const { from, to, exact, prefix, suffix } = anchor;
    if (isMine(value) && from !== null && to !== null)
      return value.from === from && value.to === to && value.version === version ? value : { from, to, version };
    return { exact, prefix, suffix };
  };
  if (isSelector(body)) return selectorAt(body, 0) as Entry['body'];
  if (!Array.isArray(body.anchors)) return body;
  const next = body.anchors.map(selectorAt);
  return next.every((one, at) => one === (body.anchors as unknown[])[at]) ? body : { ...body, anchors: next };
}
