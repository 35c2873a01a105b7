import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { grouped } from '@/core/grouped';
import { Problem } from '@/core/problem';
import { awaitsTry, type Contact, type DueContact } from '@/core/source/contact';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { contactRecord, seesConfidential } from '@/db/records/source';
import { contacts, sources } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { knownTo } from './known-sources';
import { openSource } from './sources';

export type ContactRow = typeof contacts.$inferSelect;

/** Who was tried for a source, earliest first. Throws `absent`. */
export async function listContacts(store: Reader, call: Call, sourceId: string): Promise<Contact[]> {
  await openSource(store.read, call, sourceId);
  if (!seesConfidential(call)) return [];
  const rows = await store.read
    .select()
    .from(contacts)
    .where(eq(contacts.sourceId, sourceId))
    .orderBy(contacts.at, contacts.id);
  return rows.map(contactRecord);
}

/**
 * The caller's own contacts whose next try is due before `until` (ISO 8601) and was not made since, of sources that they may know;
 * what is longest due first.
 */
export async function dueContacts(store: Reader, call: Call, until: string): Promise<DueContact[]> {
  if (!seesConfidential(call)) return [];
  const rows = await store.read
    .select({ contact: contacts, sourceTitle: sources.title })
    .from(contacts)
    .innerJoin(sources, eq(sources.id, contacts.sourceId))
    .where(
      and(
        lte(contacts.nextTry, until),
        eq(contacts.by, call.by.id),
        isNull(sources.deletedAt),
        knownTo(store.read, call),
      ),
    )
    .orderBy(asc(contacts.nextTry), asc(contacts.id));
  const ids = [...new Set(rows.map(({ contact }) => contact.sourceId))];
  const tried = ids.length === 0 ? [] : await store.read.select().from(contacts).where(inArray(contacts.sourceId, ids));
  const log = grouped(tried, ({ sourceId }) => sourceId);
  return rows
    .map(({ contact, sourceTitle }) => ({ sourceId: contact.sourceId, sourceTitle, contact: contactRecord(contact) }))
    .filter(({ sourceId, contact }) => awaitsTry(contact, log.get(sourceId) ?? []));
}

/** The row of a contact of a source that the caller may know, else `absent`. */
export async function openContact(db: Db, call: Call, sourceId: string, id: string): Promise<ContactRow> {
  await openSource(db, call, sourceId);
  return rowOf(db, sourceId, id);
}

/** The record of a contact of a source that was found to be the caller's to know. */
export async function contactOf(db: Db, sourceId: string, id: string): Promise<Contact> {
  return contactRecord(await rowOf(db, sourceId, id));
}

async function rowOf(db: Db, sourceId: string, id: string): Promise<ContactRow> {
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), eq(contacts.sourceId, sourceId)));
  if (!row) throw new Problem('absent');
  return row;
}
