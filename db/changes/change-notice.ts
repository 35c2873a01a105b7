import { eq } from 'drizzle-orm';
import type { Notice, PatchNotice } from '@/core/article/notice';
import type { EventKind } from '@/core/event/event';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { type NoticeRow, noticeRecord, openNotice } from '@/db/queries/notices';
import { notices } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields, saidFields } from './changed-fields';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/** Changes what an entry of a corrections log says. Throws `absent` and `stale`. */
export async function changeNotice(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchNotice,
): Promise<Notice> {
  needRight(call, 'notice.change');
  return store.change(async (tx) => {
    const notice = await openNotice(tx, call, id);
    refuseStale(notice, revision);
    const changed = changedFields(notice, patch);
    if (!changed) return noticeRecord(notice);
    return write(tx, call, notice, 'notice.changed', changed.after, {
      before: { noticeId: id, ...told(changed.before) },
      after: { noticeId: id, ...told(changed.after) },
    });
  });
}

/** Takes an entry out of the corrections log; the event keeps what it said. Throws `absent` and `stale`. */
export async function deleteNotice(store: Store, call: Call, id: string, revision: number): Promise<void> {
  needRight(call, 'notice.change');
  await store.change(async (tx) => {
    const notice = await openNotice(tx, call, id);
    refuseStale(notice, revision);
    await write(tx, call, notice, 'notice.deleted', { deletedAt: call.at }, { before: whole(notice) });
  });
}

/** Brings an entry back as it was; one that is not gone stays. Throws `absent`. */
export async function restoreNotice(store: Store, call: Call, id: string): Promise<Notice> {
  needRight(call, 'notice.change');
  return store.change(async (tx) => {
    const notice = await openNotice(tx, call, id, { deleted: true });
    if (notice.deletedAt === null) return noticeRecord(notice);
    return write(tx, call, notice, 'notice.restored', { deletedAt: null }, { after: whole(notice) });
  });
}

function refuseStale(notice: NoticeRow, revision: number): void {
  if (notice.revision !== revision) throw new Problem('stale', {}, { current: noticeRecord(notice) });
}

async function write(
  tx: Db,
  call: Call,
  notice: NoticeRow,
  kind: EventKind,
  fields: Partial<NoticeRow>,
  said: { before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<Notice> {
  const written = { ...notice, ...fields, revision: notice.revision + 1 };
  await tx
    .update(notices)
    .set({ ...fields, revision: written.revision })
    .where(eq(notices.id, notice.id));
  await touchArticle(tx, call, notice.articleId);
  await appendEvent(tx, call, { kind, articleId: notice.articleId, claimId: notice.claimId, ...said });
  return noticeRecord(written);
}

function whole({ id, before, after, body }: NoticeRow): Record<string, unknown> {
  return { noticeId: id, ...saidFields({ from: before, to: after }), body };
}

/** `before` and `after` are the event's own words for what was and what is: the words put right are told as `from` and `to`. */
function told({ before, after, ...rest }: Partial<NoticeRow>): Record<string, unknown> {
  return { ...(before === undefined ? {} : { from: before }), ...(after === undefined ? {} : { to: after }), ...rest };
}
