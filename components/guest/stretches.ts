import { type DocNode, type Place, sizeOf } from '@/components/typeset/typeset';
import type { GuestView } from '@/core/newsroom/guest';

/** A claim that the guest is asked about, with its number on the page, from 1. */
export interface Asked {
  readonly claim: GuestView['claims'][number];
  readonly number: number;
}

/** A place of such a claim in the text, by ProseMirror positions. */
export interface AskedPlace extends Place {
  readonly claimId: string;
  readonly number: number;
}

/**
 * A part of the text that is drawn together: the block in which claims begin that the guest is asked about, and the blocks after
 * it up to the next such block. Only the blocks before the first one are a stretch in which nothing is asked.
 */
export interface Stretch {
  readonly asked: readonly Asked[];
  /** The block itself, and where it begins (a ProseMirror position); none where nothing is asked. */
  readonly head: readonly DocNode[];
  readonly headAt: number;
  readonly rest: readonly DocNode[];
  readonly restAt: number;
}

export function askedOf({ claims }: Pick<GuestView, 'claims'>): Asked[] {
  return claims.map((claim, index) => ({ claim, number: index + 1 }));
}

/** Every place of the claims; those that are gone from the text have none. */
export function placesOf(asked: readonly Asked[]): AskedPlace[] {
  return asked.flatMap(({ claim, number }) =>
    claim.anchors.flatMap(({ from, to }) =>
      from === null || to === null ? [] : [{ from, to, claimId: claim.id, number }],
    ),
  );
}

/** The first place of a claim in the text; null where it has none any more. */
export function firstPlace({ claim, number }: Asked): AskedPlace | null {
  const [first] = placesOf([{ claim, number }]).sort((a, b) => a.from - b.from);
  return first ?? null;
}

/** The text in its stretches, in order. Every block is in one of them, and every claim that has a place. */
export function stretchesOf(blocks: readonly DocNode[], asked: readonly Asked[]): Stretch[] {
  const placed = asked.flatMap((one) => {
    const place = firstPlace(one);
    return place ? [{ one, from: place.from }] : [];
  });
  const stretches: Stretch[] = [];
  let open: { asked: Asked[]; head: DocNode[]; headAt: number; rest: DocNode[]; restAt: number } | null = null;
  let at = 0;
  for (const block of blocks) {
    const end = at + sizeOf(block);
    const here = placed.filter(({ from }) => from >= at && from < end).map(({ one }) => one);
    if (here.length > 0 || !open) {
      const begins = here.length > 0;
      open = {
        asked: here,
        head: begins ? [block] : [],
        headAt: at,
        rest: begins ? [] : [block],
        restAt: begins ? end : at,
      };
      stretches.push(open);
    } else open.rest.push(block);
    at = end;
  }
  return stretches;
}
