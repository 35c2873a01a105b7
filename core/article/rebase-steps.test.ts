import fc from 'fast-check';
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { type Step, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { article, articleOf } from '@/core/anchor/generated-article';
import { rebaseSteps } from './rebase-steps';
import { articleSchema } from './schema';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

const strong = articleSchema.marks.strong.create();
const put = (words: string) => articleSchema.text(words);
const boats = articleOf('Ten men saw nine boats.', 'It rained.');

type Edits = (edit: Transform) => Transform;
const stepsOf = (doc: Node, edits: Edits) => edits(new Transform(doc));

/** What prosemirror-collab makes of steps that one person wrote while the server took others in. */
function collabbed(doc: Node, mine: readonly Step[], runs: readonly { own: boolean; steps: readonly Step[] }[]) {
  let state = EditorState.create({ doc, plugins: [collab({ version: 0, clientID: 'me' })] });
  for (const step of mine) state = state.apply(state.tr.step(step));
  for (const { own, steps } of runs) {
    const ids = steps.map(() => (own ? 'me' : 'them'));
    state = state.apply(receiveTransaction(state, steps, ids));
  }
  return { doc: state.doc, steps: (sendableSteps(state)?.steps ?? []).map((step) => step.toJSON()) };
}

function rebased(mine: readonly Step[], over: readonly Step[], after: Node, isOwn?: (at: number) => boolean) {
  const { doc, steps } = rebaseSteps(mine, over, after, isOwn);
  return { doc, steps: steps.map((step) => step.toJSON()) };
}

describe('rebaseSteps', () => {
  it.each<[string, Edits, Edits, string]>([
    [
      'an edit after theirs',
      (edit) => edit.insert(13, put('the ')),
      (edit) => edit.insert(1, put('So ')),
      'So Ten men saw the nine boats.|It rained.',
    ],
    [
      'both type at one place, theirs first',
      (edit) => edit.insert(1, put('Mine ')),
      (edit) => edit.insert(1, put('Theirs ')),
      'Theirs Mine Ten men saw nine boats.|It rained.',
    ],
    [
      'typed key by key, and theirs in the middle of it',
      (edit) => edit.insert(13, put('a')).insert(14, put('b')),
      (edit) => edit.insert(13, put('X')),
      'Ten men saw Xabnine boats.|It rained.',
    ],
    [
      'typed inside what they deleted',
      (edit) => edit.insert(15, put('!')),
      (edit) => edit.delete(13, 18),
      'Ten men saw boats.|It rained.',
    ],
    [
      'typed at the edge of what they deleted',
      (edit) => edit.insert(18, put('big ')),
      (edit) => edit.delete(13, 18),
      'Ten men saw big boats.|It rained.',
    ],
    [
      'deleted what they deleted',
      (edit) => edit.delete(13, 18),
      (edit) => edit.delete(12, 18),
      'Ten men sawboats.|It rained.',
    ],
    [
      'typed, and then typed into that',
      (edit) => edit.insert(13, put('[]')).insert(14, put('in')),
      (edit) => edit.delete(5, 9),
      'Ten saw [in]nine boats.|It rained.',
    ],
    [
      'typed in a paragraph that they split',
      (edit) => edit.insert(18, put('red ')),
      (edit) => edit.split(13),
      'Ten men saw |nine red boats.|It rained.',
    ],
    [
      'split where they typed',
      (edit) => edit.split(13),
      (edit) => edit.insert(5, put('old ')),
      'Ten old men saw |nine boats.|It rained.',
    ],
    [
      'typed at the seam that they joined',
      (edit) => edit.insert(26, put('And ')),
      (edit) => edit.join(25),
      'Ten men saw nine boats.And It rained.',
    ],
    [
      'joined what they wrote in',
      (edit) => edit.join(25),
      (edit) => edit.insert(26, put('And ')),
      'Ten men saw nine boats.And It rained.',
    ],
    [
      'marked what they wrote in',
      (edit) => edit.addMark(13, 17, strong),
      (edit) => edit.insert(15, put('x')),
      'Ten men saw nixne boats.|It rained.',
    ],
    [
      'marked what they deleted',
      (edit) => edit.addMark(13, 17, strong),
      (edit) => edit.delete(13, 17),
      'Ten men saw  boats.|It rained.',
    ],
  ])('makes anew: %s', (_, mine, theirs, text) => {
    const over = stepsOf(boats, theirs);
    const { steps } = stepsOf(boats, mine);
    const made = rebased(steps, over.steps, over.doc);
    expect(made.doc.textBetween(0, made.doc.content.size, '|')).toBe(text);
    expect(made).toEqual(collabbed(boats, steps, [{ own: false, steps: over.steps }]));
  });

  it('does not make again what came through though nobody heard so', () => {
    const mine = stepsOf(boats, (edit) => edit.insert(1, put('One ')).insert(5, put('Two '))).steps;
    const before = stepsOf(boats, (edit) => edit.insert(1, put('So ')));
    const own = rebaseSteps(mine.slice(0, 1), before.steps, before.doc);
    const after = stepsOf(own.doc, (edit) => edit.insert(edit.doc.content.size - 1, put('!')));
    const over = [...before.steps, ...own.steps, ...after.steps];
    const { steps, doc } = rebaseSteps(mine, over, after.doc, (at) => at === 1);
    expect(steps).toHaveLength(1);
    expect(doc.textBetween(0, doc.content.size, '|')).toBe('So One Two Ten men saw nine boats.|It rained.!');
  });

  it('makes of the same steps what prosemirror-collab makes', patient, () => {
    const edit = fc.record({
      how: fc.constantFrom('insert', 'insert', 'delete', 'replace', 'split', 'join', 'mark', 'unmark', 'wrap'),
      at: fc.nat(200),
      span: fc.nat(9),
    });
    const edits = fc.array(edit, { maxLength: 5 });
    fc.assert(
      fc.property(article, edits, edits, edits, fc.nat(5), (doc, written, first, last, confirmed) => {
        const mine = edited(doc, written, 'm').steps;
        const theirs = edited(doc, first, 't');
        // The server took the first of mine in after theirs, and then more of theirs.
        const head = rebaseSteps(mine.slice(0, confirmed), theirs.steps, theirs.doc);
        // Of what was taken in nothing was left out: a step that vanished is told of by nobody.
        fc.pre(head.steps.length === Math.min(confirmed, mine.length));
        // Others' steps that come one after the other come as one: mapped through them singly, what was put in at the edge of
        // something that is then deleted is lost, mapped through both it stays.
        const later = edited(head.doc, head.steps.length > 0 && theirs.steps.length > 0 ? [] : last, 'l');
        const over = [...theirs.steps, ...head.steps, ...later.steps];
        // Where nothing came, prosemirror-collab does nothing, and leaves an empty mark standing.
        fc.pre(over.length > 0);
        const isOwn = (at: number) => at >= theirs.steps.length && at < theirs.steps.length + head.steps.length;
        const runs = (
          head.steps.length > 0
            ? [
                { own: false, steps: theirs.steps },
                { own: true, steps: head.steps },
                { own: false, steps: later.steps },
              ]
            : [{ own: false, steps: [...theirs.steps, ...later.steps] }]
        ).filter(({ steps }) => steps.length > 0);
        const made = rebased(mine, over, later.doc, isOwn);
        const expected = collabbed(doc, mine, runs);
        expect(made.steps).toEqual(expected.steps);
        expect(made.doc.toJSON()).toEqual(expected.doc.toJSON());
      }),
      { numRuns: 600 },
    );
  });
});

/** Edits as they can be made; one that does not fit is left out. */
function edited(doc: Node, edits: readonly { how: string; at: number; span: number }[], words: string): Transform {
  const edit = new Transform(doc);
  for (const { how, at, span } of edits) {
    const from = at % edit.doc.content.size;
    const to = Math.min(edit.doc.content.size, from + span);
    const range = edit.doc.resolve(from).blockRange(edit.doc.resolve(to));
    try {
      if (how === 'insert') edit.insert(from, put(words));
      else if (how === 'delete') edit.delete(from, to);
      else if (how === 'replace') edit.replaceWith(from, to, put(words));
      else if (how === 'split') edit.split(from);
      else if (how === 'join') edit.join(from);
      else if (how === 'mark' && from < to) edit.addMark(from, to, strong);
      else if (how === 'unmark' && from < to) edit.removeMark(from, to, strong);
      else if (range) edit.wrap(range, [{ type: articleSchema.nodes.blockquote }]);
    } catch {
      // Not every edit fits everywhere.
    }
  }
  return edit;
}
