import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seesConfidentialNote } from '@/core/claim/thread';
import { reportJson } from '@/core/report/json';
import { readReportJson } from '@/core/report/read-json';
import { buildReport } from '@/core/report/report';
import type { Call } from '@/db/call';
import { addComment } from '@/db/changes/add-comment';
import { bringBack } from '@/db/changes/bring-back';
import { changeClaim } from '@/db/changes/change-claim';
import { createClaim } from '@/db/changes/create-claim';
import { deleteComment } from '@/db/changes/delete-comment';
import { giveCheck } from '@/db/changes/give-check';
import { resolveComment } from '@/db/changes/resolve-comment';
import { comments, notifications } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { callsOf, person, temporaryStore } from '@/db/testing/temporary-store';
import { claimHistory, getClaim } from './claims';
import { commentsOf } from './comments';
import { eventsAfter } from './events';
import { reportMaterial } from './report';
import { commentShown } from './shown-comments';

let at: Desk;
let tom: Call['by'];
let rae: Call['by'];
beforeAll(async () => {
  at = await desk();
  tom = await person(at.store, 'Tom', 'checker');
  rae = await person(at.store, 'Rae', 'checker');
});
afterAll(() => at.drop());

const SECRET = 'the source is the mayor’s driver';
const mark = async (by = at.cy) =>
  (await createClaim(at.store, at.call(by), at.article.id, { anchors: [{ exact: 'The mayor' }] })).record;

/** Everything that a person is told of a claim, as one text. */
async function toldTo(by: Call['by'], claimId: string): Promise<string> {
  const { store } = at;
  const edition = by.role === 'viewer' ? 'public' : 'internal';
  return JSON.stringify([
    await getClaim(store, at.call(by), claimId),
    await commentsOf(store, at.call(by), claimId),
    await claimHistory(store, at.call(by), claimId),
    await eventsAfter(store, at.call(by), at.article.id, 0, 10_000),
    reportJson(buildReport(await reportMaterial(store, by, at.article.id), edition)),
    await store.read
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, by.id), eq(notifications.claimId, claimId))),
  ]);
}

describe('a confidential comment', () => {
  it('is told to editors and the checkers on its claim, and to nobody else in any way', async () => {
    const claim = await mark();
    const said = { body: `${SECRET}, says @Rae to @Tom and @Ed`, confidential: true };
    const { record } = await addComment(at.store, at.call(at.cy), claim.id, said);
    // Rae and Tom are not on the claim: they are not told that it names them.
    expect(record).toMatchObject({ confidential: true, mentions: ['ed'] });
    for (const [by, seen] of [
      [at.ann, true],
      [at.ed, true],
      [at.cy, true],
      [tom, false],
      [rae, false],
      [at.vi, false],
    ] as const)
      expect([
        by.id,
        (await toldTo(by, claim.id)).includes(SECRET),
        (await toldTo(by, claim.id)).includes(record.id),
      ]).toEqual([by.id, seen, seen]);
    await changeClaim(at.store, at.call(at.ed), claim.id, 1, { assigneeId: 'tom' });
    expect(await toldTo(tom, claim.id)).toContain(SECRET);
  });

  it('is not there for others to answer, resolve or delete', async () => {
    const claim = await mark();
    const { record } = await addComment(at.store, at.call(at.cy), claim.id, { body: SECRET, confidential: true });
    const answer = { body: 'And?', parentId: record.id };
    await expect(addComment(at.store, at.call(tom), claim.id, answer)).rejects.toMatchObject({
      code: 'comment-unknown',
    });
    await expect(resolveComment(at.store, at.call(tom), record.id)).rejects.toMatchObject({ code: 'absent' });
    await expect(deleteComment(at.store, at.call(tom), record.id, 1)).rejects.toMatchObject({ code: 'absent' });
  });

  it('makes what answers it confidential too, and is shown to whom it is put', async () => {
    const claim = await mark();
    const asked = { body: SECRET, kind: 'query', to: 'tom', confidential: true } as const;
    const { record } = await addComment(at.store, at.call(at.cy), claim.id, asked);
    const { record: reply } = await addComment(at.store, at.call(tom), claim.id, {
      body: 'I see.',
      parentId: record.id,
    });
    expect(reply.confidential).toBe(true);
    expect(await toldTo(tom, claim.id)).toContain(SECRET);
    expect(await toldTo(rae, claim.id)).not.toMatch(new RegExp(`${SECRET}|I see|${record.id}|${reply.id}`));
  });

  it('stays so when it was deleted and its article went to another newsroom', async () => {
    const claim = await mark();
    const { record } = await addComment(at.store, at.call(at.cy), claim.id, { body: SECRET, confidential: true });
    await deleteComment(at.store, at.call(at.cy), record.id, 1);
    const json = reportJson(buildReport(await reportMaterial(at.store, at.ann, at.article.id), 'internal'));
    const other = await temporaryStore();
    const zoe = await person(other.store, 'Zoe', 'admin');
    const kim = await person(other.store, 'Kim', 'checker');
    const calls = callsOf('2027-01-01T00:00:00.000Z');
    await bringBack(other.store, calls(zoe), readReportJson(json));
    const told = JSON.stringify(await eventsAfter(other.store, calls(kim), at.article.id, 0, 10_000));
    expect(told).not.toContain(SECRET);
    expect(JSON.stringify(await eventsAfter(other.store, calls(zoe), at.article.id, 0, 10_000))).toContain(SECRET);
    await other.drop();
  });

  it('is shown to the same checkers by the store’s condition and by core’s rule', async () => {
    const who = fc.constantFrom('cy', 'tom', 'rae');
    const maybe = fc.option(who);
    const said = fc.record({ by: who, to: maybe, confidential: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 4 }),
        who,
        maybe,
        maybe,
        fc.boolean(),
        async (thread, marks, assigneeId, asked, given) => {
          const secondCheckerId = asked === assigneeId ? null : asked;
          const byId = { cy: at.cy, tom, rae };
          const claim = await mark(byId[marks]);
          const { store } = at;
          await changeClaim(store, at.call(at.ed), claim.id, 1, { assigneeId, secondCheckerId });
          if (secondCheckerId && given)
            await giveCheck(store, at.call(byId[secondCheckerId]), claim.id, { verdict: 'true' });
          let parentId: string | null = null;
          const rows = thread.map((one, index) => {
            const id = `${claim.id}-${index}`;
            const row = {
              id,
              claimId: claim.id,
              parentId,
              body: 'x',
              createdBy: one.by,
              to: one.to,
              confidential: one.confidential,
            };
            parentId ??= id;
            return { ...row, createdAt: `2026-01-01T00:00:0${index}.000Z`, updatedAt: '2026-01-01T00:00:00.000Z' };
          });
          await store.change(async (tx) => {
            await tx.insert(comments).values(rows);
          });
          const on = { assigneeId, secondCheckerId, verdictBy: null, createdBy: marks };
          for (const me of Object.values(byId)) {
            const shown = await store.read
              .select({ id: comments.id })
              .from(comments)
              .where(and(eq(comments.claimId, claim.id), commentShown(store.read, { by: me })));
            // Who has yet to judge the claim blind sees nothing that is said of it.
            const blind = me.id === secondCheckerId && !given;
            const seen = rows.filter(
              ({ confidential }) => !blind && (!confidential || seesConfidentialNote(me, on, rows)),
            );
            expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(seen.map(({ id }) => id)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
