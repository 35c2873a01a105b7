import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreateComment } from '@/core/claim/comment';
import { waits } from '@/core/claim/query';
import type { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { guests, notifications, people } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { person } from '@/db/testing/temporary-store';
import { addComment } from './add-comment';
import { approveClaim } from './approve-claim';
import { changeArticle } from './change-article';
import { changeClaim } from './change-claim';
import { changeComment } from './change-comment';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { deleteComment } from './delete-comment';
import { reopenComment, resolveComment } from './resolve-comment';
import { restoreComment } from './restore-comment';

let at: Desk;
let tom: Call['by'];
beforeEach(async () => {
  at = await desk();
  tom = await person(at.store, 'Tom', 'checker');
});
afterEach(() => at.drop());

const say = async (by: Call['by'], said: Omit<CreateComment, 'id'>) =>
  (await addComment(at.store, at.call(by), at.claim.id, said)).record;
const ask = (by: Call['by'], to: string, more: Partial<CreateComment> = {}) =>
  say(by, { body: 'Which archive?', kind: 'query', to, ...more });
const claimNow = () => getClaim(at.store, at.call(at.ed), at.claim.id);
const approve = () => approveClaim(at.store, at.call(at.ed), at.claim.id);
const queryNow = async (id: string) => (await claimNow()).comments.find((comment) => comment.id === id)!;
const newsOf = (by: Call['by']) =>
  at.store.read
    .select({ kind: notifications.kind, by: notifications.by, commentId: notifications.commentId })
    .from(notifications)
    .where(eq(notifications.personId, by.id))
    .orderBy(notifications.id);

/** A guest of the article, by a link that ends at `expiresAt`. */
async function guest({
  expiresAt = '2030-01-01T00:00:00.000Z',
  revokedAt = null as string | null,
  of = at.article.id,
}) {
  const moment = new Date(0);
  const row = { id: 'jo', name: 'Jo Writer', role: 'viewer' as const };
  await at.store.change(async (tx) => {
    const email = `${row.id}@people.invalid`;
    await tx.insert(people).values({ ...row, email, guest: true, createdAt: moment, updatedAt: moment });
    await tx.insert(guests).values({
      id: row.id,
      articleId: of,
      personId: row.id,
      tokenHash: row.id,
      expiresAt,
      revokedAt,
      createdBy: 'ed',
      createdAt: '2026-01-01T00:00:00.000Z',
    });
  });
  return row.id;
}

describe('a query', () => {
  it('puts its claim on waiting, blocks approval, and tells whom it is put to', async () => {
    const query = await ask(at.ed, 'cy');
    expect(query).toMatchObject({ kind: 'query', to: 'cy', answeredBy: null, answeredAt: null });
    expect(await claimNow()).toMatchObject({ status: 'query', revision: at.claim.revision + 1 });
    await expect(approve()).rejects.toMatchObject({
      code: 'query-unanswered',
      values: { count: 1 },
      extra: { queries: [query.id] },
    } satisfies Partial<Problem>);
    const patch = changeClaim(at.store, at.call(at.ed), at.claim.id, 2, { status: 'approved' });
    await expect(patch).rejects.toMatchObject({ code: 'query-unanswered' });
    expect(await newsOf(at.cy)).toEqual([{ kind: 'query', by: 'ed', commentId: query.id }]);
    const history = await claimHistory(at.store, at.call(at.vi), at.claim.id);
    expect(history.at(-1)).toMatchObject({ kind: 'claim.changed', after: { status: 'query' } });
  });

  it('is answered by a reply of the one asked: the claim goes back to be checked, and who asked hears', async () => {
    const query = await ask(at.ed, 'cy');
    const reply = await say(at.cy, { body: 'The city’s.', parentId: query.id });
    expect(await queryNow(query.id)).toMatchObject({ answeredBy: 'cy', resolvedAt: null, revision: 2 });
    expect((await queryNow(query.id)).answeredAt).toBe(reply.createdAt);
    expect((await claimNow()).status).toBe('checking');
    expect(await newsOf(at.ed)).toEqual([{ kind: 'answer', by: 'cy', commentId: query.id }]);
    expect((await approve()).status).toBe('approved');
  });

  it('is answered by resolving it, in one change of the comment', async () => {
    const query = await ask(tom, 'cy');
    const resolved = await resolveComment(at.store, at.call(at.cy), query.id);
    expect(resolved).toMatchObject({ answeredBy: 'cy', resolvedBy: 'cy', revision: 2 });
    expect(resolved).toEqual(await queryNow(query.id));
    expect((await claimNow()).status).toBe('checking');
  });

  it('is not answered by a colleague, nor resolved by one', async () => {
    const query = await ask(at.ed, 'cy');
    await say(tom, { body: 'No idea.', parentId: query.id });
    expect(waits(await queryNow(query.id))).toBe(true);
    const settling = resolveComment(at.store, at.call(tom), query.id);
    await expect(settling).rejects.toMatchObject({ code: 'query-of-others' });
    await expect(approve()).rejects.toMatchObject({ code: 'query-unanswered' });
  });

  it('is asked on by the editor who asked, and taken back by them', async () => {
    const query = await ask(at.ed, 'cy');
    await say(at.ed, { body: 'I mean the building.', parentId: query.id });
    expect(waits(await queryNow(query.id))).toBe(true);
    await resolveComment(at.store, at.call(at.ed), query.id);
    expect(waits(await queryNow(query.id))).toBe(false);
    expect(await newsOf(at.ed)).toEqual([]);
  });

  it('waits again once it is opened again, whether its thread was resolved or only answered', async () => {
    const query = await ask(at.ed, 'cy');
    await say(at.cy, { body: 'The city’s.', parentId: query.id });
    expect(await reopenComment(at.store, at.call(at.ed), query.id)).toMatchObject({ answeredAt: null, revision: 3 });
    expect((await claimNow()).status).toBe('query');
    await resolveComment(at.store, at.call(at.cy), query.id);
    await reopenComment(at.store, at.call(at.ed), query.id);
    expect(await queryNow(query.id)).toMatchObject({ answeredBy: null, answeredAt: null, resolvedAt: null });
    await expect(approve()).rejects.toMatchObject({ code: 'query-unanswered' });
  });

  it('blocks no more when it is deleted, and does again when it is brought back', async () => {
    const query = await ask(at.cy, 'ed');
    await deleteComment(at.store, at.call(at.cy), query.id, 1);
    expect((await claimNow()).status).toBe('checking');
    await restoreComment(at.store, at.call(at.cy), query.id);
    expect((await claimNow()).status).toBe('query');
    await expect(approve()).rejects.toMatchObject({ code: 'query-unanswered' });
  });

  it('leaves its claim waiting while another one does', async () => {
    const [one, two] = [await ask(at.ed, 'cy'), await ask(at.ed, 'tom')];
    await resolveComment(at.store, at.call(at.cy), one.id);
    expect((await claimNow()).status).toBe('query');
    await resolveComment(at.store, at.call(tom), two.id);
    expect((await claimNow()).status).toBe('checking');
  });

  it('is put to a guest of this very article, as long as their link works', async () => {
    const jo = await guest({});
    expect(await ask(at.cy, jo)).toMatchObject({ to: jo });
    expect(await at.store.read.select().from(notifications).where(eq(notifications.personId, jo))).toEqual([]);
  });

  it.each<[string, () => Promise<string>, Partial<CreateComment>, string]>([
    ['nobody', async () => 'nobody', {}, 'person-unknown'],
    ['a viewer, who sees no comments', async () => 'vi', {}, 'person-cannot-answer'],
    [
      'whom the article is not open to',
      async () => {
        await changeArticle(at.store, at.call(at.ed), at.article.id, 1, { access: { kind: 'restricted', people: [] } });
        return 'cy';
      },
      {},
      'person-cannot-answer',
    ],
    [
      'a guest whose link has ended',
      () => guest({ expiresAt: '2026-01-02T00:00:00.000Z' }),
      {},
      'person-cannot-answer',
    ],
    [
      'a guest whose link was withdrawn',
      () => guest({ revokedAt: '2026-01-02T00:00:00.000Z' }),
      {},
      'person-cannot-answer',
    ],
    [
      'the guest of another article',
      async () => guest({ of: (await createArticle(at.store, at.call(at.ed), { text: 'News.' })).record.id }),
      {},
      'person-cannot-answer',
    ],
    ['a guest, in confidence', () => guest({}), { confidential: true }, 'person-cannot-answer'],
    [
      'somebody who left',
      async () => {
        await at.store.change(async (tx) => {
          await tx.update(people).set({ active: false }).where(eq(people.id, 'cy'));
        });
        return 'cy';
      },
      {},
      'person-unknown',
    ],
  ])('is not put to %s', async (_, who, more, code) => {
    const to = await who();
    await expect(ask(at.ed, to, more)).rejects.toMatchObject({ code });
    expect((await claimNow()).status).toBe('open');
  });

  it('never lets a claim be approved while it waits, whatever is done in whatever order', async () => {
    const who = fc.constantFrom('ann', 'ed', 'cy', 'tom');
    const act = fc.oneof(
      fc.record({ does: fc.constant('ask' as const), by: who, to: who }),
      fc.record({
        does: fc.constantFrom('reply', 'resolve', 'reopen', 'delete', 'restore'),
        by: who,
        which: fc.nat(9),
      }),
      fc.record({ does: fc.constantFrom('approve', 'patch', 'open'), by: who }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { store } = at;
        const { record: claim } = await createClaim(store, at.call(at.cy), at.article.id, {
          anchors: [{ exact: 'The mayor' }],
          verdict: 'true',
        });
        const byId = { ann: at.ann, ed: at.ed, cy: at.cy, tom };
        const ids: string[] = [];
        const now = () => getClaim(store, at.call(at.ann), claim.id);
        for (const one of acts) {
          const call = at.call(byId[one.by]);
          const id = 'which' in one ? (ids[one.which % Math.max(1, ids.length)] ?? 'none') : '';
          const before = await now();
          const doing = {
            ask: async () => {
              const said = { body: 'Well?', kind: 'query', to: 'to' in one ? one.to : '' } as const;
              ids.push((await addComment(store, call, claim.id, said)).record.id);
            },
            reply: () => addComment(store, call, claim.id, { body: 'So.', parentId: id }),
            resolve: () => resolveComment(store, call, id),
            reopen: () => reopenComment(store, call, id),
            delete: () => deleteComment(store, call, id, before.comments.find((said) => said.id === id)?.revision ?? 1),
            restore: () => restoreComment(store, call, id),
            approve: () => approveClaim(store, call, claim.id),
            patch: () => changeClaim(store, call, claim.id, before.revision, { status: 'approved' }),
            open: () => changeClaim(store, call, claim.id, before.revision, { status: 'checking' }),
          }[one.does];
          const waited = before.comments.some(waits);
          const done = await doing().then(
            () => true,
            (failure: Problem) => {
              if (failure.name !== 'Problem') throw failure;
              return false;
            },
          );
          if (waited && (one.does === 'approve' || one.does === 'patch') && before.status !== 'approved')
            expect(done).toBe(false);
          const after = await now();
          if (after.status === 'approved' && before.status !== 'approved')
            expect(after.comments.some(waits)).toBe(false);
          if (after.status === 'query' && before.status !== 'query') expect(after.comments.some(waits)).toBe(true);
          for (const said of after.comments)
            expect((said.answeredAt === null) === (said.answeredBy === null)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('who is named in a comment', () => {
  it('is kept by id and told once; what is changed names and tells anew', async () => {
    const note = await say(at.cy, { body: 'See @Tom and @ed, and `@Ann`' });
    expect(note.mentions).toEqual(['tom', 'ed']);
    expect(await newsOf(tom)).toEqual([{ kind: 'mention', by: 'cy', commentId: note.id }]);
    const changed = await changeComment(at.store, at.call(at.cy), note.id, 1, { body: 'See @Tom and @Ann' });
    expect(changed.mentions).toEqual(['tom', 'ann']);
    expect(await queryNow(note.id)).toEqual(changed);
    expect([await newsOf(tom), await newsOf(at.ann)].map((news) => news.length)).toEqual([1, 1]);
  });

  it('is whoever may read it: no viewer, nobody whom the article is not open to', async () => {
    await changeArticle(at.store, at.call(at.ed), at.article.id, 1, { access: { kind: 'restricted', people: ['cy'] } });
    expect((await say(at.ed, { body: '@Vi @Cy @Tom' })).mentions).toEqual(['cy']);
    expect(await newsOf(tom)).toEqual([]);
  });

  it('hears of what follows in a thread that they wrote in, once and for the best reason', async () => {
    const first = await say(at.cy, { body: 'Hm.' });
    await say(tom, { body: '@Cy, look.', parentId: first.id });
    await say(at.ed, { body: 'Done.', parentId: first.id });
    expect((await newsOf(at.cy)).map(({ kind }) => kind)).toEqual(['mention', 'reply']);
    expect((await newsOf(tom)).map(({ kind }) => kind)).toEqual(['reply']);
  });
});
