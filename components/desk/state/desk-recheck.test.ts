import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { saveOf } from './desk-state';
import { ModelWorld } from './model-world';
import { anchorIn } from './told-texts';

const boats = articleOf('Ten men saw nine boats.', 'It rained.');
const FROM = 13;
const passage = (words: string) => {
  const { from, to, exact, prefix, suffix } = anchorIn(boats, 'a', words);
  return { from: from!, to: to!, exact, prefix, suffix };
};
const put = (from: number, to: number, text: string) => ({
  stepType: 'replace',
  from,
  to,
  ...(text && { slice: { content: [{ type: 'text', text }] } }),
});

/** A world with a text, one claim of the server's on "nine boats", and one tab. */
async function aDesk(patch: object = {}) {
  const world = new ModelWorld(undefined, boats.toJSON());
  const { server } = world;
  server.answer('POST', '/api/articles/article/claims', {
    body: { id: 'c1', anchors: [{ exact: 'nine boats' }] },
    personId: 'jun',
  });
  server.changeClaim('jun', server.live('c1'), { verdict: 'true', ...patch });
  const tab = world.openTab();
  await world.pass(0);
  const { store } = tab;
  return {
    world,
    server,
    store,
    claim: () => store.getSnapshot().claimById.get('c1')!,
    held: () => server.live('c1'),
    /** A colleague writes over some of the text. */
    write: (from: number, to: number, text: string) =>
      server.editText('jun', { version: server.text.version, clientId: 'jun', steps: [put(from, to, text)] }),
    sent: () => world.sent.map(({ path, body }) => [path.split('/').at(-1), body]),
  };
}

/** The claim's words were changed to "ten boats", and the desk has heard of it. */
async function staleDesk(patch: object = {}) {
  const desk = await aDesk(patch);
  desk.write(FROM, FROM + 4, 'ten');
  await desk.world.deliver(0);
  return { ...desk, id: desk.held().anchors[0]!.id };
}

/** The claim's words were deleted, and the desk has heard of it. */
async function orphanDesk() {
  const desk = await aDesk();
  desk.write(FROM, FROM + 10, '');
  await desk.world.deliver(0);
  return desk;
}

describe('a claim whose words changed', () => {
  it('is seen to have changed', async () => {
    const { claim } = await staleDesk();
    expect(claim().anchors).toMatchObject([{ state: 'changed', exact: 'nine boats', current: 'ten boats' }]);
  });

  it('is confirmed at once, on the words that the person sees', async () => {
    const { store, world, claim, held, sent, id } = await staleDesk();
    store.confirmClaim('c1');
    expect(claim().anchors).toMatchObject([{ state: 'anchored', exact: 'ten boats' }]);
    await world.calm();
    expect(sent()).toEqual([['confirm', { words: { [id]: 'ten boats' } }]]);
    expect(held().anchors).toMatchObject([{ state: 'anchored', exact: 'ten boats' }]);
    expect(store.getSnapshot()).toMatchObject({ outbox: { count: 0 }, refusals: [] });
  });

  it('is not confirmed on words that came after: the refusal is shown, and nothing as done', async () => {
    const { store, world, write, claim, held } = await staleDesk();
    store.confirmClaim('c1');
    write(FROM, FROM + 3, 'no');
    await world.calm();
    expect(held().anchors).toMatchObject([{ state: 'changed', exact: 'nine boats', current: 'no boats' }]);
    expect(store.getSnapshot().refusals).toMatchObject([
      { kind: 'claim.confirmed', message: 'The server says words-changed.' },
    ]);
    expect(claim().anchors).toMatchObject([{ state: 'changed', exact: 'nine boats', current: 'no boats' }]);
  });

  it('is confirmed on what came after, once that is seen: the refused try does not stand in its way', async () => {
    const { store, world, write, held } = await staleDesk();
    store.confirmClaim('c1');
    write(FROM, FROM + 3, 'no');
    await world.calm();
    store.confirmClaim('c1');
    await world.calm();
    expect(held().anchors).toMatchObject([{ state: 'anchored', exact: 'no boats' }]);
    expect(store.getSnapshot()).toMatchObject({ outbox: { count: 0 }, refusals: [] });
  });

  it.each([
    ['the words that were seen', false, { state: 'anchored', exact: 'ten boats' }],
    ['words that came after, which stay stale', true, { state: 'changed', exact: 'nine boats', current: 'no boats' }],
  ])('is judged anew on %s', async (_, overtaken, anchor) => {
    const { store, world, write, claim, held, sent, id } = await staleDesk();
    store.changeClaim('c1', { verdict: 'false' });
    expect(claim()).toMatchObject({ verdict: 'false', anchors: [{ state: 'anchored', exact: 'ten boats' }] });
    if (overtaken) write(FROM, FROM + 3, 'no');
    await world.calm();
    expect(sent()[0]).toEqual(['c1', { verdict: 'false', words: { [id]: 'ten boats' } }]);
    expect(held()).toMatchObject({ verdict: 'false', anchors: [anchor] });
    expect(claim()).toEqual(held());
  });

  it('is judged on words that count as the same as those that were there, once they are seen', async () => {
    const { store, world, write, held } = await staleDesk();
    write(FROM + 3, FROM + 4, '\u00a0');
    await world.deliver(0);
    store.confirmClaim('c1');
    await world.calm();
    expect(store.getSnapshot().refusals).toEqual([]);
    expect(held().anchors).toMatchObject([{ state: 'anchored', exact: 'ten\u00a0boats' }]);
  });
});

describe('a correction', () => {
  const correction = 'ninety ships';

  it('is accepted: it is gone from the claim at once, and in the text when the server tells', async () => {
    const { store, world, server, claim, sent, held } = await aDesk({ correction });
    const { id } = held().anchors[0]!;
    store.acceptCorrection('c1');
    expect(claim().correction).toBeNull();
    expect(claim().anchors).toMatchObject([{ current: 'nine boats' }]);
    await world.calm();
    expect(sent()).toEqual([['accept', { words: { [id]: 'nine boats' } }]]);
    expect(server.text.doc.textContent).toContain('ninety ships');
    expect(claim()).toEqual(held());
    expect(claim().anchors).toMatchObject([{ current: 'ninety ships', exact: 'nine boats', state: 'changed' }]);
  });

  it('stands where its claim’s answer says, though that comes before the text', async () => {
    const { store, world, claim } = await aDesk({ correction });
    store.acceptCorrection('c1');
    await world.pass(0);
    await world.decide('done');
    expect(store.getSnapshot().article.version).toBe(0);
    expect(claim()).toMatchObject({ correction: null, anchors: [{ current: 'nine boats' }] });
    await world.deliver(0);
    expect(store.getSnapshot().article.version).toBe(1);
    expect(claim().anchors).toMatchObject([{ current: 'ninety ships', state: 'changed' }]);
  });

  it('is rejected, with the reason', async () => {
    const { store, world, server, claim, sent, held } = await aDesk({ correction });
    store.rejectCorrection('c1', 'It says so in the log.');
    expect(claim().correction).toBeNull();
    await world.calm();
    expect(sent()).toEqual([['reject', { note: 'It says so in the log.' }]]);
    expect(held().correction).toBeNull();
    expect(server.text.version).toBe(0);
  });

  it.each(['acceptCorrection', 'rejectCorrection'] as const)(
    'that is there no more: %s is refused, and shown',
    async (act) => {
      const { store, world, claim } = await aDesk();
      store[act]('c1', 'because');
      await world.calm();
      expect(store.getSnapshot().refusals).toMatchObject([{ message: 'The server says correction-missing.' }]);
      expect(claim().verdict).toBe('true');
    },
  );
});

describe('a claim whose words are gone', () => {
  it('is closed at once, with the reason', async () => {
    const { store, world, claim, held, sent } = await orphanDesk();
    expect(claim().anchors).toMatchObject([{ state: 'orphaned' }]);
    store.closeClaim('c1', 'Cut.');
    expect(claim().closed).toMatchObject({ by: 'me', reason: 'Cut.' });
    await world.calm();
    expect(sent()).toEqual([['close', { note: 'Cut.' }]]);
    expect(held().closed).toMatchObject({ by: 'me', reason: 'Cut.' });
  });

  it.each([
    ['before it was sent', false],
    ['once the server had it', true],
  ])('is open again when the closing is taken back %s', async (_, sentFirst) => {
    const { store, world, claim, held } = await orphanDesk();
    const { undo } = store.closeClaim('c1', 'Cut.');
    if (sentFirst) await world.calm();
    undo();
    expect(claim().closed).toBeNull();
    await world.calm();
    expect(held().closed).toBeNull();
    expect(store.getSnapshot()).toMatchObject({ outbox: { count: 0 }, refusals: [] });
  });

  it('is opened again', async () => {
    const { store, world, claim, held } = await orphanDesk();
    store.closeClaim('c1', 'Cut.');
    await world.calm();
    store.reopenClaim('c1');
    expect(claim().closed).toBeNull();
    await world.calm();
    expect(held().closed).toBeNull();
  });

  it('is not shown as closed where the server says that its words are there', async () => {
    const { store, world, claim } = await aDesk();
    store.closeClaim('c1', 'Cut.');
    await world.calm();
    expect(store.getSnapshot().refusals).toMatchObject([
      { kind: 'claim.closed', message: 'The server says not-orphaned.' },
    ]);
    expect(claim().closed).toBeNull();
  });
});

describe('a claim that is marked while the text moves on', () => {
  it('ends on the words that were marked', async () => {
    const { store, world, server, write } = await aDesk();
    const { claimId } = store.markClaim({ passages: [passage('rained')], verdict: 'true' });
    write(1, 1, 'So it was: ');
    await world.pass(0);
    await world.decide('done');
    // The text had gone on: its edits are read, and the claim is sent once more.
    expect(world.calls.map(({ what }) => what)).toEqual(['GET /api/articles/article/steps?since=0']);
    await world.calm();
    expect(server.live(claimId).anchors).toMatchObject([{ current: 'rained', exact: 'rained' }]);
    expect(server.makings.get(claimId)).toBe(1);
    expect(store.getSnapshot().claimById.get(claimId)).toEqual(server.live(claimId));
    expect(saveOf(store.getSnapshot(), claimId, 'verdict').state).toBe('saved');
  });

  it('is refused, and shown, when the words that were marked are gone', async () => {
    const { store, world, server, write } = await aDesk();
    const { claimId } = store.markClaim({ passages: [passage('rained')] });
    write(29, 35, 'snowed');
    write(29, 35, '');
    await world.calm();
    expect(server.claims.has(claimId)).toBe(false);
    expect(store.getSnapshot().refusals).toMatchObject([
      { recordId: claimId, message: 'The server says quote-absent.' },
    ]);
  });
});

describe('what an earlier visit wrote into the text', () => {
  const left = (...steps: object[]) => ({ clientId: 'old', personId: 'me', articleId: 'article', version: 0, steps });

  it('is there to be taken up, made anew on the text as it is', async () => {
    const { world, write } = await aDesk();
    write(1, 1, 'So ');
    world.texts.set('old', left(put(1, 1, 'Mine ')));
    const next = world.openTab();
    await world.calm();
    expect(next.store.getSnapshot().writing.left).toMatchObject({
      clientId: 'old',
      version: 1,
      steps: [{ from: 4, to: 4 }],
    });
  });

  it('is forgotten where the server has it, though others wrote before and after', async () => {
    const { world, server, write } = await aDesk();
    world.texts.set('old', left(put(1, 1, 'Mine ')));
    write(1, 1, 'So ');
    server.editText('me', { version: 1, clientId: 'old', steps: [put(4, 4, 'Mine ')] });
    write(1, 1, 'And ');
    const next = world.openTab();
    await world.calm();
    expect(next.store.getSnapshot().writing.left).toBeNull();
    expect(world.texts.size).toBe(0);
  });
});
