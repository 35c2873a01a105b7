import type { Contact, CreateContact } from '@/core/source/contact';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { insertion } from '@/db/insertion';
import { contactOf } from '@/db/queries/contacts';
import { openSource } from '@/db/queries/sources';
import { contactRecord } from '@/db/records/source';
import { contacts } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { saidFields } from './changed-fields';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';

const insertContact = insertion(contacts);

/** Logs that somebody was tried for a source. The source's own revision stays. Throws `absent` and `id-taken`. */
export async function addContact(
  store: Store,
  call: Call,
  sourceId: string,
  body: CreateContact,
): Promise<{ record: Contact; created: boolean }> {
  needRight(call, 'source.change');
  return store.change(async (tx) => {
    await openSource(tx, call, sourceId);
    const { id, repeated } = await takeId(tx, call, 'contact', body.id, { ...body, sourceId });
    if (repeated) return answerAgain(() => contactOf(tx, sourceId, id));
    const { id: _, ...logged } = body;
    const said = { nextTry: null, note: null, ...logged };
    const row = { id, revision: 1, sourceId, ...said, by: call.by.id };
    await insertContact(tx, row);
    await appendEvent(tx, call, { kind: 'contact.added', sourceId, after: { contactId: id, ...saidFields(said) } });
    return { record: contactRecord(row), created: true };
  });
}
