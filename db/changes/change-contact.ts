import { eq } from 'drizzle-orm';
import { may } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import type { Contact, PatchContact } from '@/core/source/contact';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { type ContactRow, openContact } from '@/db/queries/contacts';
import { contactRecord } from '@/db/records/source';
import { contacts } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields, saidFields } from './changed-fields';
import { needRight } from './need-right';

/** Changes a contact that the caller logged, or any as an editor. Throws `absent`, `contact-of-another` and `stale`. */
export async function changeContact(
  store: Store,
  call: Call,
  sourceId: string,
  id: string,
  revision: number,
  patch: PatchContact,
): Promise<Contact> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    const row = await theirs(tx, call, sourceId, id, revision);
    const changed = changedFields(row, patch as Partial<ContactRow>);
    if (!changed) return contactRecord(row);
    const fields = { ...changed.after, revision: revision + 1 };
    await tx.update(contacts).set(fields).where(eq(contacts.id, id));
    const { who } = row;
    await appendEvent(tx, call, {
      kind: 'contact.changed',
      sourceId,
      before: { contactId: id, who, ...changed.before },
      after: { contactId: id, who, ...changed.after },
    });
    return contactRecord({ ...row, ...fields });
  });
}

/** Takes a contact off the log; the event keeps what it said. Throws what `changeContact` throws. */
export async function deleteContact(
  store: Store,
  call: Call,
  sourceId: string,
  id: string,
  revision: number,
): Promise<void> {
  needRight(call, 'source.change');
  await store.change(async (tx) => {
    const row = await theirs(tx, call, sourceId, id, revision);
    await tx.delete(contacts).where(eq(contacts.id, id));
    const { channel, who, at, outcome, note, nextTry } = row;
    const before = { contactId: id, ...saidFields({ channel, who, at, outcome, note, nextTry }) };
    await appendEvent(tx, call, { kind: 'contact.deleted', sourceId, before });
  });
}

async function theirs(tx: Db, call: Call, sourceId: string, id: string, revision: number): Promise<ContactRow> {
  const row = await openContact(tx, call, sourceId, id);
  if (row.by !== call.by.id && !may(call.by.role, 'contact.change-others')) throw new Problem('contact-of-another');
  if (row.revision !== revision) throw new Problem('stale', {}, { current: contactRecord(row) });
  return row;
}
