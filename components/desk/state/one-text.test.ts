import fc from 'fast-check';
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { Step, type Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleNode } from '@/components/editor/article-node';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { articleOf } from '@/core/anchor/generated-article';
import type { PositionedAnchor } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import { rebaseSteps } from '@/core/article/rebase-steps';
import { articleSchema } from '@/core/article/schema';
import type { Anchor } from '@/core/claim/claim';
import type { KeptText } from './kept-text';
import type { Ledger } from './ledger';
import { ModelText } from './model-text';
import { textTold } from './settlement';
import { stepsSince } from './steps-since';
import type { TextTold } from './text';
import { TextSender } from './text-sender';
import { anchorIn, claimOf, ledgerOf } from './told-texts';

/**
 * Three people write one text at once, over a network that loses, repeats and delays whatever it likes, in browsers that die.
 * Whatever happens: all end with one text, in which each word that was typed stands once, and with the server's anchors.
 */
const START = articleOf('Ten men saw nine boats.', 'It rained all day.', 'The harbour was full.');
const ANCHORS = ['nine boats', 'rained', 'boats.\nIt rained', 'harbour'].map((words) => anchorIn(START, words, words));

type Fate = 'done' | 'lost' | 'unanswered' | 'failed';

interface Call {
  readonly desk: Desk;
  settle(fate: Fate): void;
}

/** The server, what it told, and what is on its way. */
class World {
  readonly text = new ModelText(START);
  private places: readonly PositionedAnchor[] = ANCHORS;
  calls: Call[] = [];
  time = 0;
  private timers: { at: number; work: () => void }[] = [];
  readonly told: TextTold[] = [];

  later(work: () => void, milliseconds: number): () => void {
    const timer = { at: this.time + milliseconds, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { work } of due) work();
    await settled();
  }

  get anchors(): readonly Anchor[] {
    return this.places.map(({ from, to }, at) => placeAnchor(this.text.doc, { ...ANCHORS[at]!, from, to }));
  }

  take({ version, clientId, steps }: { version: number; clientId: string; steps: unknown[] }): object {
    if (version !== this.text.version) {
      const { since: _, ...lacking } = this.text.since(version);
      throw new ProblemAnswer(409, 'behind', 'Behind.', [], undefined, { ...lacking }, null);
    }
    this.places = this.text.take(steps, clientId)(this.places);
    this.told.push(this.text.since(version));
    return { version: this.text.version, reanchored: [] };
  }
}

/** One open desk: what it knows, its view, and what of it is on the disk. */
class Desk {
  ledger: Ledger;
  /** How many of the server's events came here. */
  heard: number;
  kept: KeptText;
  dead = false;
  private state: EditorState;
  private readonly sender: TextSender;

  constructor(
    readonly world: World,
    readonly clientId: string,
    left: KeptText | null,
  ) {
    const { text, anchors } = world;
    const opened = ledgerOf(text.doc, [claimOf('c', anchors)]);
    this.ledger = {
      ...opened,
      known: { ...opened.known, article: { ...opened.known.article, version: text.version } },
    };
    this.heard = world.told.length;
    this.state = this.fresh();
    this.kept = { clientId, personId: clientId, articleId: 'article', version: text.version, steps: [] };
    if (left) this.resume(left);
    this.sender = new TextSender('article', clientId, {
      version: () => this.version,
      call: (_method, _path, { body }) =>
        new Promise((resolve, reject) => {
          const settle = (fate: Fate) => {
            try {
              if (fate === 'lost') throw new NoAnswer('lost');
              if (fate === 'failed') throw new ProblemAnswer(503, null, 'Down.', [], undefined, {}, null);
              const answer = world.take(structuredClone(body) as Parameters<World['take']>[0]);
              if (fate === 'unanswered') throw new NoAnswer('unanswered');
              if (!this.dead) resolve(answer);
            } catch (failure) {
              if (!this.dead) reject(fate === 'unanswered' ? new NoAnswer('unanswered') : failure);
            }
          };
          world.calls.push({ desk: this, settle });
        }),
      onTold: (came) => this.hear(came),
      onUnsent: (version, steps) => {
        this.kept = { ...this.kept, version, steps: steps.map((step) => step.toJSON()) };
      },
      onState: () => undefined,
      onReached: () => undefined,
      isOnline: () => true,
      now: () => world.time,
      later: (work, milliseconds) => world.later(() => this.dead || work(), milliseconds),
      random: () => 0.5,
    });
    this.sender.attach({
      clientId,
      version: () => getVersion(this.state),
      unsent: () => this.unsent,
      isComposing: () => false,
      discard: () => undefined,
    });
  }

  private get version(): number {
    return this.ledger.known.article.version;
  }

  get unsent(): readonly Step[] {
    return sendableSteps(this.state)?.steps ?? [];
  }

  get anchors(): readonly Anchor[] {
    return this.ledger.known.claims.get('c')!.anchors;
  }

  get doc() {
    return this.state.doc;
  }

  get known() {
    return articleNode(this.ledger.known.article.doc);
  }

  private fresh(): EditorState {
    return EditorState.create({
      doc: this.known,
      plugins: [collab({ version: this.version, clientID: this.clientId })],
    });
  }

  /** Writes what an earlier visit left. */
  private resume({ clientId, version, steps }: KeptText): void {
    const over = this.world.text.since(version);
    const mine = rebaseSteps(
      steps.map((step) => Step.fromJSON(articleSchema, step)),
      over.steps.map((step) => Step.fromJSON(articleSchema, step)),
      this.state.doc,
      (at) => over.clientIds[at] === clientId,
    );
    const { tr } = this.state;
    for (const step of mine.steps) tr.step(step);
    this.state = this.state.apply(tr);
  }

  hear(came: TextTold): void {
    // Edits before it are missing: they are read.
    const whole = came.since > this.version ? this.world.text.since(this.version) : came;
    this.ledger = textTold(this.ledger, whole);
  }

  /** The view shows what is known. */
  show(): void {
    const { version } = this;
    const news = stepsSince({ version, steps: this.ledger.known.steps }, getVersion(this.state)) ?? [];
    for (let at = 0; at < news.length; ) {
      const own = news[at]!.clientId === this.clientId;
      const run = [];
      while (at < news.length && (news[at]!.clientId === this.clientId) === own) run.push(news[at++]!);
      const ids = run.map(({ clientId }) => clientId);
      this.state = this.state.apply(
        receiveTransaction(
          this.state,
          run.map(({ step }) => step),
          ids,
        ),
      );
    }
    this.sender.changed();
  }

  write(edit: (tr: Transform) => void): void {
    const { tr } = this.state;
    edit(tr);
    this.state = this.state.apply(tr);
    this.sender.changed();
  }

  hurry(): void {
    this.sender.tryNow();
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) await Promise.resolve();
}

const who = fc.nat(2);
const place = fc.nat(300);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('type' as const), who, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), who, place, span: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('split' as const, 'join' as const), who, place }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(50, 400, 5_000) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      at: fc.nat(3),
      fate: fc.constantFrom<Fate>('done', 'done', 'done', 'lost', 'unanswered', 'failed'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('hear' as const),
      who,
      back: fc.nat(3),
      count: fc.nat(3),
      shown: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('show' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), who }) },
);
type Act = typeof step extends fc.Arbitrary<infer S> ? S : never;

class Story {
  readonly world = new World();
  readonly desks = ['a', 'b', 'c'].map((name) => new Desk(this.world, `${name}0`, null));
  readonly typed: string[] = [];

  async take(act: Act): Promise<void> {
    const { world } = this;
    switch (act.do) {
      case 'pass':
        return world.pass(act.ms);
      case 'decide': {
        const [call] = world.calls.splice(act.at % Math.max(1, world.calls.length), 1);
        call?.settle(act.fate);
        return settled();
      }
      case 'hear': {
        // Events come in order; a connection that was made anew repeats some.
        const desk = this.desks[act.who]!;
        const from = Math.max(0, desk.heard - act.back);
        for (const came of world.told.slice(from, desk.heard + act.count)) desk.hear(structuredClone(came));
        desk.heard = Math.min(world.told.length, desk.heard + act.count);
        // The view may be kept from showing it: while a selection is made, say.
        if (act.shown) desk.show();
        return;
      }
      case 'show':
        return this.desks[act.who]!.show();
      case 'die': {
        const old = this.desks[act.who]!;
        old.dead = true;
        // What the browser had sent is decided before the page is there again: done or not, nobody hears of it.
        for (const [at, call] of world.calls.filter(({ desk }) => desk === old).entries())
          call.settle(at % 2 === 0 ? 'unanswered' : 'lost');
        world.calls = world.calls.filter(({ desk }) => desk !== old);
        await settled();
        const name = `${old.clientId[0]}${Number(old.clientId.slice(1)) + 1}`;
        this.desks[act.who] = new Desk(world, name, old.kept);
        return;
      }
      default:
        return this.write(act);
    }
  }

  private write(act: Extract<Act, { who: number; place: number }>): void {
    const desk = this.desks[act.who]!;
    const { doc } = desk;
    const at = act.place % doc.content.size;
    if (act.do === 'type') {
      // A sign that stands for itself: it is one character, so that no edit can part it.
      const sign = String.fromCodePoint(0x4e00 + this.typed.length);
      const inside = doc.resolve(at).parent.isTextblock ? at : at + 1;
      if (!doc.resolve(Math.min(inside, doc.content.size)).parent.isTextblock) return;
      this.typed.push(sign);
      desk.write((tr) => tr.insert(inside, articleSchema.text(sign)));
    } else if (act.do === 'delete') {
      const to = Math.min(doc.content.size, at + act.span);
      const $at = doc.resolve(at);
      const inside = $at.parent.isTextblock && to <= $at.end() && to > at;
      // What was typed stays, so that it can be counted; a colleague may type inside what is deleted, and that goes with it.
      if (inside && !/[\u4e00-\u9fff]/.test(doc.textBetween(at, to))) desk.write((tr) => tr.delete(at, to));
    } else if (act.do === 'split') {
      if (doc.resolve(at).parent.isTextblock) desk.write((tr) => tr.split(at));
    } else if (doc.resolve(at).parent.type.name === 'doc' && at > 0) desk.write((tr) => tr.join(at));
  }

  /** Everything works from now on, until nothing is left to do. */
  async calm(): Promise<void> {
    for (let turn = 0; turn < 200; turn++) {
      for (const desk of this.desks) {
        desk.hear(this.world.text.since(0));
        desk.show();
        desk.hurry();
      }
      await this.world.pass(400);
      const busy = this.world.calls.length > 0;
      for (const call of this.world.calls.splice(0)) call.settle('done');
      await settled();
      if (!busy && this.desks.every(({ unsent }) => unsent.length === 0)) return;
    }
    throw new Error('There is no end to it.');
  }
}

const told = async (acts: readonly Act[]) => {
  const story = new Story();
  for (const act of acts) await story.take(act);
  await story.calm();
  return story;
};
const options = {
  numRuns: Number(process.env.RUNS ?? 300),
  ...(process.env.SEED && { seed: Number(process.env.SEED) }),
};
const acts = (without: readonly Act['do'][] = []) =>
  fc.array(
    step.filter((act) => !without.includes(act.do)),
    { minLength: 5, maxLength: 80, size: 'max' },
  );

describe('three people who write at once', () => {
  it('end with one text, and with the server’s anchors', async () => {
    await fc.assert(
      fc.asyncProperty(acts(), async (all) => {
        const { world, desks } = await told(all);
        for (const desk of desks) {
          expect(desk.doc.toJSON()).toEqual(world.text.doc.toJSON());
          expect(desk.known.toJSON()).toEqual(world.text.doc.toJSON());
          expect(byId(desk.anchors)).toEqual(byId(world.anchors));
          expect(desk.kept.steps).toEqual([]);
        }
      }),
      options,
    );
  }, 600_000);

  it('find each sign that was typed once in the text', async () => {
    await fc.assert(
      // Whoever types where another deletes or joins may lose it with the words around it: here nobody does.
      fc.asyncProperty(acts(['delete', 'split', 'join']), async (all) => {
        const { world, typed } = await told(all);
        const text = world.text.doc.textContent;
        expect(typed.map((sign) => [sign, text.split(sign).length - 1])).toEqual(typed.map((sign) => [sign, 1]));
      }),
      options,
    );
  }, 600_000);
});

const byId = (anchors: readonly Anchor[]) => [...anchors].sort((a, b) => (a.id < b.id ? -1 : 1));
