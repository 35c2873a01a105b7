import { asc, eq, isNull } from 'drizzle-orm';
import type { Node } from 'prosemirror-model';
import { reanchor } from '@/core/anchor/reanchor';
import { articleText } from '@/core/article/text';
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
 * `moved` in a passage that was taken elsewhere; orphans come back where their very words do. Changes nothing.
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
  for (const { id, state, start, end, moved } of reanchor(then.text, now.text, standing)) {
    const place = {
      from: start === null ? null : now.positionAt(start),
      to: end === null ? null : now.positionAt(end),
    };
    placed.set(id, { outcome: state === 'anchored' ? (moved ? 'moved' : 'kept') : state, ...place });
  }
  const versions = new Set(rows.flatMap(({ from, lost }) => (from === null && lost ? [lost.version] : [])));
  for (const version of versions) {
    const old = articleText(await docOf(db, { id: article.id, version }));
    const lost = rows.flatMap(({ anchorId: id, from, lost }) =>
      from === null && lost?.version === version
        ? [{ id, start: old.offsetAt(lost.from, 1), end: old.offsetAt(lost.to, -1) }]
        : [],
    );
    for (const { id, state, start, end } of reanchor(old.text, now.text, lost))
      if (state === 'anchored' && start !== null && end !== null)
        placed.set(id, { outcome: 'moved', from: now.positionAt(start), to: now.positionAt(end) });
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
