import { describe, expect, it } from 'vitest';
import { saveOf } from './desk-state';
import { ModelWorld } from './model-world';

const passage = (from: number, to: number) => ({ from, to, exact: `words ${from} to ${to}`, prefix: '', suffix: '' });

/** A world with one claim of the server's, and one tab. */
async function aDesk(patch: object = {}) {
  const world = new ModelWorld();
  world.server.answer('POST', '/api/articles/article/claims', {
    body: { id: 'c1', anchors: [{ from: 1, to: 5 }], ...patch },
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
    claim: () => store.getSnapshot().claimById.get('c1'),
    held: () => world.server.live('c1'),
    save: (field: string) => saveOf(store.getSnapshot(), 'c1', field),
    foreign: (change: object) => world.server.changeClaim('jun', world.server.live('c1'), change),
  };
}

describe('the desk store', () => {
  it('shows a change at once, keeps it, sends it when the typing pauses, and says when it is saved', async () => {
    const { store, world, claim, held, save } = await aDesk();
    store.changeClaim('c1', { rationale: 'T' });
    store.changeClaim('c1', { rationale: 'Two' });
    expect(claim()?.rationale).toBe('Two');
    expect(save('rationale').state).toBe('saving');
    await world.pass(0);
    expect([...world.shelf.values()].map(({ value }) => value)).toEqual(['Two']);
    expect(world.calls).toHaveLength(0);
    await world.pass(600);
    expect(world.calls.map(({ what }) => what)).toEqual(['PATCH /api/claims/c1']);
    await world.decide('done');
    expect(held().rationale).toBe('Two');
    expect(save('rationale').state).toBe('saved');
    expect(world.shelf.size).toBe(0);
  });

  it('sends a text at once when it is flushed', async () => {
    const { store, world } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    store.flush('c1', 'rationale');
    await world.pass(0);
    expect(world.calls).toHaveLength(1);
  });

  it('sends what was typed before a choice ahead of the choice', async () => {
    const { store, world } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    store.changeClaim('c1', { verdict: 'false' });
    await world.pass(0);
    await world.decide('done');
    await world.decide('done');
    expect(world.server.values.map(({ field }) => field)).toEqual(['rationale', 'verdict']);
  });

  it('sends again what was typed while its earlier edit was on its way', async () => {
    const { store, world, claim, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    await world.pass(600);
    store.changeClaim('c1', { rationale: 'Two bags' });
    await world.decide('done');
    expect(held().rationale).toBe('Two');
    expect(claim()?.rationale).toBe('Two bags');
    await world.calm();
    expect(held().rationale).toBe('Two bags');
  });

  it('waits for a dead server, says so, and sends when it is back', async () => {
    const { store, world, save, held } = await aDesk();
    store.changeClaim('c1', { verdict: 'false' });
    await world.pass(0);
    await world.decide('lost');
    expect(save('verdict')).toMatchObject({ state: 'waiting', reason: 'server' });
    expect(store.getSnapshot()).toMatchObject({
      online: false,
      outbox: { waiting: 1, reason: 'server', unsafe: false },
    });
    world.hope(0);
    await world.pass(0);
    await world.decide('done');
    expect(held().verdict).toBe('false');
    expect(store.getSnapshot().online).toBe(true);
  });

  it('tells a missing network from a dead server', async () => {
    const { store, world, save } = await aDesk();
    world.online = false;
    store.changeClaim('c1', { verdict: 'false' });
    await world.pass(0);
    await world.decide('lost');
    expect(save('verdict')).toMatchObject({ state: 'waiting', reason: 'network' });
  });

  it('does not make a twin of a claim whose answer was lost', async () => {
    const { store, world, server } = await aDesk();
    const { claimId } = store.markClaim({ passages: [passage(7, 9)], verdict: 'true' });
    store.changeClaim(claimId, { rationale: 'Seen on video.' });
    await world.pass(0);
    await world.decide('unanswered');
    await world.calm();
    expect(server.makings.get(claimId)).toBe(1);
    expect(server.live(claimId)).toMatchObject({ verdict: 'true', rationale: 'Seen on video.' });
    expect(store.getSnapshot().outbox.count).toBe(0);
  });

  it('takes its own change, of which no answer came, for its own', async () => {
    const { store, world, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    await world.pass(600);
    store.changeClaim('c1', { rationale: 'Two bags' });
    await world.decide('unanswered');
    await world.calm();
    expect(held().rationale).toBe('Two bags');
    expect(store.getSnapshot().conflicts).toEqual([]);
  });

  it('is not confused by its own event before its own answer', async () => {
    const { store, world, held, claim } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    await world.pass(600);
    store.changeClaim('c1', { rationale: 'Two bags' });
    const [call] = world.calls.splice(0);
    world.server.changeClaim('me', held(), { rationale: 'Two' });
    await world.deliver(0);
    expect(claim()?.rationale).toBe('Two bags');
    expect(store.getSnapshot().conflicts).toEqual([]);
    call?.settle('lost');
    await world.calm();
    expect(held().rationale).toBe('Two bags');
  });

  it('rebases in silence over someone else’s change to another field', async () => {
    const { store, world, foreign, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Two' });
    foreign({ severity: 'major' });
    await world.pass(600);
    await world.decide('done');
    await world.calm();
    expect(held()).toMatchObject({ rationale: 'Two', severity: 'major' });
    expect(store.getSnapshot().conflicts).toEqual([]);
  });

  it.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
    ['both', 'Theirs\n\nMine'],
  ] as const)(
    'shows someone else’s change to the same field as a conflict, and resolves it: %s',
    async (resolution, end) => {
      const { store, world, foreign, held, save, claim } = await aDesk();
      store.changeClaim('c1', { rationale: 'Mine' });
      foreign({ rationale: 'Theirs' });
      await world.pass(600);
      while (world.calls.length > 0) await world.decide('done');
      await world.deliver(0);
      expect(save('rationale').state).toBe('conflict');
      expect(claim()?.rationale).toBe('Mine');
      expect(held().rationale).toBe('Theirs');
      const [conflict] = store.getSnapshot().conflicts;
      expect(conflict).toMatchObject({ base: null, mine: 'Mine', theirs: 'Theirs', by: 'jun', joinable: true });
      store.resolveConflict(conflict?.id ?? '', resolution);
      await world.calm();
      expect(held().rationale).toBe(end);
      expect(store.getSnapshot().outbox.count).toBe(0);
    },
  );

  it('does not overwrite what it heard of before it sent', async () => {
    const { store, world, foreign, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Mine' });
    foreign({ rationale: 'Theirs' });
    await world.deliver(0);
    await world.calm();
    expect(held().rationale).toBe('Theirs');
    expect(store.getSnapshot().conflicts).toHaveLength(1);
  });

  it('does not overwrite what it heard of while its own change was on the way to the disk', async () => {
    const { store, world, foreign, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Mine' });
    await world.pass(400);
    // The write that notes the departure is the next one.
    world.duringWrite = async (tab) => {
      foreign({ rationale: 'Theirs' });
      await world.deliver(tab);
    };
    await world.pass(600);
    await world.calm();
    expect(world.duringWrite).toBeNull();
    expect(held().rationale).toBe('Theirs');
    expect(store.getSnapshot().conflicts).toHaveLength(1);
  });

  it('does not take its person’s change from another computer for its own', async () => {
    const { store, world, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Mine' });
    await world.pass(600);
    await world.decide('lost');
    store.changeClaim('c1', { verdict: 'false' });
    world.server.changeClaim('me', held(), { rationale: 'Elsewhere', verdict: 'true' });
    await world.deliver(0);
    expect(store.getSnapshot().conflicts.map(({ field }) => field)).toEqual(['rationale', 'verdict']);
    await world.calm();
    expect(held()).toMatchObject({ rationale: 'Elsewhere', verdict: 'true' });
  });

  it('keeps a refused text with the server’s sentence until it is changed or discarded', async () => {
    const { store, world, server, save, claim, held } = await aDesk();
    server.isRefused = (value) => value === 'bad';
    store.changeClaim('c1', { rationale: 'bad' });
    await world.calm();
    expect(save('rationale').state).toBe('refused');
    expect(claim()?.rationale).toBe('bad');
    expect(store.getSnapshot().refusals).toMatchObject([
      { mine: 'bad', status: 422, message: 'The server says verdict-unknown.' },
    ]);
    store.changeClaim('c1', { rationale: 'good' });
    await world.calm();
    expect(held().rationale).toBe('good');
    expect(store.getSnapshot().refusals).toEqual([]);
  });

  it('keeps a refused claim in sight, and takes it back whole', async () => {
    const { store, world, server } = await aDesk();
    server.isRefused = (value) => value === 'bad';
    const { claimId } = store.markClaim({ passages: [passage(7, 9)], verdict: 'bad' });
    store.changeClaim(claimId, { rationale: 'Seen.' });
    await world.calm();
    const { refusals, claims, provisional } = store.getSnapshot();
    expect(refusals).toMatchObject([{ recordId: claimId, kind: 'claim.created' }]);
    expect(claims.map(({ id }) => id)).toEqual(['c1', claimId]);
    expect(provisional.has(claimId)).toBe(true);
    expect(saveOf(store.getSnapshot(), claimId, 'rationale')).toMatchObject({ state: 'waiting', reason: 'earlier' });
    const done = store.deleteClaim(claimId);
    expect(store.getSnapshot()).toMatchObject({ refusals: [], outbox: { count: 0 } });
    done.undo();
    expect(store.getSnapshot().claimById.get(claimId)?.rationale).toBe('Seen.');
    server.isRefused = () => false;
    store.retry(store.getSnapshot().refusals[0]?.id ?? '');
    await world.calm();
    expect(server.live(claimId)).toMatchObject({ verdict: 'bad', rationale: 'Seen.' });
  });

  it('waits for the person to sign in again', async () => {
    const { store, world, save } = await aDesk();
    store.changeClaim('c1', { verdict: 'false' });
    await world.pass(0);
    await world.decide(401);
    expect(save('verdict')).toMatchObject({ state: 'waiting', reason: 'sign-in' });
    store.retryNow();
    await world.pass(0);
    await world.decide('done');
    expect(save('verdict').state).toBe('saved');
  });

  it('lets the rest of the queue past an entry on which the server keeps failing', async () => {
    const { store, world, server, save } = await aDesk();
    server.answer('POST', '/api/articles/article/claims', {
      body: { id: 'c2', anchors: [{ from: 1, to: 2 }] },
      personId: 'jun',
    });
    await world.deliver(0);
    store.changeClaim('c1', { verdict: 'false' });
    store.changeClaim('c2', { verdict: 'true' });
    for (let turn = 0; turn < 3; turn++) {
      await world.pass(10_000);
      expect(world.calls.map(({ what }) => what)).toEqual(['PATCH /api/claims/c1']);
      await world.decide(500);
    }
    await world.pass(0);
    await world.decide('done');
    expect(server.live('c2').verdict).toBe('true');
    expect(save('verdict')).toMatchObject({ state: 'waiting', reason: 'server' });
    await world.calm();
    expect(server.live('c1').verdict).toBe('false');
  });

  it('lays what an earlier visit left over the server’s data, and sends it', async () => {
    const { store, world, tab, server } = await aDesk();
    store.changeClaim('c1', { rationale: 'Typed, then the tab was closed' });
    const { claimId } = store.markClaim({ passages: [passage(7, 9)] });
    await world.pass(0);
    tab.kill();
    const next = world.openTab();
    await world.pass(0);
    expect(next.store.getSnapshot().claimById.get('c1')?.rationale).toBe('Typed, then the tab was closed');
    expect(next.store.getSnapshot().claimById.has(claimId)).toBe(true);
    await world.calm();
    expect(server.live('c1').rationale).toBe('Typed, then the tab was closed');
    expect(server.makings.get(claimId)).toBe(1);
    expect(world.shelf.size).toBe(0);
  });

  it('sends what was typed last when the desk is left for another page', async () => {
    const { store, world, tab, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Last words' });
    tab.leave();
    await world.pass(0);
    await world.decide('done');
    expect(held().rationale).toBe('Last words');
    expect(world.shelf.size).toBe(0);
  });

  it('never sends one person’s words under another’s name, and keeps them', async () => {
    const { store, world, tab, held } = await aDesk();
    store.changeClaim('c1', { rationale: 'Maya’s' });
    await world.pass(0);
    tab.kill();
    const other = world.openTab({ id: 'ines', name: 'Inès', email: 'ines@example.org', role: 'checker' });
    await world.calm();
    expect(other.store.getSnapshot().outbox.count).toBe(0);
    expect(held().rationale).toBeNull();
    world.openTab();
    await world.calm();
    expect(held().rationale).toBe('Maya’s');
    expect(world.sent.map(({ personId }) => personId)).toEqual(['me']);
  });

  it('sends an entry from one of two tabs only, and shows it in both', async () => {
    const { store, world, held, server } = await aDesk();
    const second = world.openTab();
    await world.pass(0);
    store.changeClaim('c1', { rationale: 'Once' });
    await world.pass(300);
    expect(second.store.getSnapshot().claimById.get('c1')?.rationale).toBe('Once');
    await world.calm();
    expect(held().rationale).toBe('Once');
    expect(server.values).toHaveLength(1);
    expect(world.sent).toHaveLength(1);
    expect(second.store.getSnapshot().outbox.count).toBe(0);
  });

  it('takes back a deletion, a verdict, a place and a citation', async () => {
    const { store, world, claim, server } = await aDesk({ verdict: 'true' });
    store.changeClaim('c1', { verdict: 'false' });
    store.deleteClaim('c1');
    expect(claim()).toBeUndefined();
    expect(store.undo()?.kind).toBe('claim.deleted');
    expect(claim()?.verdict).toBe('false');
    expect(store.getSnapshot().undoable?.field).toBe('verdict');
    store.undo();
    expect(claim()?.verdict).toBe('true');
    const { undo } = store.addAnchor('c1', passage(20, 30));
    await world.calm();
    expect(server.live('c1').anchors).toHaveLength(2);
    undo();
    await world.calm();
    expect(server.live('c1').anchors).toHaveLength(1);
    const { citationId } = store.addCitation('c1', { source: { title: 'Pool report' }, stance: 'refutes' });
    await world.calm();
    store.dropCitation(citationId);
    expect(claim()?.citations).toEqual([]);
    store.undo();
    await world.calm();
    expect(server.live('c1').citations).toMatchObject([{ stance: 'refutes' }]);
  });

  it('does not take back what someone else changed since', async () => {
    const { store, world, foreign, claim } = await aDesk();
    const { undo } = store.changeClaim('c1', { verdict: 'false' });
    await world.calm();
    foreign({ verdict: 'true' });
    await world.deliver(0);
    undo();
    expect(claim()?.verdict).toBe('true');
    expect(store.undo()).toBeNull();
  });

  it('stops an approval of what changed under the reviewer', async () => {
    const { store, world, foreign, held } = await aDesk({ verdict: 'true' });
    store.approve('c1');
    expect(store.getSnapshot().claimById.get('c1')?.status).toBe('approved');
    foreign({ verdict: 'false' });
    await world.calm();
    expect(held().status).toBe('open');
    const [conflict] = store.getSnapshot().conflicts;
    expect(conflict).toMatchObject({ field: 'approval', by: 'jun' });
    expect(store.getSnapshot().claimById.get('c1')?.status).toBe('open');
    store.resolveConflict(conflict?.id ?? '', 'mine');
    await world.calm();
    expect(held()).toMatchObject({ status: 'approved', verdict: 'false' });
  });

  it('takes an approval back that is one of several, and leaves a colleague’s', async () => {
    const { store, world, server, foreign, claim, held } = await aDesk({ verdict: 'true' });
    foreign({ severity: 'critical', status: 'in-review' });
    server.answer('POST', '/api/claims/c1/approve', { ifMatch: held().revision, personId: 'jun' });
    await world.calm();
    const { undo } = store.approve('c1');
    expect(claim()?.approvals.map(({ by }) => by)).toEqual(['jun', 'me']);
    await world.calm();
    undo();
    expect(claim()).toMatchObject({ status: 'in-review', approvals: [{ by: 'jun' }] });
    await world.calm();
    expect(held()).toMatchObject({ status: 'in-review', approvals: [{ by: 'jun' }] });
    expect(world.shelf.size).toBe(0);
    expect(store.undo()).toBeNull();
  });

  it.each(['the approval', 'taking it back'])(
    'takes an approval back where the answer to %s was lost',
    async (lost) => {
      const { store, world, foreign, held } = await aDesk({ verdict: 'true' });
      foreign({ status: 'in-review' });
      await world.calm();
      const { undo } = store.approve('c1');
      await world.pass(0);
      await world.decide(lost === 'the approval' ? 'unanswered' : 'done');
      undo();
      await world.pass(0);
      if (lost !== 'the approval') await world.decide('unanswered');
      await world.calm();
      expect(held()).toMatchObject({ status: 'in-review', approvals: [] });
      expect(store.getSnapshot().refusals).toEqual([]);
    },
  );

  it('starts from what its own change brought about, and calls that no conflict', async () => {
    const { store, world, held } = await aDesk({ verdict: 'true' });
    store.approve('c1');
    await world.calm();
    store.changeClaim('c1', { verdict: 'false' });
    store.changeClaim('c1', { status: 'query' });
    await world.calm();
    expect(held()).toMatchObject({ verdict: 'false', status: 'query' });
    expect(store.getSnapshot().conflicts).toEqual([]);
  });

  it('keeps words in sight whose claim someone else deleted', async () => {
    const { store, world, server, held, claim } = await aDesk();
    store.changeClaim('c1', { rationale: 'Half a sen' });
    server.deleteClaim('jun', held());
    await world.deliver(0);
    expect(claim()).toMatchObject({ rationale: 'Half a sen', deletedAt: expect.any(String) });
    await world.calm();
    expect(store.getSnapshot().refusals).toMatchObject([{ status: 404, mine: 'Half a sen' }]);
    store.restoreClaim('c1');
    store.retry(store.getSnapshot().refusals[0]?.id ?? '');
    await world.calm();
    expect(held().rationale).toBe('Half a sen');
  });

  it('changes one claim of thousands without making the others anew', async () => {
    const { store, world, server } = await aDesk();
    for (let at = 0; at < 2000; at++)
      server.answer('POST', '/api/articles/article/claims', {
        body: { id: `n${at}`, anchors: [{ from: at, to: at + 1 }] },
      });
    world.openTab();
    const big = world.openTab();
    const before = big.store.getSnapshot();
    big.store.changeClaim('n7', { rationale: 'x' });
    const after = big.store.getSnapshot();
    expect(after.claims.filter((claim, at) => claim !== before.claims[at]).map(({ id }) => id)).toEqual(['n7']);
    expect(after.numberOf).toBe(before.numberOf);
    expect(store.getSnapshot()).toBe(store.getSnapshot());
  });
});
