import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { threadsOf } from '@/core/claim/comment';
import { plainNote } from '@/core/claim/vocabulary';
import { getArticle } from '@/db/queries/articles';
import { claimHistory, getClaim } from '@/db/queries/claims';
import { commentsOf } from '@/db/queries/comments';
import { type Desk, desk } from '@/db/testing/desk';
import { addComment } from './add-comment';
import { changeComment } from './change-comment';
import { createClaim } from './create-claim';
import { deleteClaim } from './delete-claim';
import { deleteComment } from './delete-comment';
import { makeComment } from './make-comment';
import { reopenComment, resolveComment } from './resolve-comment';
import { restoreComment } from './restore-comment';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

const chosen = '0b0e3c1e-5a44-4a0e-8a3f-0a4f3a5f7f10';
const say = async (by: Desk['ann'], body: string, parentId?: string) =>
  (await addComment(at.store, at.call(by), at.claim.id, { body, ...(parentId && { parentId }) })).record;
const saidNow = async () => (await getClaim(at.store, at.call(at.ed), at.claim.id)).comments;

describe('addComment', () => {
  it('tells it in the claim, oldest first, and leaves the claim’s revision alone', async () => {
    const first = await say(at.cy, 'Is the archive complete?');
    const answer = await say(at.ed, 'It is.', first.id);
    expect(first).toEqual({
      id: first.id,
      revision: 1,
      claimId: at.claim.id,
      parentId: null,
      ...plainNote,
      body: 'Is the archive complete?',
      author: null,
      createdBy: 'cy',
      createdAt: first.createdAt,
      updatedAt: first.createdAt,
      resolvedBy: null,
      resolvedAt: null,
    });
    const claim = await getClaim(at.store, at.call(at.ed), at.claim.id);
    expect(claim.comments).toEqual([first, answer]);
    expect(claim.revision).toBe(at.claim.revision);
    expect(await commentsOf(at.store, at.call(at.ed), at.claim.id)).toEqual([first, answer]);
    const { revision, updatedAt } = await getArticle(at.store, at.call(at.ed), at.article.id);
    expect({ revision, updatedAt }).toEqual({ revision: at.article.revision, updatedAt: answer.createdAt });
  });

  it('answers the same create again with what it made, however often, and writes nothing more', async () => {
    const body = { id: chosen, body: 'Says who?' };
    const made = await addComment(at.store, at.call(at.cy), at.claim.id, body);
    const again = await addComment(at.store, at.call(at.cy), at.claim.id, body);
    expect([made.created, again]).toEqual([true, { record: made.record, created: false }]);
    expect(await saidNow()).toHaveLength(1);
    expect(await claimHistory(at.store, at.call(at.cy), at.claim.id)).toHaveLength(3);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['other words', (id) => addComment(at.store, at.call(at.cy), at.claim.id, { id, body: 'Who else?' })],
    ['another claim', async (id) => addComment(at.store, at.call(at.cy), (await another()).id, { id, body: 'Who?' })],
    ['an answer', async (id) => addComment(at.store, at.call(at.cy), at.claim.id, { id, body: 'Who?', parentId: id })],
  ])('refuses an id that is taken: %s', async (_, act) => {
    await addComment(at.store, at.call(at.cy), at.claim.id, { id: chosen, body: 'Who?' });
    await expect(act(chosen)).rejects.toMatchObject({ code: 'id-taken' });
  });

  it('puts an answer to an answer into the same thread', async () => {
    const first = await say(at.cy, 'One');
    const second = await say(at.ed, 'Two', first.id);
    const third = await say(at.cy, 'Three', second.id);
    expect(third.parentId).toBe(first.id);
    expect(threadsOf(await saidNow())).toEqual([{ first, replies: [second, third] }]);
  });

  it.each<[string, () => Promise<string>]>([
    ['nothing', async () => 'nothing'],
    [
      'what was deleted',
      async () => {
        const { id } = await say(at.cy, 'Never mind');
        await deleteComment(at.store, at.call(at.cy), id, 1);
        return id;
      },
    ],
    [
      'what is said of another claim',
      async () => (await addComment(at.store, at.call(at.cy), (await another()).id, { body: 'Who?' })).record.id,
    ],
  ])('refuses an answer to %s', async (_, parent) => {
    await expect(say(at.cy, 'Yes', await parent())).rejects.toMatchObject({ code: 'comment-unknown' });
  });

  it('is of no claim that is deleted', async () => {
    const { id } = await say(at.cy, 'Who?');
    await deleteClaim(at.store, at.call(at.cy), at.claim.id, 1);
    await expect(say(at.cy, 'Who else?')).rejects.toMatchObject({ code: 'absent' });
    await expect(resolveComment(at.store, at.call(at.cy), id)).rejects.toMatchObject({ code: 'absent' });
  });
});

describe('changeComment', () => {
  it('changes the words of one’s own, and says when', async () => {
    const { id, createdAt } = await say(at.cy, 'Who?');
    const changed = await changeComment(at.store, at.call(at.cy), id, 1, { body: 'Who else?' });
    expect(changed).toMatchObject({ body: 'Who else?', revision: 2, createdAt });
    expect(changed.updatedAt > createdAt).toBe(true);
    expect(await saidNow()).toEqual([changed]);
  });

  it('leaves alone what is the same', async () => {
    const comment = await say(at.cy, 'Who?');
    expect(await changeComment(at.store, at.call(at.cy), comment.id, 1, { body: 'Who?' })).toEqual(comment);
  });

  it('refuses what is stale, with the comment as it stands', async () => {
    const { id } = await say(at.cy, 'Who?');
    const current = await changeComment(at.store, at.call(at.cy), id, 1, { body: 'Who else?' });
    const stale = changeComment(at.store, at.call(at.cy), id, 1, { body: 'Whoever?' });
    await expect(stale).rejects.toMatchObject({ code: 'stale', extra: { current } });
  });

  it('is refused to anybody else, an admin too', async () => {
    const { id } = await say(at.cy, 'Who?');
    for (const by of [at.ed, at.ann])
      await expect(changeComment(at.store, at.call(by), id, 1, { body: 'x' })).rejects.toMatchObject({
        code: 'comment-of-another',
      });
  });

  it('is refused for what a document says, to who brought it in too', async () => {
    const { id } = await bring({ body: 'Check this', author: 'Jo Writer' });
    await expect(changeComment(at.store, at.call(at.ed), id, 1, { body: 'x' })).rejects.toMatchObject({
      code: 'comment-of-another',
    });
  });
});

describe('deleteComment', () => {
  it.each<[string, 'ann' | 'ed' | 'cy', 'ann' | 'ed' | 'cy', boolean]>([
    ['a checker their own', 'cy', 'cy', true],
    ['an editor anybody’s', 'cy', 'ed', true],
    ['an admin anybody’s', 'ed', 'ann', true],
    ['a checker somebody else’s', 'ed', 'cy', false],
  ])('%s', async (_, author, by, allowed) => {
    const { id } = await say(at[author], 'Who?');
    const deleted = deleteComment(at.store, at.call(at[by]), id, 1);
    if (allowed) await deleted;
    else await expect(deleted).rejects.toMatchObject({ code: 'comment-of-another' });
    expect(await saidNow()).toHaveLength(allowed ? 0 : 1);
  });

  it('keeps a comment that was answered until its answers are gone', async () => {
    const first = await say(at.cy, 'One');
    const answer = await say(at.ed, 'Two', first.id);
    const remove = (id: string) => deleteComment(at.store, at.call(at.ed), id, 1);
    await expect(remove(first.id)).rejects.toMatchObject({ code: 'comment-answered' });
    await remove(answer.id);
    await remove(first.id);
    expect(await saidNow()).toEqual([]);
    await expect(remove(first.id)).rejects.toMatchObject({ code: 'absent' });
  });

  it('refuses what is stale', async () => {
    const { id } = await say(at.cy, 'One');
    const current = await changeComment(at.store, at.call(at.cy), id, 1, { body: 'Two' });
    const stale = deleteComment(at.store, at.call(at.ed), id, 1);
    await expect(stale).rejects.toMatchObject({ code: 'stale', extra: { current } });
  });
});

describe('restoreComment', () => {
  it('brings it back as it was, in its place, once', async () => {
    const first = await say(at.cy, 'One');
    const second = await say(at.ed, 'Two', first.id);
    const third = await say(at.cy, 'Three', first.id);
    await deleteComment(at.store, at.call(at.ed), second.id, 1);
    const restored = await restoreComment(at.store, at.call(at.ed), second.id);
    expect(restored).toEqual({ ...second, revision: 3 });
    expect(await restoreComment(at.store, at.call(at.ed), second.id)).toEqual(restored);
    expect(await saidNow()).toEqual([first, restored, third]);
  });

  it('is refused to who may not delete it', async () => {
    const { id } = await say(at.ed, 'One');
    await deleteComment(at.store, at.call(at.ed), id, 1);
    const restored = restoreComment(at.store, at.call(at.cy), id);
    await expect(restored).rejects.toMatchObject({ code: 'comment-of-another' });
    expect(await saidNow()).toEqual([]);
  });
});

describe('resolveComment', () => {
  it('resolves a thread once, under the name of who did it first, from any comment in it', async () => {
    const first = await say(at.cy, 'One');
    const answer = await say(at.ed, 'Two', first.id);
    const resolved = await resolveComment(at.store, at.call(at.ed), answer.id);
    expect(resolved).toMatchObject({ id: first.id, revision: 2, resolvedBy: 'ed', updatedAt: first.updatedAt });
    expect(await resolveComment(at.store, at.call(at.cy), first.id)).toEqual(resolved);
    expect(await saidNow()).toEqual([resolved, answer]);
  });

  it('is taken back by reopenComment, once', async () => {
    const first = await say(at.cy, 'One');
    await resolveComment(at.store, at.call(at.ed), first.id);
    const reopened = await reopenComment(at.store, at.call(at.cy), first.id);
    expect(reopened).toEqual({ ...first, revision: 3 });
    expect(await reopenComment(at.store, at.call(at.cy), first.id)).toEqual(reopened);
  });
});

describe('makeComment', () => {
  it('keeps what a document says: who, when, and that it is resolved', async () => {
    const made = await bring({ body: 'Check this', author: 'Jo Writer', at: '2025-11-02T08:00:00Z', resolved: true });
    expect(made).toMatchObject({
      author: 'Jo Writer',
      createdBy: 'ed',
      createdAt: '2025-11-02T08:00:00.000Z',
      resolvedBy: null,
    });
    expect(made.resolvedAt).not.toBeNull();
    expect(await saidNow()).toMatchObject([{ author: 'Jo Writer', resolvedAt: made.resolvedAt }]);
  });

  it('keeps the order in which things were said where a document gives one time for all of them, or none', async () => {
    const when = fc.constantFrom(null, '2025-11-02T08:00:00Z', '2025-11-02T08:00:00.001Z');
    await fc.assert(
      fc.asyncProperty(fc.array(when, { maxLength: 8 }), async (times) => {
        const claim = await another();
        const call = at.call(at.ed);
        const ordered = times.toSorted((a, b) => Date.parse(a ?? call.at) - Date.parse(b ?? call.at));
        // Ids that fall while the time stands still: nothing but the times may order what was said.
        const ids = ordered.map((_, said) => `said-${call.at}-${9 - said}`);
        await at.store.change(async (tx) => {
          for (const [said, time] of ordered.entries())
            await makeComment(tx, call, claim, { id: ids[said], body: `Said ${said}`, at: time });
        });
        const said = await commentsOf(at.store, call, claim.id);
        expect(said.map(({ id }) => id)).toEqual(ids);
        expect(new Set(said.map(({ createdAt }) => createdAt)).size).toBe(times.length);
      }),
      { numRuns: 30 },
    );
  });
});

async function another() {
  const { record } = await createClaim(at.store, at.call(at.cy), at.article.id, { anchors: [{ exact: 'The mayor' }] });
  return record;
}

const bring = (said: Parameters<typeof makeComment>[3]) =>
  at.store.change(async (tx) => (await makeComment(tx, at.call(at.ed), at.claim, said)).comment);
