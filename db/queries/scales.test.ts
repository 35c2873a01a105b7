import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeNewsroom } from '@/db/changes/change-newsroom';
import { changeScale } from '@/db/changes/change-scale';
import { createScale } from '@/db/changes/create-scale';
import { deleteArticle } from '@/db/changes/delete-article';
import { deleteScale } from '@/db/changes/delete-scale';
import { type Desk, desk } from '@/db/testing/desk';
import { getScale, listScales } from './scales';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());
const me = () => at.call(at.ann);

describe('listScales', () => {
  it('has the presets in their order, then the others by name', async () => {
    for (const name of ['Zeta', 'Alpha']) await createScale(at.store, me(), { name, verdicts: [] });
    const names = (await listScales(at.store, me())).map(({ name }) => name);
    expect(names).toEqual(['Newsroom', 'Five-point', 'Six-point', 'No rating', 'Alpha', 'Zeta']);
  });

  it('says which verdicts some claim has', async () => {
    expect((await listScales(at.store, me())).map(({ inUse }) => inUse)).toEqual([[], ['true'], [], []]);
  });
});

describe('a scale in use', () => {
  it('can change the words and mark of a verdict, not lose it, even for an article in the bin', async () => {
    const { verdicts } = await getScale(at.store, 'five-point');
    const without = verdicts.filter(({ key }) => key !== 'true');
    const renamed = verdicts.map((verdict) => (verdict.key === 'true' ? { ...verdict, label: 'Correct' } : verdict));
    await deleteArticle(at.store, me(), at.article.id, 1);
    const lost = changeScale(at.store, me(), 'five-point', 1, { verdicts: without });
    await expect(lost).rejects.toMatchObject({ code: 'value-in-use', values: { verdict: 'true' } });
    const changed = await changeScale(at.store, me(), 'five-point', 1, { verdicts: renamed });
    expect(changed.verdicts[0]).toMatchObject({ key: 'true', label: 'Correct' });
    const unused = changed.verdicts.filter(({ key }) => key === 'true');
    expect((await changeScale(at.store, me(), 'five-point', 2, { verdicts: unused })).verdicts).toHaveLength(1);
  });

  it('cannot be deleted, nor can the one that articles start with', async () => {
    await deleteArticle(at.store, me(), at.article.id, 1);
    await expect(deleteScale(at.store, me(), 'five-point', 1)).rejects.toMatchObject({ code: 'in-use' });
    await changeNewsroom(at.store, me(), 1, { rules: { defaultScale: 'six-point' } });
    await expect(deleteScale(at.store, me(), 'six-point', 1)).rejects.toMatchObject({ code: 'in-use' });
    await deleteScale(at.store, me(), 'newsroom', 1);
    expect((await listScales(at.store, me())).map(({ id }) => id)).toEqual(['five-point', 'six-point', 'no-rating']);
    const gone = changeNewsroom(at.store, me(), 2, { rules: { defaultScale: 'newsroom' } });
    await expect(gone).rejects.toMatchObject({ code: 'scale-unknown' });
  });
});
