import { describe, expect, it } from 'vitest';
import { threadsOf } from '@/core/claim/thread';
import { saveOf } from './desk-state';
import { ModelWorld } from './model-world';

/** A world with one claim of the server's, and one tab. */
async function aDesk() {
  const world = new ModelWorld();
  world.server.answer('POST', '/api/articles/article/claims', {
    body: { id: 'c1', anchors: [{ from: 1, to: 5 }] },
    personId: 'jun',
  });
  const tab = world.openTab();
  await world.pass(0);
  const { store } = tab;
  return {
    world,
    tab,
    store,
    server: world.server,
    shown: () => store.getSnapshot().claimById.get('c1')?.comments ?? [],
    held: () => world.server.live('c1').comments,
    /** Jun says something, or answers. */
    foreign: (body: string, parentId?: string) =>
      world.server.answer('POST', '/api/claims/c1/comments', {
        body: { id: `jun-${world.server.told.length}`, body, ...(parentId && { parentId }) },
        personId: 'jun',
      }) as { id: string; revision: number },
  };
}

describe('a comment', () => {
  it('is shown at once, kept, sent, and then the server’s own', async () => {
    const { store, world, shown, held } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    expect(shown()).toMatchObject([{ id: commentId, revision: 0, body: 'Says who?', createdBy: 'me' }]);
    expect(saveOf(store.getSnapshot(), commentId, '*').state).toBe('saving');
    await world.pass(0);
    expect(world.shelf.size).toBe(1);
    await world.decide('done');
    expect(world.shelf.size).toBe(0);
    expect(shown()).toEqual(held());
    expect(shown()).toMatchObject([{ id: commentId, revision: 1 }]);
    expect(saveOf(store.getSnapshot(), commentId, '*').state).toBe('saved');
  });

  it('written offline is sent once, also where its answer is lost, and outlives a killed tab', async () => {
    const { store, world, tab, server } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    await world.pass(0);
    await world.decide('lost');
    tab.kill();
    const second = world.openTab();
    await world.pass(0);
    expect(second.store.getSnapshot().claimById.get('c1')?.comments).toMatchObject([{ body: 'Says who?' }]);
    await world.pass(2_000);
    await world.decide('unanswered');
    await world.calm();
    expect(server.makings.get(commentId)).toBe(1);
    expect(second.store.getSnapshot().outbox.count).toBe(0);
  });

  it('that answers one which is not sent yet waits for it', async () => {
    const { store, world, held } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    store.addComment('c1', { body: 'The mayor.', parentId: commentId });
    store.resolveComment(commentId);
    await world.pass(0);
    expect(world.calls).toHaveLength(1);
    await world.calm();
    const [thread] = threadsOf(held());
    expect(thread).toMatchObject({ first: { resolvedBy: 'me' }, replies: [{ body: 'The mayor.' }] });
  });

  it('that is refused stays in sight, and takes its answers with it when it is let go', async () => {
    const { store, world, server, shown } = await aDesk();
    server.isRefused = (value) => value === 'bad';
    const { commentId } = store.addComment('c1', { body: 'bad' });
    const answer = store.addComment('c1', { body: 'Well.', parentId: commentId });
    store.changeComment(answer.commentId, 'Well, well.');
    await world.calm();
    const [refusal, ...others] = store.getSnapshot().refusals;
    expect(others).toEqual([]);
    expect(refusal).toMatchObject({ recordKind: 'comment', recordId: commentId, field: '*' });
    expect(shown().map(({ body }) => body)).toEqual(['bad', 'Well, well.']);
    store.discard(refusal!.id);
    await world.calm();
    expect(shown()).toEqual([]);
    expect(store.getSnapshot().outbox.count).toBe(0);
  });

  it('of somebody else comes in beside one’s own unsent one, in the order of their times', async () => {
    const { store, world, shown, foreign } = await aDesk();
    store.addComment('c1', { body: 'Mine' });
    foreign('Theirs');
    await world.deliver(0);
    expect(shown().map(({ body }) => body)).toEqual(['Theirs', 'Mine']);
    await world.calm();
    expect(shown()).toHaveLength(2);
  });

  it('changes its words, and asks where they were changed elsewhere meanwhile', async () => {
    const { store, world, server, shown } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    await world.calm();
    store.changeComment(commentId, 'Says Jun?');
    expect(shown()).toMatchObject([{ body: 'Says Jun?' }]);
    server.answer('PATCH', `/api/comments/${commentId}`, { body: { body: 'Says she?' }, ifMatch: 1, personId: 'me' });
    await world.deliver(0);
    expect(store.getSnapshot().conflicts).toMatchObject([
      { recordId: commentId, field: 'body', mine: 'Says Jun?', theirs: 'Says she?', joinable: true },
    ]);
  });

  it('that is deleted comes back as it was', async () => {
    const { store, world, shown, held } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    await world.calm();
    const [before] = held();
    const { undo } = store.deleteComment(commentId);
    expect(shown()).toEqual([]);
    await world.calm();
    expect(held()).toEqual([]);
    undo();
    expect(shown()).toMatchObject([{ id: commentId, body: 'Says who?' }]);
    await world.calm();
    expect(held()).toEqual([{ ...before, revision: 3 }]);
    expect(shown()).toEqual(held());
  });

  it('that was deleted and brought back before either was sent stays', async () => {
    const { store, world, shown, held } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    await world.calm();
    store.deleteComment(commentId).undo();
    expect(shown()).toHaveLength(1);
    await world.calm();
    expect(held()).toHaveLength(1);
    expect(shown()).toEqual(held());
  });

  it('that was answered meanwhile stays, and the refusal says why', async () => {
    const { store, world, shown, foreign } = await aDesk();
    const { commentId } = store.addComment('c1', { body: 'Says who?' });
    await world.calm();
    foreign('The mayor.', commentId);
    store.deleteComment(commentId);
    await world.calm();
    expect(store.getSnapshot().refusals).toMatchObject([{ code: 'comment-answered', recordId: commentId }]);
    expect(shown().map(({ body }) => body)).toEqual(['Says who?', 'The mayor.']);
  });
});

describe('a thread', () => {
  it('is resolved at once, under the name of who does it, and taken back', async () => {
    const { store, world, shown, held, foreign } = await aDesk();
    const { id } = foreign('Says who?');
    await world.deliver(0);
    const { undo } = store.resolveComment(id);
    expect(shown()).toMatchObject([{ resolvedBy: 'me' }]);
    await world.calm();
    expect(held()).toMatchObject([{ resolvedBy: 'me' }]);
    undo();
    await world.calm();
    expect(held()).toMatchObject([{ resolvedBy: null, resolvedAt: null }]);
  });

  it('that somebody else resolved first keeps their name, and nothing is left to send', async () => {
    const { store, world, server, shown, foreign } = await aDesk();
    const { id } = foreign('Says who?');
    await world.deliver(0);
    server.answer('POST', `/api/comments/${id}/resolve`, { personId: 'jun' });
    store.resolveComment(id);
    await world.calm();
    expect(shown()).toMatchObject([{ resolvedBy: 'jun' }]);
    expect(store.getSnapshot().outbox.count).toBe(0);
  });
});
