import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimHistory } from '@/db/queries/claims';
import { dueContacts, listContacts } from '@/db/queries/contacts';
import { getSource } from '@/db/queries/sources';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { addContact } from './add-contact';
import { changeContact, deleteContact } from './change-contact';
import { changeSource } from './change-source';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const body = { channel: 'phone', who: 'Ane Holt', at: '2026-03-01T10:00:00Z', outcome: 'No answer' };
const log = (by = at.cy, more: object = {}) => addContact(at.store, at.call(by), at.source.id, { ...body, ...more });

describe('the log of contacts', () => {
  it('tells who was tried, when, how, by whom and with what outcome, and leaves the source’s revision', async () => {
    const { record, created } = await log(at.cy, { nextTry: '2026-03-03T10:00:00Z' });
    expect([record, created]).toMatchObject([
      { ...body, by: 'cy', nextTry: '2026-03-03T10:00:00Z', revision: 1 },
      true,
    ]);
    expect(await getSource(at.store, at.call(at.ed), at.source.id)).toMatchObject({ revision: 1, contacts: [record] });
    expect(await listContacts(at.store, at.call(at.ed), at.source.id)).toEqual([record]);
  });

  it('logs once what is sent twice', async () => {
    const id = crypto.randomUUID();
    expect((await log(at.cy, { id })).created).toBe(true);
    expect((await log(at.cy, { id })).created).toBe(false);
    await expect(log(at.cy, { id, outcome: 'She rang back' })).rejects.toMatchObject({ code: 'id-taken' });
    expect(await listContacts(at.store, at.call(at.ed), at.source.id)).toHaveLength(1);
  });

  it('is changed by who logged it and by editors alone, as they saw it', async () => {
    const { record } = await log();
    const bo = await person(at.store, 'Bo', 'checker');
    const put = (by: typeof bo, revision: number) =>
      changeContact(at.store, at.call(by), at.source.id, record.id, revision, { outcome: 'She rang back' });
    await expect(put(bo, 1)).rejects.toMatchObject({ code: 'contact-of-another' });
    await expect(put(at.cy, 7)).rejects.toMatchObject({ code: 'stale', extra: { current: record } });
    expect(await put(at.cy, 1)).toMatchObject({ outcome: 'She rang back', revision: 2 });
    await expect(deleteContact(at.store, at.call(bo), at.source.id, record.id, 2)).rejects.toMatchObject({
      code: 'contact-of-another',
    });
    await deleteContact(at.store, at.call(at.ed), at.source.id, record.id, 2);
    expect(await listContacts(at.store, at.call(at.ed), at.source.id)).toEqual([]);
    const told = (await claimHistory(at.store, at.call(at.cy), at.claim.id)).filter(({ kind }) =>
      /^contact/.test(kind),
    );
    expect(told.map(({ kind }) => kind)).toEqual(['contact.added', 'contact.changed', 'contact.deleted']);
  });

  it('is nothing to a viewer, in no record and no history', async () => {
    await log();
    expect((await getSource(at.store, at.call(at.vi), at.source.id)).contacts).toEqual([]);
    const told = await claimHistory(at.store, at.call(at.vi), at.claim.id);
    expect(told.filter(({ kind }) => /^contact/.test(kind))).toEqual([]);
    await expect(log(at.vi)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says whom somebody meant to try again by now, of the sources that they may know', async () => {
    await log(at.cy, { who: 'Later', nextTry: '2026-03-09T10:00:00Z' });
    await log(at.cy, { who: 'Second', nextTry: '2026-03-02T10:00:00Z' });
    await log(at.cy, { who: 'First', nextTry: '2026-03-01T12:00:00Z' });
    await log(at.cy, { who: 'Never' });
    await log(at.ed, { who: 'An editor’s', nextTry: '2026-03-01T12:00:00Z' });
    const due = async (by = at.cy) =>
      (await dueContacts(at.store, at.call(by), '2026-03-02T12:00:00Z')).map(({ contact }) => contact.who);
    expect(await due()).toEqual(['First', 'Second']);
    await log(at.ed, { who: 'second', at: '2026-03-02T11:00:00Z', outcome: 'Wrote back' });
    expect(await due()).toEqual(['First']);
    const bo = await person(at.store, 'Bo', 'checker');
    await log(bo, { who: 'Bo’s', nextTry: '2026-03-01T12:00:00Z' });
    expect(await due(bo)).toEqual(['Bo’s']);
    await changeSource(at.store, at.call(at.ed), at.source.id, 1, { confidential: true });
    expect(await due(bo)).toEqual([]);
    expect(await due()).toEqual(['First']);
  });
});
