import { and, between, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { type MappedAnchor, mapThrough } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Lost, Placement } from '@/core/anchor/placement';
import { putBack } from '@/core/anchor/put-back';
import { quoteOf } from '@/core/anchor/quote';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { grouped } from '@/db/grouped';
import { reopened, toldOnce } from '@/db/records/claim';
import { anchors, claims } from '@/db/schema/schema';
import type { Writing } from './write-text';

const selectPlaces = statement((db) =>
  db
    .select({ id: anchors.id, claimId: anchors.claimId, from: anchors.from, to: anchors.to })
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .where(eq(claims.articleId, sql.placeholder('articleId')))
    .prepare(),
);
const selectLost = statement((db) =>
  db
    .select({ id: anchors.id, lost: anchors.lost })
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .where(and(eq(claims.articleId, sql.placeholder('articleId')), isNull(anchors.from), isNotNull(anchors.lost)))
    .prepare(),
);
const updatePlace = statement((db) =>
  db
    .update(anchors)
    .set({
      from: sql`${sql.placeholder('from')}`,
      to: sql`${sql.placeholder('to')}`,
      lost: sql`${sql.placeholder('lost')}`,
    })
    .where(eq(anchors.id, sql.placeholder('id')))
    .prepare(),
);

interface Place {
  readonly id: string;
  readonly claimId: string;
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Takes every anchor of an article, those of deleted claims too, to where it stands after a change of the text, and tells of
 * those whose words are no longer, or are again, what was judged. Answers the placements that the steps alone do not give.
 */
export async function followAnchors(tx: Db, call: Call, writing: Writing): Promise<Placement[]> {
  const { article, before, after, steps, placed } = writing;
  const places: Place[] = await selectPlaces(tx).execute({ articleId: article.id });
  if (places.length === 0) return [];
  const mapped = mapThrough(places, steps, before);
  const lost = await lostAnchors(tx, writing, places, mapped);
  const orphans = placed ? [] : [...lost].map(([id, lost]) => ({ id, lost }));
  const chosen = new Map<string, Omit<Placement, 'id'>>([
    ...putBack(after, steps, orphans).map((one) => [one.id, one] as const),
    ...(placed ?? []),
  ]);
  const moves = places.map((place, at): Move => {
    const { from, to } = chosen.get(place.id) ?? mapped[at]!;
    const followed = from === mapped[at]!.from && to === mapped[at]!.to;
    const onlyShifts = followed && mapped[at]!.state === 'anchored' && from! - place.from! === to! - place.to!;
    return { ...place, now: { id: place.id, from, to }, followed, onlyShifts };
  });
  const stretches = stretchesOf(moves);
  const shifted = stretches.length <= STRETCHES;
  if (shifted) await shift(tx, article.id, stretches);
  const others = moves.filter((move) => !(shifted && move.onlyShifts) && (isMoved(move) || !move.onlyShifts));
  for (const { id, now } of others) {
    const gone = now.from === null ? (lost.get(id) ?? null) : null;
    await updatePlace(tx).execute({ id, from: now.from, to: now.to, lost: gone && JSON.stringify(gone) });
  }
  await tellWords(tx, call, writing, moves, others);
  return moves.filter(({ followed }) => !followed).map(({ now }) => now);
}

interface Move extends Place {
  readonly now: Placement;
  /** Whether the steps alone say where it is now. */
  readonly followed: boolean;
  /** Whether all of it moved by as much, with no change inside. */
  readonly onlyShifts: boolean;
}

const isMoved = ({ now, from, to }: Move) => now.from !== from || now.to !== to;

/** The orphans, those of this change among them, with the words that they lost. */
async function lostAnchors(
  tx: Db,
  { article, before }: Writing,
  places: readonly Place[],
  mapped: readonly MappedAnchor[],
): Promise<Map<string, Lost>> {
  const lost = new Map<string, Lost>();
  for (const row of await selectLost(tx).execute({ articleId: article.id })) if (row.lost) lost.set(row.id, row.lost);
  places.forEach(({ id, from, to }, at) => {
    if (from === null || to === null || mapped[at]!.from !== null) return;
    lost.set(id, { version: article.version, from, to, ...quoteOf(before, from, to) });
  });
  return lost;
}

/** Anchors that begin between two positions (both included) and move by as much. */
interface Stretch {
  readonly from: number;
  to: number;
  readonly by: number;
}

/** More stretches than this are written anchor by anchor; what a person types makes one or two. */
const STRETCHES = 40;

function stretchesOf(moves: readonly Move[]): Stretch[] {
  const stretches: Stretch[] = [];
  const shifting = moves.filter((move) => move.onlyShifts && isMoved(move)).sort((a, b) => a.from! - b.from!);
  for (const { from, now } of shifting) {
    const by = now.from! - from!;
    const last = stretches.at(-1);
    if (last?.by === by) last.to = from!;
    else stretches.push({ from: from!, to: from!, by });
  }
  return stretches;
}

/**
 * Shifts all that begins in these stretches, anchors and the claims that are told by them, in one statement each: an edit at the
 * top moves everything below it. What does not merely shift is written by its id afterwards.
 */
async function shift(tx: Db, articleId: string, stretches: readonly Stretch[]): Promise<void> {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return;
  const by = (column: typeof anchors.from | typeof claims.place): SQL =>
    sql.join(
      [
        sql`case`,
        ...stretches.map(({ from, to, by }) => sql`when ${column} between ${from} and ${to} then ${by}`),
        sql`else 0 end`,
      ],
      sql` `,
    );
  const own = tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId));
  await tx
    .update(anchors)
    .set({ from: sql`${anchors.from} + ${by(anchors.from)}`, to: sql`${anchors.to} + ${by(anchors.from)}` })
    .where(and(inArray(anchors.claimId, own), between(anchors.from, first.from, last.to)));
  await tx
    .update(claims)
    .set({ place: sql`${claims.place} + ${by(claims.place)}`, reach: sql`${claims.reach} + ${by(claims.place)}` })
    .where(and(eq(claims.articleId, articleId), between(claims.place, first.from, last.to)));
}

/** Writes what a claim's row says of its anchors, and tells of every anchor that came into another state. */
async function tellWords(tx: Db, call: Call, writing: Writing, moves: readonly Move[], others: readonly Move[]) {
  const ids = [...new Set(others.map(({ claimId }) => claimId))];
  if (ids.length === 0) return;
  const now = new Map(moves.map((move) => [move.id, move.now]));
  const was = new Map(moves.map(({ id, from, to }) => [id, { from, to }]));
  const rows = await tx
    .select()
    .from(anchors)
    .where(inArray(anchors.claimId, ids))
    .orderBy(anchors.createdAt, anchors.id);
  const stored = grouped(rows, ({ claimId }) => claimId);
  for (const claim of await tx.select().from(claims).where(inArray(claims.id, ids))) {
    const own = stored.get(claim.id) ?? [];
    const told = toldOnce(writing.after, own);
    const turned = own.flatMap((anchor) => {
      const before = placeAnchor(writing.before, { ...anchor, ...was.get(anchor.id)! });
      const after = placeAnchor(writing.after, { ...anchor, ...now.get(anchor.id)! });
      return before.state === after.state ? [] : [{ before, after }];
    });
    const turn = turned.length > 0 ? { revision: claim.revision + 1, updatedAt: call.at } : {};
    const open = claim.closedAt !== null && told.state !== 'orphaned' ? reopened : {};
    await tx
      .update(claims)
      .set({ ...told, ...turn, ...open })
      .where(eq(claims.id, claim.id));
    for (const { before, after } of turned)
      await appendEvent(tx, call, {
        kind: 'anchor.changed',
        articleId: claim.articleId,
        claimId: claim.id,
        before: { anchorId: before.id, exact: before.exact, current: before.current, state: before.state },
        after: { anchorId: after.id, current: after.current, state: after.state },
      });
  }
}
