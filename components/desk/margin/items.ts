import type { Node } from 'prosemirror-model';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import { claimState } from '@/core/claim/vocabulary';
import { type Placed, placesOf } from '../places';
import type { DeskView } from '../view';

/** What stands in the margin. `position` is the ProseMirror position whose line it belongs to; -1 for what has no line. */
export type MarginItem =
  | { readonly kind: 'lost'; readonly key: string; readonly position: -1; readonly claims: readonly Claim[] }
  | {
      readonly kind: 'claim';
      readonly key: string;
      readonly position: number;
      readonly claim: Claim;
      /** The place it stands at; null for a claim that has lost its words. */
      readonly place: Placed | null;
      readonly stale: boolean;
    }
  | {
      readonly kind: 'repeat';
      readonly key: string;
      readonly position: number;
      /** The paragraph that says the same, as its number and the position of its first word. */
      readonly like: number;
      readonly likePosition: number;
      readonly claims: readonly Claim[];
    };

/**
 * What the margin shows, in the order of the lines: a note for each claim at its first place (the open one at the place it was
 * opened by), a note for each repeated paragraph with the verdicts that it shares, and first of all a tray of claims whose words
 * are gone.
 */
export function marginItems(
  doc: Node,
  claims: readonly Claim[],
  active: DeskView['active'],
  repeated: ReadonlyMap<number, number>,
): MarginItem[] {
  const items: MarginItem[] = [];
  const lost: Claim[] = [];
  const sharedBy = new Map<number, Claim[]>();
  const text = articleText(doc);
  let open: MarginItem | null = null;
  for (const claim of claims) {
    const places = placesOf(claim);
    const isActive = active?.claimId === claim.id;
    const place = (isActive && places.find((one) => one.id === active.anchorId)) || places[0] || null;
    if (!place && !claim.closed) lost.push(claim);
    if (place || isActive) {
      const item: MarginItem = {
        kind: 'claim',
        key: claim.id,
        position: place?.from ?? -1,
        claim,
        place,
        stale: claimState(claim) !== 'anchored',
      };
      if (place) items.push(item);
      else open = item;
    }
    for (const other of places) {
      const block = text.blockAtPosition(other.from);
      if (!repeated.has(block)) continue;
      const shared = sharedBy.get(block);
      if (!shared) sharedBy.set(block, [claim]);
      else if (shared.at(-1) !== claim) shared.push(claim);
    }
  }
  for (const [block, first] of repeated) {
    const here = text.blocks[block];
    const there = text.blocks[first];
    if (!here || !there) continue;
    const shared = (sharedBy.get(block) ?? []).filter((claim) => placesOf(claim)[0]!.from < here.from);
    items.push({
      kind: 'repeat',
      key: `repeat-${block}`,
      position: here.from,
      like: first + 1,
      likePosition: there.from,
      claims: shared,
    });
  }
  // A repeated paragraph's note heads whatever else stands at its first line.
  items.sort((a, b) => a.position - b.position || Number(a.kind !== 'repeat') - Number(b.kind !== 'repeat'));
  if (open) items.unshift(open);
  if (lost.length > 0) items.unshift({ kind: 'lost', key: 'lost', position: -1, claims: lost });
  return items;
}
