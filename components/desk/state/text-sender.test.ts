import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { Step } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import type { Writer } from '@/components/editor/writing/writing';
import { NoAnswer, ProblemAnswer } from '@/components/interface/call';
import { articleOf } from '@/core/anchor/generated-article';
import { articleSchema } from '@/core/article/schema';
import { type Text, type TextTold, told } from './text';
import { TextSender } from './text-sender';

const START = articleOf('It rained.');
const EDITED = 4;

/** A desk with its text and its view, a clock that a test moves, and calls that hang until it answers them. */
function aDesk() {
  let now = 0;
  let text: Text = { doc: START, version: EDITED, steps: [] };
  let composing = false;
  let timers: { at: number; work: () => void }[] = [];
  let state = EditorState.create({ doc: START, plugins: [collab({ version: EDITED, clientID: 'me' })] });
  const calls: { body: { version: number; clientId: string; steps: unknown[] }; at: number }[] = [];
  const hanging: { resolve(answer: unknown): void; reject(failure: unknown): void }[] = [];
  const kept: { version: number; steps: readonly Step[] }[] = [];
  const states: { down: string | null; refused: string | null; unsent: number }[] = [];
  const tell = (came: TextTold) => {
    text = told(text, came)?.text ?? text;
  };
  const sender = new TextSender('article', 'maya', {
    version: () => text.version,
    call: (_method, path, { body, personId }) => {
      expect([path, personId]).toEqual(['/api/articles/article/steps', 'maya']);
      calls.push({ body: body as (typeof calls)[number]['body'], at: now });
      return new Promise((resolve, reject) => hanging.push({ resolve, reject }));
    },
    onTold: tell,
    onUnsent: (version, steps) => kept.push({ version, steps }),
    onState: () => states.push({ down: sender.down, refused: sender.refusal?.message ?? null, unsent: sender.unsent }),
    onReached: () => undefined,
    isOnline: () => true,
    now: () => now,
    later: (work, milliseconds) => {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random: () => 1,
  });
  const writer: Writer = {
    clientId: 'me',
    version: () => getVersion(state),
    unsent: () => sendableSteps(state)?.steps ?? [],
    isComposing: () => composing,
    discard: () => {
      state = EditorState.create({ doc: text.doc, plugins: [collab({ version: text.version, clientID: 'me' })] });
      sender.changed();
    },
  };
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const desk = {
    sender,
    calls,
    kept,
    states,
    words: () => state.doc.textContent,
    serverWords: () => text.doc.textContent,
    version: () => text.version,
    compose: (on: boolean) => {
      composing = on;
    },
    type(words: string, at = 1) {
      state = state.apply(state.tr.insertText(words, at));
      sender.changed();
    },
    /** The view shows what the text is by now. */
    show() {
      const news = text.steps.slice(text.steps.length - (text.version - getVersion(state)));
      const ids = news.map(({ clientId }) => clientId);
      if (news.length > 0)
        state = state.apply(
          receiveTransaction(
            state,
            news.map(({ step }) => step),
            ids,
          ),
        );
      sender.changed();
    },
    /** Edits of others, or of one's own, that an event tells of. */
    hear(...words: [string, string][]) {
      tell(news(text.version, words));
    },
    async pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        const next = timers.reduce((soonest, { at }) => Math.min(soonest, at), Number.POSITIVE_INFINITY);
        if (next > until) break;
        now = Math.max(now, next);
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { work } of due) work();
        await settled();
      }
      now = until;
      await settled();
    },
    /** The server takes the call that hangs. */
    async takes() {
      const { body } = calls.at(-1)!;
      hanging.shift()?.resolve({ version: body.version + body.steps.length, reanchored: [] });
      await settled();
    },
    async answers(answer: unknown) {
      hanging.shift()?.resolve(answer);
      await settled();
    },
    async fails(failure: unknown) {
      hanging.shift()?.reject(failure);
      await settled();
    },
    steps: () => calls.map(({ body }) => body.steps.length),
    timers: () => timers.length,
  };
  desk.sender.attach(writer);
  return desk;
}

/** Words put at the start one after another, by whom. */
function news(since: number, words: readonly [string, string][]): TextTold {
  const steps = words.map(([put]) => ({
    stepType: 'replace',
    from: 1,
    to: 1,
    slice: { content: [{ type: 'text', text: put }] },
  }));
  return { since, version: since + words.length, steps, clientIds: words.map(([, by]) => by), reanchored: [] };
}

const problem = (status: number, members: object = {}, retryAfter: number | null = null) =>
  new ProblemAnswer(status, null, `The server says ${status}.`, [], undefined, { ...members }, retryAfter);
const behind = (since: number, ...words: [string, string][]) => {
  const { since: _, ...told } = news(since, words);
  return problem(409, told);
};
const wordsOf = (steps: readonly unknown[]) =>
  steps.map((step) => {
    const { slice } = Step.fromJSON(articleSchema, step) as unknown as {
      slice: { content: { textBetween(a: number, b: number): string; size: number } };
    };
    return slice.content.textBetween(0, slice.content.size);
  });

describe('the sender of the text', () => {
  it('sends what was written once the keys pause, once', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(100);
    desk.type('b', 2);
    await desk.pass(119);
    expect(desk.calls).toEqual([]);
    await desk.pass(1);
    expect(desk.calls).toMatchObject([{ body: { version: 4, clientId: 'me' } }]);
    expect(desk.steps()).toEqual([2]);
    await desk.takes();
    desk.show();
    await desk.pass(60_000);
    expect(desk.calls).toHaveLength(1);
    expect(desk.sender.unsent).toBe(0);
    expect([desk.serverWords(), desk.version()]).toEqual(['abIt rained.', 6]);
  });

  it('sends while the keys do not pause, no more often than every 400 ms', async () => {
    const desk = aDesk();
    for (let key = 0; key < 40; key++) {
      desk.type('a');
      await desk.pass(50);
      if (desk.calls.length > 0) await desk.takes();
      desk.show();
    }
    const gaps = desk.calls.slice(1).map(({ at }, index) => at - desk.calls[index]!.at);
    expect(desk.calls.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(400);
  });

  it('keeps one call on its way at a time, and sends the rest after it', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    desk.type('b', 2);
    await desk.pass(5_000);
    expect(desk.steps()).toEqual([1]);
    await desk.takes();
    desk.show();
    await desk.pass(120);
    expect(desk.calls.at(-1)).toMatchObject({ body: { version: 5 } });
    expect(desk.steps()).toEqual([1, 1]);
  });

  it('sends at most 500 steps in one call', async () => {
    const desk = aDesk();
    for (let key = 0; key < 501; key++) desk.type('a');
    await desk.pass(400);
    await desk.takes();
    desk.show();
    await desk.pass(400);
    expect(desk.steps()).toEqual([500, 1]);
  });

  it('takes in what came first and sends its own again after it', async () => {
    const desk = aDesk();
    desk.type('mine ');
    await desk.pass(120);
    await desk.fails(behind(4, ['theirs ', 'jun']));
    desk.show();
    expect(desk.words()).toBe('theirs mine It rained.');
    await desk.pass(400);
    expect(desk.calls.at(-1)!.body).toMatchObject({ version: 5, steps: [{ from: 8, to: 8 }] });
    await desk.takes();
    expect(desk.serverWords()).toBe('theirs mine It rained.');
    expect(desk.sender.refusal).toBeNull();
  });

  it('counts a 409 from the version that was sent, whatever was heard since', async () => {
    const desk = aDesk();
    desk.type('mine ');
    await desk.pass(120);
    desk.hear(['one ', 'jun']);
    desk.show();
    await desk.fails(behind(4, ['one ', 'jun'], ['two ', 'jun']));
    desk.show();
    expect(desk.serverWords()).toBe('two one It rained.');
    expect(desk.words()).toBe('two one mine It rained.');
  });

  it('does not send twice what the server had though no answer came', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(new NoAnswer('lost'));
    desk.type('b', 2);
    desk.sender.tryNow();
    await desk.pass(0);
    expect(desk.steps()).toEqual([1, 2]);
    await desk.fails(behind(4, ['a', 'me']));
    desk.show();
    await desk.pass(400);
    expect(desk.calls.map(({ body }) => wordsOf(body.steps))).toEqual([['a'], ['a', 'b'], ['b']]);
    await desk.takes();
    desk.show();
    expect(desk.serverWords()).toBe('abIt rained.');
    expect(desk.sender.unsent).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['no answer', new NoAnswer('lost'), 'server'],
    ['a broken server', problem(500), 'server'],
    ['a server that takes too long', problem(408), 'server'],
    ['a session that ended', problem(401), 'sign-in'],
    ['too many calls', problem(429), 'busy'],
    ['an answer that is not Stet’s', null, 'server'],
  ])('says so and waits ever longer after %s, and comes back when there is hope', async (_, failure, down) => {
    const desk = aDesk();
    const failed = () => (failure === null ? desk.answers('<html>') : desk.fails(failure));
    desk.type('a');
    await desk.pass(120);
    await failed();
    expect(desk.states.at(-1)).toEqual({ down, refused: null, unsent: 1 });
    await desk.pass(999);
    expect(desk.calls).toHaveLength(1);
    await desk.pass(1);
    expect(desk.calls).toHaveLength(2);
    await failed();
    desk.type('b', 2);
    await desk.pass(1_999);
    expect(desk.calls).toHaveLength(2);
    desk.sender.tryNow();
    await desk.pass(0);
    expect(desk.calls).toHaveLength(3);
    await desk.takes();
    expect(desk.sender.down).toBeNull();
  });

  it('waits as long as the server asks', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(429, {}, 7_000));
    await desk.pass(6_999);
    expect(desk.calls).toHaveLength(1);
    await desk.pass(1);
    expect(desk.calls).toHaveLength(2);
  });

  it('is not down any more once the server turns out to have it all', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(new NoAnswer('lost'));
    desk.hear(['a', 'me']);
    desk.show();
    expect(desk.states.at(-1)).toEqual({ down: null, refused: null, unsent: 0 });
    await desk.pass(60_000);
    desk.type('b', 2);
    await desk.pass(120);
    expect(desk.steps()).toEqual([1, 1]);
  });

  it('tries again though the view was behind when the next try was due', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(new NoAnswer('lost'));
    desk.hear(['theirs ', 'jun']);
    await desk.pass(60_000);
    expect(desk.calls).toHaveLength(1);
    desk.show();
    await desk.pass(120);
    expect(desk.calls.at(-1)).toMatchObject({ body: { version: 5 } });
  });

  it('does not ask for ever a server that is behind itself', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(409, { version: 2, steps: [], clientIds: [], reanchored: [] }));
    await desk.pass(900);
    expect(desk.calls).toHaveLength(1);
    expect(desk.sender.down).toBe('server');
  });

  it.each([403, 404, 422])('keeps what is refused (%i), shows it, and sends no more', async (status) => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(status));
    expect(desk.states.at(-1)).toEqual({ down: null, refused: `The server says ${status}.`, unsent: 1 });
    desk.type('b', 2);
    desk.sender.tryNow();
    await desk.pass(60_000);
    expect(desk.calls).toHaveLength(1);
    expect(desk.words()).toBe('abIt rained.');
    expect(desk.kept.at(-1)).toMatchObject({ version: 4, steps: [{}, {}] });
  });

  it('sends what was refused once more when asked to', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(422));
    desk.sender.retry();
    expect(desk.states.at(-1)?.refused).toBeNull();
    await desk.pass(0);
    expect(desk.calls).toHaveLength(2);
  });

  it('lets what was refused go when asked to', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(422));
    desk.sender.discard();
    expect(desk.words()).toBe('It rained.');
    expect(desk.states.at(-1)).toEqual({ down: null, refused: null, unsent: 0 });
    expect(desk.kept.at(-1)).toMatchObject({ steps: [] });
    desk.type('b');
    await desk.pass(120);
    expect(wordsOf(desk.calls[1]!.body.steps)).toEqual(['b']);
  });

  it('no longer shows a refusal of what the server turns out to have', async () => {
    const desk = aDesk();
    desk.type('a');
    await desk.pass(120);
    await desk.fails(problem(403));
    desk.hear(['a', 'me']);
    desk.show();
    expect(desk.states.at(-1)).toEqual({ down: null, refused: null, unsent: 0 });
  });

  it('waits for the end of a word that is being composed', async () => {
    const desk = aDesk();
    desk.compose(true);
    desk.type('に');
    await desk.pass(3_000);
    expect(desk.calls).toEqual([]);
    desk.compose(false);
    await desk.pass(400);
    expect(desk.steps()).toEqual([1]);
  });

  it('sends what is left when the desk is left, and then nothing more', async () => {
    const desk = aDesk();
    desk.type('a');
    desk.sender.stop();
    await desk.pass(0);
    expect(desk.steps()).toEqual([1]);
    await desk.fails(new NoAnswer('lost'));
    expect(desk.timers()).toBe(0);
    desk.sender.tryNow();
    await desk.pass(60_000);
    expect(desk.calls).toHaveLength(1);
    expect(desk.kept.at(-1)).toMatchObject({ version: 4, steps: [{}] });
  });
});
