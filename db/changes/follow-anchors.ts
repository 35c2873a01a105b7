import { and, between, eq, gte, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import { type EditedRange, editedRange } from '@/core/anchor/edited-range';
import { type MappedAnchor, mapThrough } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Lost, Placement } from '@/core/anchor/placement';
import { type LostAnchor, putBack } from '@/core/anchor/put-back';
import { quoteOf } from '@/core/anchor/quote';
import { drawnIn } from '@/core/anchor/range';
import { articleText } from '@/core/article/text';
import { grouped } from '@/core/grouped';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { type Db, statement } from '@/db/database';
import { reopened, toldOnce } from '@/db/records/claim';
import { anchors, claims, NOWHERE } from '@/db/schema/schema';
import type { Writing } from './writing';

const columns = { id: anchors.id, claimId: anchors.claimId, from: anchors.from, to: anchors.to, lost: anchors.lost };
const inArticle = () => eq(claims.articleId, sql.placeholder('articleId'));
const selectAll = statement((db) =>
  db.select(columns).from(anchors).innerJoin(claims, eq(claims.id, anchors.claimId)).where(inArticle()).prepare(),
);
/** No anchor begins before its claim's first one: what lies below is found by the index, and not even looked at. */
const selectNear = statement((db) =>
  db
    .select(columns)
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .where(
      and(
        inArticle(),
        lte(claims.place, sql.placeholder('to')),
        lte(anchors.from, sql.placeholder('to')),
        gte(anchors.to, sql.placeholder('from')),
      ),
    )
    .prepare(),
);
/** A claim with an orphan is not `anchored`. */
const selectOrphans = statement((db) =>
  db
    .select(columns)
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .where(and(inArticle(), ne(claims.state, 'anchored'), isNull(anchors.from)))
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

type Where = Omit<Placement, 'id'>;
interface Place {
  readonly id: string;
  readonly claimId: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly lost: Lost | null;
}

/**
 * Takes every anchor of an article, those of deleted claims too, to where it stands after a change of the text, and tells of
 * those whose words are no longer, or are again, what was judged. Answers the placements that the steps alone do not give.
 */
export async function followAnchors(tx: Db, call: Call, writing: Writing): Promise<Placement[]> {
  const { article, before, after, steps, placed } = writing;
  const edited = editedRange(before.content.size, steps);
  if (!edited) return [];
  const places = await placesNear(tx, writing, edited);
  const mapped = mapThrough(places, steps, before);
  const lostBy = ({ from, to, lost }: Place): Lost | null =>
    from === null || to === null ? lost : { version: article.version, from, to, ...quoteOf(before, from, to) };
  const chosen = placed ?? placesAgain(writing, places, mapped, lostBy);
  const moves = places.map((place, at): Move => {
    const { from, to, touched } = mapped[at]!;
    const elsewhere = chosen.get(place.id);
    const now = elsewhere ? { id: place.id, ...whereWords(after, elsewhere) } : { id: place.id, from, to };
    const followed = now.from === from && now.to === to;
    return { ...place, now, followed, onlyShifts: followed && !touched && from !== null };
  });
  const stretches = stretchesOf(moves);
  const shifted = stretches.length <= STRETCHES;
  const below = { from: edited.to + 1, to: NOWHERE - 1, by: edited.shift };
  await shift(tx, article.id, [...(shifted ? stretches : []), ...(below.by === 0 ? [] : [below])]);
  const others = moves.filter((move) => (move.onlyShifts ? !shifted && isMoved(move) : !isStillGone(move)));
  for (const move of others) {
    const { id, from, to } = move.now;
    const lost = from === null ? lostBy(move) : null;
    await updatePlace(tx).execute({ id, from, to, lost: lost && JSON.stringify(lost) });
  }
  await tellWords(tx, call, writing, moves, others);
  return moves.filter(({ followed }) => !followed).map(({ now }) => now);
}

/** The orphans that these steps put back. */
function placesAgain(
  { after, steps }: Writing,
  places: readonly Place[],
  mapped: readonly MappedAnchor[],
  lostBy: (place: Place) => Lost | null,
): Map<string, Where> {
  const orphans = places.flatMap((place, at): LostAnchor[] => {
    const lost = mapped[at]!.from === null ? lostBy(place) : null;
    return lost ? [{ id: place.id, lost }] : [];
  });
  return new Map(putBack(after, steps, orphans).map((one) => [one.id, one]));
}

/** A place as anchors are kept: from its first to its last character, or none. */
function whereWords(doc: Node, { from, to }: Where): Where {
  const range = from === null || to === null ? null : drawnIn(articleText(doc), from, to);
  return range ?? { from: null, to: null };
}

interface Move extends Place {
  readonly now: Placement;
  /** Whether the steps alone say where it is now. */
  readonly followed: boolean;
  /** Whether no step touched it: all of it moved by as much, and it reads as before. */
  readonly onlyShifts: boolean;
}

const isMoved = ({ now, from, to }: Move) => now.from !== from || now.to !== to;
const isStillGone = ({ now, from }: Move) => now.from === null && from === null;

/** The anchors that the edit can have touched, and the orphans; all of them, where others are placed by other means. */
async function placesNear(tx: Db, { article, placed }: Writing, { from, to }: EditedRange): Promise<Place[]> {
  const { id: articleId } = article;
  const near = await selectNear(tx).execute({ articleId, from, to });
  near.push(...(await selectOrphans(tx).execute({ articleId })));
  const known = new Set(near.map(({ id }) => id));
  if ([...(placed?.keys() ?? [])].every((id) => known.has(id))) return near;
  return selectAll(tx).execute({ articleId });
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
  // Those that stay where they are end a stretch, too.
  for (const { from, now } of moves.filter(({ onlyShifts }) => onlyShifts).sort((a, b) => a.from! - b.from!)) {
    const by = now.from! - from!;
    const last = stretches.at(-1);
    if (last?.by === by) last.to = from!;
    else stretches.push({ from: from!, to: from!, by });
  }
  return stretches.filter(({ by }) => by !== 0);
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
      const [then, since] = [was.get(anchor.id), now.get(anchor.id)];
      // What only shifted, far from the edit, is in the state that it was in.
      if (!then || !since) return [];
      const before = placeAnchor(writing.before, { ...anchor, ...then });
      const after = placeAnchor(writing.after, { ...anchor, ...since });
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
