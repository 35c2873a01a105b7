import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { getNewsroom } from '@/db/queries/newsroom';
import { getScale } from '@/db/queries/scales';
import { getSource } from '@/db/queries/sources';
import { events } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { addAnchor } from './add-anchor';
import { approveClaim } from './approve-claim';
import { changeArticle } from './change-article';
import { changeCitation } from './change-citation';
import { changeClaim } from './change-claim';
import { changeNewsroom } from './change-newsroom';
import { changeScale } from './change-scale';
import { changeSource } from './change-source';
import { deleteArticle } from './delete-article';
import { deleteClaim } from './delete-claim';
import { deleteScale } from './delete-scale';
import { deleteSource } from './delete-source';
import { dropAnchor } from './drop-anchor';
import { dropCitation } from './drop-citation';
import { moveAnchor } from './move-anchor';
import { returnClaim } from './return-claim';

let at: Desk;
beforeAll(async () => {
  at = await desk();
});
afterAll(() => at.drop());

type Reading = () => Promise<object>;
const article: Reading = async () => {
  const { doc: _, looks: __, ...listed } = await getArticle(at.store, at.call(at.ann), at.article.id);
  return listed;
};
const claim: Reading = () => getClaim(at.store, at.call(at.ann), at.claim.id);
const citation: Reading = async () => (await getClaim(at.store, at.call(at.ann), at.claim.id)).citations[0]!;
const source: Reading = () => getSource(at.store, at.call(at.ann), at.source.id);
const scale: Reading = () => getScale(at.store, 'newsroom');
const newsroom: Reading = () => getNewsroom(at.store);

const me = () => at.call(at.ann);
const changes: [string, (revision: number) => Promise<unknown>, Reading][] = [
  ['changing an article', (r) => changeArticle(at.store, me(), at.article.id, r, { title: 'x' }), article],
  ['deleting an article', (r) => deleteArticle(at.store, me(), at.article.id, r), article],
  ['changing a claim', (r) => changeClaim(at.store, me(), at.claim.id, r, { verdict: 'false' }), claim],
  ['changing a claim to what it is', (r) => changeClaim(at.store, me(), at.claim.id, r, { verdict: 'true' }), claim],
  ['deleting a claim', (r) => deleteClaim(at.store, me(), at.claim.id, r), claim],
  ['approving a claim', (r) => approveClaim(at.store, me(), at.claim.id, r), claim],
  ['returning a claim', (r) => returnClaim(at.store, me(), at.claim.id, 'why', r), claim],
  ['adding an anchor', (r) => addAnchor(at.store, me(), at.claim.id, r, { start: 0, end: 3 }), claim],
  [
    'moving an anchor',
    (r) => moveAnchor(at.store, me(), at.claim.id, at.claim.anchors[0]!.id, r, { start: 0, end: 3 }),
    claim,
  ],
  ['dropping an anchor', (r) => dropAnchor(at.store, me(), at.claim.id, at.claim.anchors[0]!.id, r), claim],
  ['changing a citation', (r) => changeCitation(at.store, me(), at.citation.id, r, { quote: 'x' }), citation],
  ['dropping a citation', (r) => dropCitation(at.store, me(), at.citation.id, r), citation],
  ['changing a source', (r) => changeSource(at.store, me(), at.source.id, r, { title: 'x' }), source],
  ['deleting a source', (r) => deleteSource(at.store, me(), at.source.id, r), source],
  ['changing a scale', (r) => changeScale(at.store, me(), 'newsroom', r, { name: 'x' }), scale],
  ['deleting a scale', (r) => deleteScale(at.store, me(), 'newsroom', r), scale],
  ['changing the newsroom', (r) => changeNewsroom(at.store, me(), r, { name: 'x' }), newsroom],
];
const countEvents = async () => (await at.store.read.select({ n: count() }).from(events))[0]!.n;

describe.each(changes)('%s', (_, change, read) => {
  it.each([0, 2])('is refused with another revision (%i), and says how the record stands', async (revision) => {
    const [already, current] = [await countEvents(), await read()];
    await expect(change(revision)).rejects.toMatchObject({ code: 'stale', extra: { current } });
    expect(await read()).toEqual(current);
    expect(await countEvents()).toBe(already);
  });
});

describe('two changes of one revision at once', () => {
  it('lets one through and shows it to the other', async () => {
    const outcomes = await Promise.allSettled([
      changeClaim(at.store, me(), at.claim.id, 1, { rationale: 'Mine.' }),
      changeClaim(at.store, me(), at.claim.id, 1, { rationale: 'Yours.' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(outcomes[1]).toMatchObject({ reason: { extra: { current: { rationale: 'Mine.', revision: 2 } } } });
  });
});
