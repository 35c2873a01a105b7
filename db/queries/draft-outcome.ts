import { asc, eq, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import type { Span } from '@/core/anchor/context';
import { fold } from '@/core/anchor/fold';
import type { Lost } from '@/core/anchor/placement';
import { OWN_LENGTH } from '@/core/anchor/put-back';
import { drawnIn } from '@/core/anchor/range';
import { reanchor } from '@/core/anchor/reanchor';
import { articleText } from '@/core/article/text';
import { grouped } from '@/core/grouped';
import type { Db } from '@/db/database';
import type { ArticleRow } from '@/db/records/article';
import { anchors, claims } from '@/db/schema/schema';
import { docOf } from './doc';

export const outcomes = ['kept', 'moved', 'changed', 'orphaned'] as const;
export type Outcome = (typeof outcomes)[number];

/** What becomes of one anchor: its place in the new text (ProseMirror positions), and what stands there. */
export interface FollowedAnchor {
  readonly claimId: string;
  readonly anchorId: string;
  readonly outcome: Outcome;
  readonly exact: string;
  readonly current: string | null;
  readonly from: number | null;
  readonly to: number | null;
}

export interface DraftOutcome {
  readonly version: number;
  readonly anchors: Record<Outcome, number>;
  /** Every anchor of a claim that is not deleted, in reading order of the present text, then the others. */
  readonly followed: readonly FollowedAnchor[];
}

/**
 * Where every anchor of an article goes when `after` becomes its text. `kept` and `moved` stand in the same words as before,
 * or in the ones judged again; `moved` in a passage that was taken elsewhere. Orphans come back where their very words do. Changes nothing.
 */
export async function draftOutcome(db: Db, article: ArticleRow, before: Node, after: Node): Promise<DraftOutcome> {
  const rows = await db
    .select({
      claimId: anchors.claimId,
      anchorId: anchors.id,
      exact: anchors.exact,
      from: anchors.from,
      to: anchors.to,
      lost: anchors.lost,
      deletedAt: claims.deletedAt,
    })
    .from(anchors)
    .innerJoin(claims, eq(claims.id, anchors.claimId))
    .where(eq(claims.articleId, article.id))
    .orderBy(asc(isNull(anchors.from)), asc(anchors.from), asc(anchors.id));
  const now = articleText(after);
  const then = articleText(before);
  const placed = new Map<string, Pick<FollowedAnchor, 'outcome' | 'from' | 'to'>>();
  const standing = rows.flatMap(({ anchorId: id, from, to }) =>
    from === null || to === null ? [] : [{ id, start: then.offsetAt(from, 1), end: then.offsetAt(to, -1) }],
  );
  const judged = new Map(rows.map(({ anchorId, exact }) => [anchorId, exact]));
  const put = (id: string, outcome: Outcome, start: number | null, end: number | null) => {
    if (start === null || end === null) return;
    const whole = wholeAgain(now.text, { start, end }, judged.get(id)!);
    const place = whole ?? { start, end };
    const range = drawnIn(now, now.positionAt(place.start), now.positionAt(place.end));
    if (range) placed.set(id, { outcome: whole && outcome === 'changed' ? 'kept' : outcome, ...range });
  };
  for (const { id, state, start, end, moved } of reanchor(then.text, now.text, standing))
    put(id, state === 'anchored' ? (moved ? 'moved' : 'kept') : state, start, end);
  for (const { id } of standing) {
    const again = placed.has(id) ? null : cameBack(then.text, now.text, judged.get(id)!);
    if (again) put(id, 'moved', again.start, again.end);
  }
  for (const [version, lost] of before.eq(after) ? [] : orphansWorthLooking(rows, now.text)) {
    const old = articleText(await docOf(db, { id: article.id, version }));
    const spans = lost.map(({ id, from, to }) => ({ id, start: old.offsetAt(from, 1), end: old.offsetAt(to, -1) }));
    for (const { id, state, start, end } of reanchor(old.text, now.text, spans))
      if (state === 'anchored') put(id, 'moved', start, end);
  }
  const followed = rows.map(({ claimId, anchorId, exact, deletedAt }) => {
    const place = placed.get(anchorId) ?? { outcome: 'orphaned' as const, from: null, to: null };
    const current = place.from === null || place.to === null ? null : now.between(place.from, place.to);
    return { claimId, anchorId, exact, current, ...place, deleted: deletedAt !== null };
  });
  const counts = { kept: 0, moved: 0, changed: 0, orphaned: 0 };
  for (const { outcome, deleted } of followed) if (!deleted) counts[outcome]++;
  return { version: article.version, anchors: counts, followed: followed.map(({ deleted: _, ...one }) => one) };
}

/** The words judged, where they stand around what was left of them; null where they do not, or what stands there is they. */
function wholeAgain(text: string, { start, end }: Span, exact: string): Span | null {
  if (end - start >= exact.length) return null;
  const first = text.indexOf(exact, Math.max(0, end - exact.length));
  if (first === -1 || first > start) return null;
  const another = text.indexOf(exact, first + 1);
  return another === -1 || another > start ? { start: first, end: first + exact.length } : null;
}

/**
 * Where judged words stand that the text did not have and has again, once: what was typed over was too little to be followed,
 * but an old version brings the whole back. Short words are not known by themselves.
 */
function cameBack(before: string, after: string, exact: string): Span | null {
  const start = exact.length < OWN_LENGTH || before.includes(exact) ? -1 : after.indexOf(exact);
  if (start === -1 || after.includes(exact, start + 1)) return null;
  return { start, end: start + exact.length };
}

/**
 * So many UTF-16 units of old texts, at most, are aligned with a draft to find orphans again: a second or two. Of an article of a
 * thousand words that is every version that has orphans; of a book, the last ones.
 */
const ALIGNED = 16_000_000;

/** The orphans whose words the new text has, by the version that they stood in last; the latest first. */
function orphansWorthLooking(
  rows: readonly { anchorId: string; from: number | null; lost: Lost | null }[],
  text: string,
): [number, (Lost & { id: string })[]][] {
  const orphans = rows.flatMap(({ anchorId: id, from, lost }) => (from === null && lost ? [{ id, ...lost }] : []));
  if (orphans.length === 0) return [];
  const folded = fold(text);
  const known = orphans.filter(({ exact }) => folded.includes(fold(exact).trim()));
  const latest = [...grouped(known, ({ version }) => version)].sort(([a], [b]) => b - a);
  return latest.slice(0, Math.max(1, Math.floor(ALIGNED / (text.length + 1))));
}
