import fc from 'fast-check';
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { getArticle } from '@/db/queries/articles';
import { listClaims } from '@/db/queries/claims';
import { type StepsAfter, stepsAfter } from '@/db/queries/steps';
import type { Store } from '@/db/store';
import { Follower } from '@/db/testing/follower';
import { Hand, type RandomEdit, randomEdit } from '@/db/testing/random-edits';
import { callsOf, person, temporaryStore } from '@/db/testing/temporary-store';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { editText } from './edit-text';

const text = `The bridge cost forty million euros. It opened in 1987.

The mayor called it the longest bridge in the country.

Once more: The bridge cost forty million euros.

It rained all day.`;

/** One desk as the browser's is: it types at once, sends what it can, and takes in what others sent first. */
class DeskOfOne {
  private readonly hand = new Hand();
  private state: EditorState;
  readonly follower: Follower;

  constructor(
    private readonly store: Store,
    private readonly call: () => Call,
    private readonly articleId: string,
    readonly clientId: string,
    doc: Node,
    version: number,
    anchors: Follower['anchors'],
  ) {
    this.state = EditorState.create({ doc, plugins: [collab({ version, clientID: clientId })] });
    this.follower = new Follower(doc, version, anchors);
  }

  get text(): unknown {
    return this.state.doc.toJSON();
  }
  get version(): number {
    return getVersion(this.state);
  }

  type(edit: RandomEdit): void {
    const change = this.state.tr;
    this.hand.make(change, edit);
    this.state = this.state.apply(change);
  }

  /** Sends what waits; behind, it takes in what it lacks and leaves the sending to the next time. */
  async send(): Promise<void> {
    const sendable = sendableSteps(this.state);
    if (!sendable) return this.hear();
    const steps = sendable.steps.map((step) => step.toJSON());
    try {
      const { version, clientId } = { version: sendable.version, clientId: this.clientId };
      const { reanchored } = await editText(this.store, this.call(), this.articleId, { version, clientId, steps });
      this.take({ version: version + steps.length, steps, clientIds: steps.map(() => clientId), reanchored });
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'behind') throw failure;
      this.take(failure.extra as unknown as StepsAfter);
    }
  }

  async hear(): Promise<void> {
    this.take(await stepsAfter(this.store, this.call(), this.articleId, this.version));
  }

  async settle(): Promise<void> {
    while (sendableSteps(this.state)) await this.send();
    await this.hear();
  }

  /** Marks what stands at a place of the version that it knows as confirmed. */
  async mark(from: number, to: number): Promise<void> {
    const { version } = this;
    await createClaim(this.store, this.call(), this.articleId, { anchors: [{ from, to, version }] }).catch(
      (failure: unknown) => {
        if (!(failure instanceof Problem)) throw failure;
      },
    );
  }

  private take({ version, steps, clientIds, reanchored }: StepsAfter): void {
    // What it heard on another way meanwhile it has.
    const known = this.version - (version - steps.length);
    const news = steps.slice(known);
    const made = news.map((step) => Step.fromJSON(articleSchema, step));
    this.state = this.state.apply(receiveTransaction(this.state, made, clientIds.slice(known)));
    this.follower.take({ version, steps: news, reanchored });
  }
}

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who: fc.nat(2), edit: randomEdit }) },
  { weight: 4, arbitrary: fc.record({ who: fc.nat(2), send: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.nat(2), together: fc.constant(true) }) },
  { weight: 1, arbitrary: fc.record({ who: fc.nat(2), mark: fc.tuple(fc.nat(180), fc.integer({ min: 1, max: 60 })) }) },
);

describe('three desks on one text', () => {
  let home: Awaited<ReturnType<typeof temporaryStore>>;
  beforeAll(async () => {
    home = await temporaryStore();
  });
  afterAll(() => home.drop());

  it('come to the same text and the same anchors, whoever typed and sent what when', { timeout: 240_000 }, async () => {
    const { store } = home;
    const calls = callsOf();
    const ed = await person(store, 'Ed', 'editor');
    const call = () => ({ ...calls(ed), newId: () => crypto.randomUUID() });
    const places = fc.array(fc.tuple(fc.nat(180), fc.integer({ min: 1, max: 60 })), { maxLength: 8 });
    const actions = fc.array(action, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(places, actions, async (places, actions) => {
        const { record } = await createArticle(store, call(), { text, language: 'en' });
        for (const [from, length] of places)
          await createClaim(store, call(), record.id, { anchors: [{ from, to: from + length, version: 0 }] }).catch(
            () => null,
          );
        const anchorsNow = async () =>
          (await listClaims(store, call(), record.id)).items.flatMap(({ anchors }) => anchors);
        const { doc } = await getArticle(store, call(), record.id);
        const anchors = await anchorsNow();
        const desks = ['a', 'b', 'c'].map(
          (id) => new DeskOfOne(store, call, record.id, id, Node.fromJSON(articleSchema, doc), 0, anchors),
        );
        for (const action of actions) {
          const desk = desks[action.who]!;
          if ('edit' in action) desk.type(action.edit);
          else if ('send' in action) await desk.send();
          else if ('together' in action) await Promise.all(desks.map((one) => one.send()));
          else await desk.mark(action.mark[0], action.mark[0] + action.mark[1]);
        }
        for (const desk of [...desks, ...desks]) await desk.settle();
        const now = await getArticle(store, call(), record.id);
        const stand = new Map((await anchorsNow()).map(({ id, from, to }) => [id, { id, from, to }]));
        for (const desk of desks) {
          expect(desk.version).toBe(now.version);
          expect(desk.text).toEqual(now.doc);
          expect(desk.follower.doc.toJSON()).toEqual(now.doc);
          expect(desk.follower.anchors).toEqual(desk.follower.anchors.map(({ id }) => stand.get(id)));
        }
        // Who loads the article only now sees the same as who followed it.
        const replayed = Follower.of({ doc, version: 0 }, anchors);
        replayed.take(await stepsAfter(store, call(), record.id, 0));
        expect(replayed.doc.toJSON()).toEqual(now.doc);
        expect(replayed.anchors).toEqual(replayed.anchors.map(({ id }) => stand.get(id)));
      }),
      { numRuns: 60 },
    );
  });
});
