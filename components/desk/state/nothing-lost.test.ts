import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldKey } from './desk-state';
import { type Fate, type ModelTab, ModelWorld } from './model-world';

/**
 * A person with two tabs, a colleague, a network and a browser that do whatever they like, in any order. Whatever happens: what
 * was typed last into a field is on the server, or in the outbox, or was let go by the person's own choice; and nothing of the
 * colleague's is overwritten that the person had not seen.
 */
const fields = ['rationale', 'correction', 'verdict', 'status', 'quote'] as const;
const statuses = ['open', 'checking', 'query', 'disputed'];
const fates: Fate[] = ['done', 'done', 'done', 'lost', 'unanswered', 500, 401, 429];

const tab = fc.constantFrom(0, 1);
const place = fc.nat({ max: 3 });
const field = fc.constantFrom(...fields);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), tab, place, field }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('decide' as const), fate: fc.constantFrom(...fates) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('colleague' as const), place, field }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('colleague during a write' as const), place, field }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 50, 700, 3_000, 70_000) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('deliver' as const), tab, count: fc.constantFrom(1, 2, 9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), tab, kill: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mark' as const), tab }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('resolve' as const), tab, how: fc.constantFrom('mine', 'theirs', 'both') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), tab, discard: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), tab, place, restore: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('colleague deletes' as const), place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cite' as const), tab, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('say' as const), tab, place, answer: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('colleague says' as const), place, answer: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const), tab, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unsay' as const), tab, place, restore: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('approve' as const), tab, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hope' as const), tab }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

class Story {
  readonly world = new ModelWorld();
  readonly tabs: ModelTab[] = [];
  /** The last that the person typed, by field. */
  readonly typed = new Map<string, unknown>();
  /** What the person let go on purpose. */
  readonly letGo = new Set<unknown>();
  /** What of others the person had before their eyes when they typed or chose, by field. */
  readonly seen = new Map<string, Set<unknown>>();
  /** The claim and the comment that a comment of the person's is about. */
  private readonly about = new Map<string, readonly (string | undefined)[]>();
  private words = 0;

  async open() {
    for (const id of ['c1', 'c2'])
      this.world.server.answer('POST', '/api/articles/article/claims', {
        body: { id, anchors: [{ from: 1, to: 5 }] },
        personId: 'jun',
      });
    this.world.server.isRefused = (value) => typeof value === 'string' && value.includes('bad');
    for (let index = 0; index < 2; index++) this.tabs.push(this.world.openTab());
    await this.world.pass(0);
  }

  private tab(index: number): ModelTab {
    return this.tabs[index] as ModelTab;
  }
  private look(key: string, value: unknown) {
    const seen = this.seen.get(key) ?? new Set([null]);
    this.seen.set(key, seen.add(value));
  }

  private colleague({ place, field }: { place: number; field: (typeof fields)[number] }) {
    const { world } = this;
    const claim = [...world.server.claims.values()].filter(({ deletedAt }) => !deletedAt)[place];
    if (claim && field !== 'quote') world.server.changeClaim('jun', claim, { [field]: this.value(field, 'Jun') });
    else if (claim?.citations[0]) {
      const { id, revision } = claim.citations[0];
      world.server.answer('PATCH', `/api/citations/${id}`, {
        body: { quote: this.value('quote', 'Jun') },
        ifMatch: revision,
        personId: 'jun',
      });
    }
  }

  async take(step: Step) {
    const { world } = this;
    switch (step.do) {
      case 'type':
        return this.type(step);
      case 'decide':
        return world.decide(step.fate);
      case 'pass':
        return world.pass(step.ms);
      case 'deliver':
        return world.deliver(this.tab(step.tab).index, step.count);
      case 'hope':
        return world.hope(this.tab(step.tab).index);
      case 'reload': {
        // What was typed this instant is on the disk a moment later; the tab dies after that moment.
        await world.pass(0);
        if (step.kill) this.tab(step.tab).kill();
        else this.tab(step.tab).leave();
        this.tabs[step.tab] = world.openTab();
        return world.pass(0);
      }
      case 'colleague':
        return this.colleague(step);
      case 'colleague during a write':
        world.duringWrite = async (tab) => {
          this.colleague(step);
          await world.deliver(tab);
        };
        return;
      case 'colleague deletes': {
        const claim = [...world.server.claims.values()].filter(({ deletedAt }) => !deletedAt)[step.place];
        if (claim) world.server.deleteClaim('jun', claim);
        return;
      }
      case 'mark':
        this.tab(step.tab).store.markClaim({ passages: [{ from: 7, to: 9, exact: 'x', prefix: '', suffix: '' }] });
        return;
      case 'cite': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        if (claim)
          this.tab(step.tab).store.addCitation(claim.id, { source: { title: 'Pool report' }, stance: 'refutes' });
        return;
      }
      case 'say': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        if (!claim) return;
        const parentId = step.answer ? claim.comments.find((one) => one.parentId === null)?.id : undefined;
        const body = this.value('body', 'Maya');
        const said = { body, ...(parentId && { parentId }) };
        const { commentId } = this.tab(step.tab).store.addComment(claim.id, said);
        this.typed.set(fieldKey(commentId, 'body'), body);
        this.about.set(commentId, [claim.id, parentId]);
        return;
      }
      case 'colleague says': {
        const claim = [...world.server.claims.values()].filter(({ deletedAt }) => !deletedAt)[step.place];
        if (!claim) return;
        const parentId = step.answer ? claim.comments.find((one) => one.parentId === null)?.id : undefined;
        const body = this.value('body', 'Jun');
        world.server.answer('POST', `/api/claims/${claim.id}/comments`, {
          body: { id: `jun-${this.words}`, body, ...(parentId && { parentId }) },
          personId: 'jun',
        });
        return;
      }
      case 'settle': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        const first = claim?.comments.find((one) => one.parentId === null);
        if (first?.resolvedAt === null) this.tab(step.tab).store.resolveComment(first.id);
        else if (first) this.tab(step.tab).store.reopenComment(first.id);
        return;
      }
      case 'unsay': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        const comment = claim?.comments.at(-1);
        if (!comment) return;
        const { undo } = this.tab(step.tab).store.deleteComment(comment.id);
        if (step.restore) undo();
        else this.letGo.add(comment.body);
        return;
      }
      case 'approve': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        if (claim) this.tab(step.tab).store.approve(claim.id);
        return;
      }
      case 'delete': {
        const claim = this.tab(step.tab).store.getSnapshot().claims[step.place];
        if (!claim) return;
        const { undo } = this.tab(step.tab).store.deleteClaim(claim.id);
        if (step.restore) undo();
        // A claim that the server had refused and the person removed is let go with its words.
        else this.letGoOf(claim.id);
        return;
      }
      case 'resolve': {
        const { store } = this.tab(step.tab);
        const conflict = store.getSnapshot().conflicts[0];
        if (!conflict) return;
        const key = fieldKey(conflict.recordId, conflict.field);
        this.look(key, conflict.theirs);
        if (step.how === 'theirs') this.letGo.add(conflict.mine);
        store.resolveConflict(conflict.id, step.how as 'mine');
        return;
      }
      case 'again': {
        const { store } = this.tab(step.tab);
        const refusal = store.getSnapshot().refusals[0];
        if (!refusal) return;
        if (!step.discard) return store.retry(refusal.id);
        this.letGo.add(refusal.mine);
        this.letGoOf(refusal.recordId);
        store.discard(refusal.id);
      }
    }
  }

  /** What was typed into a record, and said about it. */
  private letGoOf(recordId: string) {
    for (const [key, value] of this.typed) {
      const id = key.split(' ')[0] ?? '';
      if (id === recordId || this.about.get(id)?.includes(recordId)) this.letGo.add(value);
    }
  }

  private type({ tab, place, field }: { tab: number; place: number; field: (typeof fields)[number] }) {
    const { store } = this.tab(tab);
    const claim = store.getSnapshot().claims[place];
    if (!claim) return;
    if (field === 'quote') {
      const [citation] = claim.citations;
      if (!citation) return;
      const value = this.value(field, 'Maya');
      this.look(fieldKey(citation.id, field), citation.quote);
      store.changeCitation(citation.id, { quote: value });
      this.typed.set(fieldKey(citation.id, field), value);
      return;
    }
    const value = this.value(field, 'Maya');
    const key = fieldKey(claim.id, field);
    this.look(key, claim[field]);
    store.changeClaim(claim.id, { [field]: value });
    // Choosing what is chosen already asks for nothing; nor does a status taken back to the server's before it was sent.
    const queued = store.getSnapshot().saves.get(key)?.state ?? 'saved';
    const isBack = queued === 'saved' && this.world.server.claims.get(claim.id)?.[field] === value;
    if (claim[field] === value || isBack) this.typed.delete(key);
    else this.typed.set(key, value);
  }

  private value(field: string, who: string): string {
    this.words++;
    if (field === 'status') return statuses[this.words % statuses.length] as string;
    return `${who} ${this.words}${who === 'Maya' && this.words % 11 === 0 ? ' bad' : ''}`;
  }

  /** What was typed last and is now nowhere: not on the server, not in the outbox, not let go. */
  lost(): string[] {
    const { world } = this;
    const kept = [...world.shelf.values()];
    return [...this.typed].flatMap(([key, value]) => {
      const [recordId, field] = key.split(' ');
      const there =
        this.letGo.has(value) ||
        [...world.server.claims.values()].some(
          (claim) => claim.id === recordId && claim[field as 'status'] === value,
        ) ||
        kept.some(
          (entry) =>
            entry.recordId === recordId &&
            (entry.field === field || (field === 'body' && entry.field === '*')) &&
            JSON.stringify(entry.value)?.includes(String(value)),
        ) ||
        world.server.values.some(
          (one) => one.recordId === recordId && one.field === field && String(one.value).includes(String(value)),
        );
      return there ? [] : [`${key}: ${value}`];
    });
  }

  /** The colleague's values that this person overwrote unseen. Statuses repeat, and follow from verdicts: they do not count. */
  overwritten(): string[] {
    return this.world.server.values.flatMap(({ recordId, field, before, by }) => {
      const theirs = typeof before === 'string' && before.startsWith('Jun') && !before.includes('\n');
      const key = fieldKey(recordId, field);
      return by === 'me' && theirs && !this.seen.get(key)?.has(before) ? [`${key}: ${before}`] : [];
    });
  }
}

async function told(steps: readonly Step[]): Promise<Story> {
  const story = new Story();
  await story.open();
  for (const step of steps) {
    await story.take(step);
  }
  await story.world.pass(0);
  return story;
}

describe('whatever happens', () => {
  it('nothing typed is lost, nothing unseen is overwritten, and nothing is made twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const story = await told(steps);
        expect(story.lost()).toEqual([]);
        expect(story.overwritten()).toEqual([]);
        await story.world.calm();
        expect(story.lost()).toEqual([]);
        expect(story.overwritten()).toEqual([]);
        expect([...story.world.server.makings.values()].filter((times) => times > 1)).toEqual([]);
        const [one, other] = story.tabs.map(({ store }) => store.getSnapshot());
        // What is left needs the person, and is in front of them, in both tabs.
        expect(one?.outbox.count).toBe(story.world.shelf.size);
        expect(other?.outbox.count).toBe(story.world.shelf.size);
        if (story.world.shelf.size > 0)
          expect((one?.conflicts.length ?? 0) + (one?.refusals.length ?? 0)).toBeGreaterThan(0);
        // Where nothing is left, both tabs show what the server has.
        if (story.world.shelf.size === 0)
          for (const state of [one, other])
            expect(state?.claims.map(({ id }) => story.world.server.live(id))).toEqual(state?.claims);
      }),
      { numRuns: Number(process.env.RUNS ?? 400), ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  }, 600_000);
});
