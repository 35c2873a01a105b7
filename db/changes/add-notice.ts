import type { CreateNotice, Notice } from '@/core/article/notice';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { noticeRecord, openNotice } from '@/db/queries/notices';
import { openArticle, openClaim } from '@/db/queries/open-article';
import { notices } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';
import { touchArticle } from './touch-article';

/**
 * Puts an entry into the corrections log of an article: what was put right after it was published. Articles that were never
 * signed off have one too, since some are checked after they came out. Throws `absent`, `id-taken` and `claim-unknown`.
 */
export async function addNotice(
  store: Store,
  call: Call,
  articleId: string,
  body: CreateNotice,
): Promise<{ record: Notice; created: boolean }> {
  needRight(call, 'notice.change');
  return store.change(async (tx) => {
    await openArticle(tx, call, articleId);
    const { id, repeated } = await takeId(tx, call, 'notice', body.id, { ...body, articleId });
    if (repeated) return answerAgain(async () => noticeRecord(await openNotice(tx, call, id, { deleted: true })));
    const { claimId = null, before = null, after = null } = body;
    if (claimId !== null) await mustBeClaimOf(tx, call, articleId, claimId);
    const said = { claimId, before, after, body: body.body };
    const row = { id, revision: 1, articleId, ...said, createdBy: call.by.id, createdAt: call.at, deletedAt: null };
    await tx.insert(notices).values(row);
    await touchArticle(tx, call, articleId);
    await appendEvent(tx, call, {
      kind: 'notice.added',
      articleId,
      claimId,
      after: { noticeId: id, ...saidFields({ from: before, to: after }), body: body.body },
    });
    return { record: noticeRecord(row), created: true };
  });
}

async function mustBeClaimOf(tx: Db, call: Call, articleId: string, claimId: string): Promise<void> {
  const found = await openClaim(tx, call, claimId).catch((failure: unknown) => {
    if (failure instanceof Problem && failure.code === 'absent') return null;
    throw failure;
  });
  if (found?.article.id !== articleId) throw new Problem('claim-unknown');
}
