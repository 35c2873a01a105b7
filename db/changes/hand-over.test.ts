import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getArticle, listArticles } from '@/db/queries/articles';
import { articleTrail } from '@/db/queries/audit';
import { leftBy } from '@/db/queries/last-reader';
import { people } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { changeArticle } from './change-article';
import { changePerson } from './change-person';
import { deleteArticle } from './delete-article';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

type Who = Desk['ed'];
const restrict = async (...readers: Who[]) => {
  const { revision } = await getArticle(at.store, at.call(at.ed), at.article.id);
  await changeArticle(at.store, at.call(at.ed), at.article.id, revision, {
    access: { kind: 'restricted', people: readers.map(({ id }) => id) },
  });
};
const setActive = async ({ id }: Who, active: boolean, by = at.ann) => {
  const [row] = await at.store.read.select().from(people).where(eq(people.id, id));
  return changePerson(at.store, at.call(by), id, row!.revision, { active });
};
const opens = async (who: Who) =>
  (await listArticles(at.store, at.call(who))).items.some(({ id }) => id === at.article.id);

describe('a restricted article whose last reader leaves', () => {
  it('is open to the admin who closes the account, and its record says so', async () => {
    const bea = await person(at.store, 'Bea', 'admin');
    await restrict();
    expect(await leftBy(at.store, at.call(at.ann), at.ed.id)).toEqual({ articles: 1 });
    expect(await opens(at.ann)).toBe(false);
    await setActive(at.ed, false);
    expect([await opens(at.ann), await opens(bea), await opens(at.cy), await opens(at.vi)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const lines = [];
    for await (const page of articleTrail(at.store, at.call(at.ann), at.article.id)) lines.push(...page);
    expect(lines.at(-1)).toMatchObject({
      kind: 'article.changed',
      by: at.ann.id,
      before: { access: { kind: 'restricted', people: [] } },
      after: { access: { kind: 'restricted', people: [at.ann.id] } },
    });
    expect(await leftBy(at.store, at.call(at.ann), at.ed.id)).toEqual({ articles: 0 });
  });

  it('stays shut to the admin while anybody who is active may open it', async () => {
    await restrict(at.cy);
    await setActive(at.ed, false);
    expect([await opens(at.ann), await opens(at.cy)]).toEqual([false, true]);
    expect(await leftBy(at.store, at.call(at.ann), at.cy.id)).toEqual({ articles: 1 });
    await setActive(at.cy, false);
    expect(await opens(at.ann)).toBe(true);
  });

  it('is handed over from the bin as well; what is open to the newsroom is nobody’s to hand over', async () => {
    expect(await leftBy(at.store, at.call(at.ann), at.ed.id)).toEqual({ articles: 0 });
    await restrict();
    const { revision } = await getArticle(at.store, at.call(at.ed), at.article.id);
    await deleteArticle(at.store, at.call(at.ed), at.article.id, revision);
    expect(await leftBy(at.store, at.call(at.ann), at.ed.id)).toEqual({ articles: 1 });
    await setActive(at.ed, false);
    expect(await leftBy(at.store, at.call(at.ann), at.ann.id)).toEqual({ articles: 1 });
  });

  it('keeps the last reader from closing their own account', async () => {
    const bea = await person(at.store, 'Bea', 'admin');
    await restrict();
    await setActive(at.ed, false);
    await expect(setActive(at.ann, false)).rejects.toMatchObject({ code: 'heir-needed', values: { count: 1 } });
    expect(await setActive(at.ann, false, bea)).toMatchObject({ active: false });
    expect(await opens(bea)).toBe(true);
  });

  it('tells of nobody who is not there', async () => {
    await expect(leftBy(at.store, at.call(at.ann), 'nobody')).rejects.toMatchObject({ code: 'absent' });
  });
});
