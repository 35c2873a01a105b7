import { and, eq } from 'drizzle-orm';
import { isOnClaim } from '@/core/claim/is-on-claim';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Citation, CreateCitation, Source } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { insertion } from '@/db/insertion';
import { openToChange } from '@/db/queries/checks';
import { anyCitation, type CitationRow } from '@/db/queries/open-citation';
import { oneSourceRecord, sourcesById } from '@/db/queries/source-records';
import { mergedIdOf } from '@/db/queries/sources';
import type { ClaimRow } from '@/db/records/claim';
import { citationRecord } from '@/db/records/source';
import { citations, sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { makeSource } from './create-source';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';
import { touchArticle } from './touch-article';

const insertCitation = insertion(citations);

/**
 * Ties a claim to a source, one that is there or a new one, which is made in the same transaction. The claim's own revision
 * stays: two people may source and judge it at the same time. Throws `absent`, `id-taken`, and `source-unknown` where there is
 * no such source or it is deleted.
 */
export async function addCitation(
  store: Store,
  call: Call,
  claimId: string,
  body: CreateCitation,
): Promise<{ record: Citation; created: boolean }> {
  needRight(call, 'claim.change');
  if (body.source) needRight(call, 'source.change');
  return store.change(async (tx) => {
    const { claim } = await openToChange(tx, call, claimId);
    const { id, repeated } = await takeId(tx, call, 'citation', body.id, { ...body, claimId });
    if (repeated) return answerAgain(() => anyCitation(tx, call, id));
    const source = body.source
      ? (await makeSource(tx, call, body.source)).record
      : await known(tx, call, claim, body.sourceId);
    const { source: _, sourceId: __, id: ___, ...cited } = body;
    const row = await makeCitation(tx, call, claim, source, {
      ...cited,
      id,
      accessedAt: body.accessedAt === undefined ? call.at : body.accessedAt,
    });
    await touchArticle(tx, call, claim.articleId);
    return { record: citationRecord(call, row, source), created: true };
  });
}

/** Writes a citation with its event, inside a change that touches the article itself. */
export async function makeCitation(
  tx: Db,
  call: Call,
  claim: { id: string; articleId: string },
  source: Source,
  cited: Pick<CitationRow, 'id' | 'stance' | 'accessedAt'> & Partial<Pick<CitationRow, 'quote' | 'locator' | 'note'>>,
): Promise<CitationRow> {
  const row = {
    id: cited.id,
    revision: 1,
    claimId: claim.id,
    sourceId: source.id,
    stance: cited.stance,
    quote: cited.quote ?? null,
    locator: cited.locator ?? null,
    note: cited.note ?? null,
    accessedAt: cited.accessedAt,
    createdBy: call.by.id,
    createdAt: call.at,
    deletedAt: null,
  };
  await insertCitation(tx, row);
  await appendEvent(tx, call, {
    kind: 'citation.added',
    articleId: claim.articleId,
    claimId: claim.id,
    sourceId: source.id,
    after: { ...named(row, source), ...saidFields(citedWords(row)) },
  });
  return row;
}

/** Which citation an event is about, in words that outlast it. */
export function named(row: CitationRow, source: Source) {
  return { citationId: row.id, sourceId: source.id, title: source.title };
}

/** What a citation says of its source. */
export function citedWords({ stance, quote, locator, note, accessedAt }: CitationRow) {
  return { stance, quote, locator, note, accessedAt };
}

async function known(tx: Db, call: Call, claim: ClaimRow, named = ''): Promise<Source> {
  // Somebody may still hold the id of a double that was merged meanwhile.
  const id = await mergedIdOf(tx, named);
  const source = (await sourcesById(tx, call, [id])).get(id) ?? (await citedBefore(tx, call, claim, id));
  if (!source || source.deletedAt !== null) throw new Problem('source-unknown');
  return source;
}

/**
 * Whoever takes a claim's one citation of a confidential source away knows the source no more, and can still put it back: to that
 * claim, if they check it or had made the citation.
 */
async function citedBefore(tx: Db, call: Call, claim: ClaimRow, sourceId: string): Promise<Source | undefined> {
  if (!may(call.by.role, 'confidential.read')) return undefined;
  const dropped = await tx
    .select({ createdBy: citations.createdBy, source: sources })
    .from(citations)
    .innerJoin(sources, eq(sources.id, citations.sourceId))
    .where(and(eq(citations.claimId, claim.id), eq(citations.sourceId, sourceId)));
  const theirs = dropped.find(({ createdBy }) => createdBy === call.by.id || isOnClaim(call.by.id, claim));
  return theirs && oneSourceRecord(tx, call, theirs.source);
}
