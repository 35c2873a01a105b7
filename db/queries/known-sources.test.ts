import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '@/core/newsroom/person';
import { type CitedOn, mayKnow } from '@/core/source/may-know';
import { addCitation } from '@/db/changes/add-citation';
import { changeArticle } from '@/db/changes/change-article';
import { changeClaim } from '@/db/changes/change-claim';
import { changeSource } from '@/db/changes/change-source';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { createSource } from '@/db/changes/create-source';
import { deleteArticle } from '@/db/changes/delete-article';
import { deleteClaim } from '@/db/changes/delete-claim';
import { dropCitation } from '@/db/changes/drop-citation';
import { giveCheck } from '@/db/changes/give-check';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { claimHistory, getClaim } from './claims';
import { eventsAfter } from './events';
import { getSource, listSources } from './sources';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

/** A citation of the source: who made it, who has which hand in its claim, and what became of all of it. */
const cited = fc.record({
  citedBy: fc.nat(3),
  markedBy: fc.nat(3),
  assignee: fc.option(fc.nat(3)),
  second: fc.option(fc.nat(3)),
  given: fc.boolean(),
  judge: fc.option(fc.nat(3)),
  became: fc.constantFrom('live', 'live', 'live', 'dropped', 'claim deleted', 'article binned', 'restricted'),
});

it('a list tells of the sources that each person may know, and of no other, whatever cites them', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.nat(3),
      fc.array(cited, { maxLength: 3 }),
      fc.array(fc.constantFrom<Role>('admin', 'editor', 'checker', 'viewer'), { minLength: 4, maxLength: 4 }),
      async (confidential, maker, places, roles) => {
        run++;
        const { store, call, ed } = at;
        const people = await Promise.all([0, 1, 2, 3].map((n) => person(store, `P${run}-${n}`, 'checker')));
        const { record: source } = await createSource(store, call(people[maker]!), { title: `S${run}`, confidential });
        const where: (CitedOn & { open: boolean; blind: number | null })[] = [];
        for (const one of places) {
          const { record: article } = await createArticle(store, call(ed), { text: 'Bees make honey.' });
          const { record: claim } = await createClaim(store, call(people[one.markedBy]!), article.id, {
            anchors: [{ exact: 'Bees' }],
          });
          const idOf = (n: number | null) => (n === null ? null : people[n]!.id);
          // The second checker of a claim is another than its first, and knows nothing by it until they have given their check.
          const second = one.second === one.assignee || one.second === one.judge ? null : one.second;
          const { revision: asked } = await changeClaim(store, call(ed), claim.id, claim.revision, {
            assigneeId: idOf(one.assignee),
            secondCheckerId: idOf(second),
          });
          if (one.judge !== null)
            await changeClaim(store, call(people[one.judge]!), claim.id, asked, { verdict: 'true' });
          if (second !== null && one.given)
            await giveCheck(store, call(people[second]!), claim.id, { verdict: 'true' });
          // Cited while everybody may, by whoever it is: a person cites what they know.
          const { record: made } = await addCitation(store, { ...call(ed), by: people[one.citedBy]! }, claim.id, {
            sourceId: source.id,
            stance: 'supports',
          }).catch(() => addCitation(store, call(ed), claim.id, { sourceId: source.id, stance: 'supports' }));
          const stands = await getClaim(store, call(ed), claim.id);
          const { revision } = stands;
          if (one.became === 'dropped') await dropCitation(store, call(ed), made.id, 1);
          if (one.became === 'claim deleted') await deleteClaim(store, call(ed), claim.id, revision);
          if (one.became === 'article binned') await deleteArticle(store, call(ed), article.id, article.revision);
          if (one.became === 'restricted') {
            const access = { kind: 'restricted' as const, people: [] };
            await changeArticle(store, call(ed), article.id, article.revision, { access });
          }
          where.push({ citation: made, claim: stands, open: one.became === 'live', blind: one.given ? null : second });
        }
        for (const [n, { id, name, email }] of people.entries()) {
          const by = { id, name, email, role: roles[n]! };
          const known = mayKnow(
            by,
            source,
            where.filter(({ open, blind }) => open && blind !== n),
          );
          const listed = await listSources(store, call(by), { q: `S${run}` });
          expect(listed.items.map(({ title }) => title).includes(`S${run}`)).toBe(known);
          const got = await getSource(store, call(by), source.id).catch(({ code }) => code);
          expect(got === 'absent').toBe(!known);
        }
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

it('whoever drops the one citation by which they knew a source can put it back, and nobody else can', async () => {
  const { store, call, ed, cy, article } = at;
  const bo = await person(store, 'Bo', 'checker');
  const { record: source } = await createSource(store, call(ed), { title: 'The insider', confidential: true });
  const body = { sourceId: source.id, stance: 'supports' as const };
  const { record: citation } = await addCitation(store, call(ed), at.claim.id, body);
  await dropCitation(store, call(cy), citation.id, 1);
  await expect(getSource(store, call(cy), source.id)).rejects.toMatchObject({ code: 'absent' });
  await expect(addCitation(store, call(bo), at.claim.id, body)).rejects.toMatchObject({ code: 'source-unknown' });
  const { record: other } = await createClaim(store, call(cy), article.id, { anchors: [{ start: 0, end: 10 }] });
  await expect(addCitation(store, call(cy), other.id, body)).rejects.toMatchObject({ code: 'source-unknown' });
  expect((await addCitation(store, call(cy), at.claim.id, body)).record.source.title).toBe('The insider');
});

it('whoever makes a source confidential that they have no hand in sees the answer, and the source no more', async () => {
  const { store, call, cy, source, claim, article } = at;
  const bo = await person(store, 'Bo', 'checker');
  const changed = await changeSource(store, call(bo), source.id, 1, { confidential: true });
  expect(changed).toMatchObject({ title: 'City archive', confidential: true });
  await expect(changeSource(store, call(bo), source.id, 2, {})).rejects.toMatchObject({ code: 'absent' });
  expect((await getClaim(store, call(bo), claim.id)).citations).toEqual([]);
  const told = [
    ...(await claimHistory(store, call(bo), claim.id)),
    ...(await eventsAfter(store, call(bo), article.id, 0)),
  ];
  expect(told.filter(({ sourceId }) => sourceId === source.id)).toEqual([]);
  expect((await claimHistory(store, call(cy), claim.id)).map(({ kind }) => kind)).toContain('citation.added');
});
