import type { SourceKind } from './vocabulary';

/** What makes a source worth a look, the gravest first. */
export const worthLooking = ['fallen', 'doubtful', 'dead', 'changed', 'untiered', 'unused'] as const;
export type WorthLooking = (typeof worthLooking)[number];

/** How many sources there are of each kind, most first and none without any, and how many are worth a look for what. */
export interface SourceFigures {
  kinds: readonly { kind: SourceKind; count: number }[];
  looks: Readonly<Record<WorthLooking, number>>;
}
