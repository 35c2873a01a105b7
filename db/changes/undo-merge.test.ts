import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateSource } from '@/core/source/source';
import { getClaim } from '@/db/queries/claims';
import { getSource, listSources } from '@/db/queries/sources';
import { sources } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { addCitation } from './add-citation';
import { addContact } from './add-contact';
import { approveClaim } from './approve-claim';
import { changeNewsroom } from './change-newsroom';
import { changeSource } from './change-source';
import { createSource } from './create-source';
import { mergeSource } from './merge-source';
import { checkedLink } from './note-link';
import { setStanding } from './set-standing';
import { undoMerge } from './undo-merge';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const ed = () => at.call(at.ed);
const made = async (about: CreateSource) => (await createSource(at.store, ed(), about)).record;
const merge = (id: string, into: string) => mergeSource(at.store, ed(), id, into);
const undo = (id: string) => undoMerge(at.store, ed(), id);
const tried = { channel: 'phone', who: 'Ane Holt', at: '2026-03-01T10:00:00Z', outcome: 'No answer' };
/** A source but for its revision and when it was written. */
const asItIs = async (id: string) => {
  const { revision: _, updatedAt: __, ...source } = await getSource(at.store, ed(), id);
  return source;
};

describe('undoMerge', () => {
  it('makes two sources of one again, as both were, with what each had', async () => {
    const { store, source, claim, cy } = at;
    await addContact(store, at.call(cy), source.id, tried);
    await changeSource(store, ed(), source.id, 1, { publisher: 'The city', note: 'Ask first.', confidential: true });
    const earlier = await made({ title: 'A double before' });
    await merge(earlier.id, source.id);
    const other = await made({ title: 'Archive of the city', note: 'Closed on Mondays.' });
    const { record: own } = await addCitation(store, ed(), claim.id, { sourceId: other.id, stance: 'context' });
    const before = [await asItIs(source.id), await asItIs(other.id)];
    expect(await merge(source.id, other.id)).toMatchObject({ undoable: true, confidential: true });
    // That its link is looked at is nothing done with it.
    await checkedLink(store, ed(), other.id, source.url!, { link: 'alive', status: 200 });
    expect(await undo(source.id)).toMatchObject({ id: source.id, mergedInto: null, deletedAt: null });
    const { link: _, linkStatus: __, linkAt: ___, ...unasked } = await asItIs(other.id);
    expect(await asItIs(source.id)).toEqual(before[0]);
    expect(before[1]).toMatchObject(unasked);
    const { citations } = await getClaim(store, ed(), claim.id);
    expect(citations.map(({ id, sourceId }) => [id, sourceId])).toEqual([
      [at.citation.id, source.id],
      [own.id, other.id],
    ]);
    expect((await getSource(store, ed(), earlier.id)).id).toBe(source.id);
    const found = await listSources(store, ed(), { q: source.url! });
    expect(found.items.map(({ id }) => id)).toEqual([source.id]);
    await expect(undo(source.id)).rejects.toMatchObject({ code: 'absent' });
  });

  it.each<[string, (other: string) => Promise<unknown>]>([
    ['it is changed', (id) => changeSource(at.store, ed(), id, 2, { title: 'Else' })],
    [
      'something is cited from it',
      (id) => addCitation(at.store, ed(), at.claim.id, { sourceId: id, stance: 'context' }),
    ],
    ['a contact is logged', (id) => addContact(at.store, ed(), id, tried)],
    ['it is merged into another', async (id) => merge(id, (await made({ title: 'Last' })).id)],
  ])('is refused once %s', async (_, happens) => {
    const other = await made({ title: 'Other' });
    await merge(at.source.id, other.id);
    await happens(other.id);
    await expect(undo(at.source.id)).rejects.toMatchObject({ code: 'merge-final' });
  });

  it('is refused where the merge sent claims back', async () => {
    const other = await made({ title: 'Other' });
    await setStanding(at.store, ed(), other.id, { standing: 'doubtful', reason: 'Old.' });
    expect(await merge(at.source.id, other.id)).toMatchObject({ undoable: false });
    await expect(undo(at.source.id)).rejects.toMatchObject({ code: 'merge-final' });
  });

  it('is refused where the merge ended an approval, and ends one that stood on the two as one', async () => {
    const { store, claim, source, article, ann } = at;
    const rules = { sources: { [article.scale]: { true: 'two-or-primary' as const } } };
    await changeNewsroom(store, at.call(ann), 1, { rules });
    const other = await made({ title: 'Other', publisher: 'Elsewhere', tier: 'primary' });
    await merge(source.id, other.id);
    await approveClaim(store, ed(), claim.id, 1);
    await undo(source.id);
    expect(await getClaim(store, ed(), claim.id)).toMatchObject({ status: 'in-review', approvals: [] });
    await addCitation(store, ed(), claim.id, { sourceId: other.id, stance: 'supports' });
    const { revision } = await getClaim(store, ed(), claim.id);
    await approveClaim(store, ed(), claim.id, revision);
    await changeSource(store, ed(), other.id, (await getSource(store, ed(), other.id)).revision, { tier: null });
    expect(await getClaim(store, ed(), claim.id)).toMatchObject({ status: 'approved' });
    expect(await merge(other.id, source.id)).toMatchObject({ undoable: false });
    await expect(undo(other.id)).rejects.toMatchObject({ code: 'merge-final' });
  });

  it('is an editor’s, of a double alone', async () => {
    const other = await made({ title: 'Other' });
    await expect(undo(other.id)).rejects.toMatchObject({ code: 'absent' });
    await expect(undo('nothing')).rejects.toMatchObject({ code: 'absent' });
    await merge(at.source.id, other.id);
    await expect(undoMerge(at.store, at.call(at.cy), at.source.id)).rejects.toMatchObject({ code: 'forbidden' });
    const [row] = await at.store.read.select().from(sources).where(eq(sources.id, at.source.id));
    expect(row!.mergedInto).toBe(other.id);
  });
});
