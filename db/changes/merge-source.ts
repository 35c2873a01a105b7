import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import { withDetails } from '@/core/source/details';
import type { MergedSource } from '@/core/source/source';
import { worsens } from '@/core/source/vocabulary';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import { citations, claims, contacts, merges, sourceFiles, sources } from '@/db/schema/schema';
import type { Moved } from '@/db/schema/sources';
import type { Store } from '@/db/store';
import { refuseStale, type SourceRow, writeSource } from './change-source';
import { changedFields } from './changed-fields';
import { soughtBy } from './create-source';
import { holdStandingOn } from './hold-to-rules';
import { needRight } from './need-right';
import { recheckClaims } from './recheck-claims';
import { stand } from './set-standing';
import { touchArticle } from './touch-article';

/**
 * Merges a double into the source that stays, which is answered: citations, files and contacts move there, with what the double
 * says and the other does not. The one that stays is confidential if either was, and stands as the worse of the two: claims that
 * stood on the better one are checked again, and approvals end where the one source is not what the rules ask for. The double is kept for the record, deleted, and its id leads to the other.
 * `revision`, where it is given, is the double's as the person saw it. Throws `absent`, `stale`, and `source-itself`.
 */
export async function mergeSource(
  store: Store,
  call: Call,
  id: string,
  into: string,
  revision?: number,
): Promise<MergedSource> {
  needRight(call, 'source.merge');
  return store.change(async (tx) => {
    const double = await openSource(tx, call, id);
    const other = await openSource(tx, call, into);
    if (id === into) throw new Problem('source-itself');
    if (revision !== undefined) await refuseStale(tx, call, double, revision);
    const stays = await standAlike(tx, call, double, other);
    const moved = await moveAll(tx, call, double, stays);
    const merged = await takeWhatIsLacking(tx, call, double, stays);
    await writeSource(tx, call, double, {
      mergedInto: into,
      deletedAt: call.at,
      confidential: merged.confidential,
    });
    const told = { kind: 'source.merged', sourceId: id, before: said(double), after: said(merged) } as const;
    const event = await appendEvent(tx, call, told);
    // Two independent sources that turn out to be one may be too few for what stood on both.
    const lost = await holdStandingOn(tx, call, into);
    const undoable = lost === 0 && double.standing === other.standing;
    if (undoable)
      await tx.insert(merges).values({
        doubleId: id,
        into,
        eventId: event.id,
        moved,
        before: changedFields(merged, pick(other, takable))?.after ?? {},
        confidential: double.confidential,
      });
    return { ...(await oneSourceRecord(tx, call, merged)), undoable };
  });
}

/** The one that stays, standing as the worse of the two; what stood on the better one goes back to be checked. */
async function standAlike(tx: Db, call: Call, double: SourceRow, stays: SourceRow): Promise<SourceRow> {
  if (worsens(stays.standing, double.standing)) return stand(tx, call, stays, double.standing, double.standingReason);
  if (worsens(double.standing, stays.standing)) await recheckClaims(tx, call, { ...stays, sourceId: double.id });
  return stays;
}

/** Moves all that is the double's, and what was merged into it before, which leads on to the one that stays. */
async function moveAll(tx: Db, call: Call, double: SourceRow, stays: SourceRow): Promise<Moved> {
  const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const [from, sourceId] = [double.id, stays.id];
  const cited = await ids(tx.select({ id: citations.id }).from(citations).where(eq(citations.sourceId, from)));
  await moveCitations(tx, call, double, stays, cited);
  return {
    citations: cited,
    files: await ids(
      tx.update(sourceFiles).set({ sourceId }).where(eq(sourceFiles.sourceId, from)).returning({ id: sourceFiles.id }),
    ),
    contacts: await ids(
      tx.update(contacts).set({ sourceId }).where(eq(contacts.sourceId, from)).returning({ id: contacts.id }),
    ),
    doubles: await ids(
      tx
        .update(sources)
        .set({ mergedInto: sourceId })
        .where(eq(sources.mergedInto, from))
        .returning({ id: sources.id }),
    ),
  };
}

/**
 * Moves these citations of one source to another, dropped ones too: a deleted claim comes back with them. Each live one is told on its
 * claim; `more` is what its event says beside.
 */
export async function moveCitations(
  tx: Db,
  call: Call,
  double: Pick<SourceRow, 'id' | 'title'>,
  stays: Pick<SourceRow, 'id' | 'title'>,
  ids: readonly string[],
  more: object = {},
): Promise<void> {
  if (ids.length === 0) return;
  const these = and(inArray(citations.id, [...ids]), eq(citations.sourceId, double.id));
  const moved = await tx
    .select({ citation: citations, articleId: claims.articleId })
    .from(citations)
    .innerJoin(claims, eq(claims.id, citations.claimId))
    .where(and(these, isNull(citations.deletedAt)))
    .orderBy(citations.id);
  await tx.update(citations).set({ sourceId: stays.id }).where(these);
  for (const { citation, articleId } of moved) {
    const fields = { revision: citation.revision + 1 };
    await tx.update(citations).set(fields).where(eq(citations.id, citation.id));
    await touchArticle(tx, call, articleId);
    await appendEvent(tx, call, {
      kind: 'citation.changed',
      articleId,
      claimId: citation.claimId,
      sourceId: stays.id,
      before: { citationId: citation.id, sourceId: double.id, title: double.title },
      after: { citationId: citation.id, sourceId: stays.id, title: stays.title, ...more },
    });
  }
}

const lackable = ['tier', 'url', 'publisher', 'author', 'publishedAt', 'accessedAt', 'archivedUrl'] as const;
/** What a merge may change of the one that stays. */
const takable = [...lackable, 'confidential', 'note', 'details'] as const;

async function takeWhatIsLacking(tx: Db, call: Call, double: SourceRow, stays: SourceRow): Promise<SourceRow> {
  const taken: Partial<SourceRow> = {
    confidential: stays.confidential || double.confidential,
    note: bothNotes(stays.note, double.note),
    details: withDetails(double.details, stays.details ?? {}),
  };
  for (const field of lackable) if (stays[field] === null) Object.assign(taken, { [field]: double[field] });
  const changed = changedFields(stays, taken);
  if (!changed) return writeSource(tx, call, stays, {});
  const written = await writeSource(tx, call, stays, {
    ...changed.after,
    ...soughtBy({ ...stays, ...changed.after }),
  });
  await appendEvent(tx, call, { kind: 'source.changed', sourceId: stays.id, ...changed });
  return written;
}

function bothNotes(one: string | null, other: string | null): string | null {
  if (!one || !other || one === other) return one ?? other;
  return `${one}\n\n${other}`;
}

function pick<Key extends keyof SourceRow>(row: SourceRow, keys: readonly Key[]): Pick<SourceRow, Key> {
  return Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<SourceRow, Key>;
}

export function said({ id, title, url }: SourceRow) {
  return { sourceId: id, title, url };
}
