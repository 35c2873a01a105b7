import type { Coverage } from '@/core/article/article';
import type { Claim } from './claim';
import { inReadingOrder } from './reading-order';
import { claimState } from './vocabulary';

/**
 * What holds a sign-off up, in the order in which a claim's own are told: a query waits for its answer, the words judged are not
 * those that stand there, they are gone, nobody has approved, people differ, the verdict lacks what the newsroom's rules ask of
 * it; and a sentence that nobody has looked at.
 */
export const blockerKinds = ['query', 'stale', 'orphaned', 'unapproved', 'disputed', 'rules', 'coverage'] as const;
export type BlockerKind = (typeof blockerKinds)[number];

/** One thing that has to be mended first. `start`, `end` are code points; all but the kind is left out where there is none. */
export interface Blocker {
  readonly kind: BlockerKind;
  readonly claimId?: string;
  /** The words of the claim as they stand now, or as they were judged where they are gone; or those of the sentence. */
  readonly exact?: string;
  readonly start?: number;
  readonly end?: number;
}

/** What of a claim can hold a sign-off up. */
export type Signable = Pick<Claim, 'id' | 'createdAt' | 'deletedAt' | 'status' | 'closed' | 'comments' | 'anchors'>;

/** What is asked of an article before somebody signs it off. */
export interface Signing<C extends Signable> {
  readonly claims: readonly C[];
  /** The sentences that nobody has looked at; they block where the newsroom's rules ask for full coverage. */
  readonly uncovered: Coverage['uncovered'];
  readonly fullCoverage: boolean;
  /** Whether a claim's verdict lacks something that the newsroom's rules ask of it. */
  readonly lacks: (claim: C) => boolean;
}

/**
 * Everything that holds the sign-off of an article up, in reading order; claims whose words are gone come last. One for each claim
 * and kind. Deleted and closed claims hold nothing up: a closed one has its reason in the record.
 */
export function blockersOf<C extends Signable>({ claims, uncovered, fullCoverage, lacks }: Signing<C>): Blocker[] {
  const found: (Blocker & { at: number })[] = [];
  for (const claim of inReadingOrder(claims.filter(({ deletedAt, closed }) => deletedAt === null && !closed))) {
    const place = claim.anchors.find(({ from }) => from !== null);
    const exact = (place ?? claim.anchors[0])?.current ?? claim.anchors[0]?.exact ?? '';
    const where = place && place.start !== null && place.end !== null ? { start: place.start, end: place.end } : {};
    for (const kind of kindsOf(claim, lacks))
      found.push({ kind, claimId: claim.id, exact, ...where, at: place?.start ?? Number.POSITIVE_INFINITY });
  }
  if (fullCoverage) for (const sentence of uncovered) found.push({ kind: 'coverage', ...sentence, at: sentence.start });
  return found
    .map((blocker, index) => ({ blocker, index }))
    .sort((a, b) => (a.blocker.at === b.blocker.at ? a.index - b.index : a.blocker.at - b.blocker.at))
    .map(({ blocker: { at: _, ...blocker } }) => blocker);
}

function kindsOf<C extends Signable>(claim: C, lacks: (claim: C) => boolean): BlockerKind[] {
  const state = claimState(claim);
  const holds: Record<Exclude<BlockerKind, 'coverage'>, boolean> = {
    query: claim.comments.some(({ kind, answeredAt }) => kind === 'query' && answeredAt === null),
    stale: state === 'changed',
    orphaned: state === 'orphaned',
    unapproved: claim.status !== 'approved' && claim.status !== 'disputed',
    disputed: claim.status === 'disputed',
    rules: lacks(claim),
  };
  return blockerKinds.filter((kind) => kind !== 'coverage' && holds[kind]);
}
