import { eq } from 'drizzle-orm';
import type { Source } from '@/core/source/source';
import type { LinkState } from '@/core/source/vocabulary';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { oneSourceRecord } from '@/db/queries/source-records';
import { openSource } from '@/db/queries/sources';
import { sources } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';

/** What was found at an address: its state, or null where nothing was learnt of it, and the HTTP status, if one came. */
export interface Found {
  link: LinkState | null;
  status: number | null;
}

/**
 * Notes what became of the address of a source, which was `url` when it was asked; where it has another by now, nothing is noted.
 * It is no edit: the source's revision stays. Throws `absent`.
 */
export async function checkedLink(store: Store, call: Call, id: string, url: string, found: Found): Promise<Source> {
  needRight(call, 'link.check');
  return store.change(async (tx) => {
    const row = await openSource(tx, call, id);
    if (row.url === url) await noteLink(tx, call, id, found);
    return oneSourceRecord(tx, call, await openSource(tx, call, id));
  });
}

/** The same inside a transaction. It is told only when the address is not what it was. */
export async function noteLink(tx: Db, call: Call, id: string, { link, status }: Found): Promise<void> {
  const row = await openSource(tx, call, id);
  const now = link ?? row.link;
  await tx.update(sources).set({ link: now, linkStatus: status, linkAt: call.at }).where(eq(sources.id, id));
  if (now === null || now === (row.link ?? 'alive')) return;
  await appendEvent(tx, call, {
    kind: 'source.link-checked',
    sourceId: id,
    before: { link: row.link ?? 'alive' },
    after: { title: row.title, link: now, ...(status !== null && { linkStatus: status }) },
  });
}
