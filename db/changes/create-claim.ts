import type { Node } from 'prosemirror-model';
import type { Approval, Claim, CreateClaim, PatchClaim } from '@/core/claim/claim';
import { judge, needsApproval, unjudged } from '@/core/claim/life';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { insertion } from '@/db/insertion';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import { houseOf } from '@/db/queries/held-claim';
import { openArticle, openClaim } from '@/db/queries/open-article';
import type { ArticleRow } from '@/db/records/article';
import { type AnchorRow, type ClaimRow, claimRecord, returnedColumns, toldOnce } from '@/db/records/claim';
import { anchors, approvals, claims } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { anchorAt, type Place } from './anchor-at';
import { saidFields } from './changed-fields';
import { checkVerdict } from './check-verdict';
import { checkAssignee, tellAssignee } from './check-workers';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';
import { touchArticle } from './touch-article';
import { actOf } from './write-claim';

const insertClaim = insertion(claims);
const insertAnchor = insertion(anchors);

/**
 * Marks a claim in an article. A place that is named twice is one anchor. Throws `absent`, `id-taken`, `verdict-unknown`,
 * and what `checkAssignee`, `anchorAt` and `judge` throw; a status of `approved` needs the right to approve.
 */
export async function createClaim(
  store: Store,
  call: Call,
  articleId: string,
  body: CreateClaim,
): Promise<{ record: Claim; created: boolean }> {
  needRight(call, 'claim.change');
  if (needsApproval(body)) needRight(call, 'claim.approve');
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, articleId);
    const { id, repeated } = await takeId(tx, call, 'claim', body.id, { ...body, articleId });
    if (repeated)
      return answerAgain(async () => {
        const { claim } = await openClaim(tx, call, id, { deleted: true });
        return oneClaimRecord(tx, call, article, claim);
      });
    await checkVerdict(tx, article.scale, body.verdict);
    await checkAssignee(tx, call, article, null, body.assigneeId);

    const { id: _, anchors: selectors, ...said } = body;
    const doc = await docOf(tx, article);
    const places = selectors.map((selector) => anchorAt(doc, article, selector));
    const { row, stored, given } = await makeClaim(tx, call, article, doc, { id, places, said });
    await touchArticle(tx, call, articleId);
    return {
      record: claimRecord(
        row,
        { anchors: stored, approvals: given },
        { version: article.version, doc, language: article.language },
      ),
      created: true,
    };
  });
}

/** Writes a claim whose words and people have been checked, with its event, inside a change that touches the article itself. */
export async function makeClaim(
  tx: Db,
  call: Call,
  article: Pick<ArticleRow, 'id' | 'scale'>,
  doc: Node,
  { id, places, said }: { id: string; places: Place[]; said: PatchClaim },
): Promise<{ row: ClaimRow; stored: AnchorRow[]; given: readonly Approval[] }> {
  const stored = distinct(places).map((place) => ({
    id: call.newId(),
    claimId: id,
    ...place,
    lost: null,
    createdAt: call.at,
  }));
  const house = await houseOf(tx, article);
  const judged = judge({ ...unjudged, citations: [] }, said, actOf(call), house);
  const { approvals: given, returned, ...columns } = { ...unjudged, ...judged };
  const row = {
    id,
    articleId: article.id,
    revision: 1,
    ...columns,
    ...returnedColumns(returned),
    createdBy: call.by.id,
    createdAt: call.at,
    updatedAt: call.at,
    deletedAt: null,
    closedBy: null,
    closedAt: null,
    closedReason: null,
    ...toldOnce(doc, stored),
  };
  await insertClaim(tx, row);
  for (const anchor of stored) await insertAnchor(tx, anchor);
  for (const { by, at } of given) await tx.insert(approvals).values({ claimId: id, personId: by, at });
  const event = await appendEvent(tx, call, {
    kind: 'claim.created',
    articleId: article.id,
    claimId: id,
    after: { exact: stored[0]!.exact, places: stored.length, ...saidFields({ ...judged, status: row.status }) },
  });
  await tellAssignee(tx, call, event);
  return { row, stored, given };
}

function distinct(places: Place[]): Place[] {
  return places.filter(
    (place, at) => places.findIndex(({ from, to }) => from === place.from && to === place.to) === at,
  );
}
