import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { type Step, Transform } from 'prosemirror-transform';
import { describe, expect, it, vi } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { ArticleText, articleText } from '@/core/article/text';
import { sameWords } from './fold';
import { article, articleOf } from './generated-article';
import { mapRange } from './map-range';
import { type MappedAnchor, mapThrough, type PositionedAnchor } from './map-through';
import { drawnIn } from './range';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

const doc = articleOf('Ten men saw nine boats.', 'It was a “record” year.');
const nine = { id: 'a', from: 13, to: 23 };
const put = (words: string) => articleSchema.text(words);

describe('mapThrough', () => {
  it.each<[string, (edit: Transform) => Transform, string | null, string]>([
    ['nothing done', (edit) => edit, 'nine boats', 'anchored'],
    ['words put in before', (edit) => edit.insert(1, put('Old: ')), 'nine boats', 'anchored'],
    ['words put in at the front edge', (edit) => edit.insert(13, put('only ')), 'nine boats', 'anchored'],
    ['words put in at the back edge', (edit) => edit.insert(23, put(' or ten')), 'nine boats', 'anchored'],
    ['words put in inside', (edit) => edit.insert(18, put('old ')), 'nine old boats', 'changed'],
    ['its first word replaced', (edit) => edit.replaceWith(13, 17, put('six')), 'six boats', 'changed'],
    ['its last word replaced', (edit) => edit.replaceWith(18, 23, put('ships')), 'nine ships', 'changed'],
    ['all of it replaced', (edit) => edit.replaceWith(13, 23, put('ten ships')), 'ten ships', 'changed'],
    ['more than it replaced', (edit) => edit.replaceWith(9, 23, put('went home')), null, 'orphaned'],
    ['its end replaced with what follows', (edit) => edit.replaceWith(18, 24, put('!')), 'nine ', 'changed'],
    ['all of it deleted', (edit) => edit.delete(13, 23), null, 'orphaned'],
    ['half of it deleted', (edit) => edit.delete(13, 18), 'boats', 'changed'],
    ['it deleted and put back', (edit) => edit.delete(13, 23).insert(13, put('nine boats')), null, 'orphaned'],
    ['its space widened', (edit) => edit.insert(17, put(' ')), 'nine  boats', 'anchored'],
    ['its block split inside it', (edit) => edit.split(18), 'nine \nboats', 'anchored'],
    ['its block joined with the next', (edit) => edit.join(25), 'nine boats', 'anchored'],
    ['a mark put on it', (edit) => edit.addMark(13, 17, articleSchema.marks.strong.create()), 'nine boats', 'anchored'],
  ])('follows an anchor through %s', (_, edit, words, state) => {
    const { steps, doc: after } = edit(new Transform(doc));
    const [mapped] = mapThrough([nine], steps, doc);
    expect(mapped!.state).toBe(state);
    expect(mapped!.from === null ? null : articleText(after).between(mapped!.from, mapped!.to!)).toBe(words);
  });

  it('leaves an orphan an orphan', () => {
    expect(mapThrough([{ id: 'o', from: null, to: null }], [], doc)).toEqual([
      { id: 'o', from: null, to: null, state: 'orphaned' },
    ]);
  });

  it('calls other quotation marks no change', () => {
    const { steps } = new Transform(doc).replaceWith(35, 36, put('"')).replaceWith(42, 43, put('"'));
    expect(mapThrough([{ id: 'a', from: 26, to: 49 }], steps, doc)[0]!.state).toBe('anchored');
  });

  it('gives the same places one step after another', patient, () => {
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(12), fc.constantFrom('', 'x', 'two words')), { maxLength: 6 });
    fc.assert(
      fc.property(edits, fc.nat(40), fc.integer({ min: 1, max: 20 }), (wanted, from, length) => {
        const edit = new Transform(doc);
        for (const [at, span, words] of wanted) {
          const head = articleText(edit.doc).positionAt(at);
          const tail = articleText(edit.doc).positionAt(at + span);
          if (words === '') edit.delete(head, tail);
          else edit.replaceWith(head, tail, put(words));
        }
        const anchor = {
          id: 'a',
          from: articleText(doc).positionAt(from),
          to: articleText(doc).positionAt(from + length),
        };
        const [atOnce] = mapThrough([anchor], edit.steps, doc);
        let stepped: { id: string; from: number | null; to: number | null } = anchor;
        edit.steps.forEach((step, index) => {
          stepped = mapThrough([stepped], [step], edit.docs[index] as Node)[0]!;
        });
        if (edit.steps.length > 0)
          expect({ from: stepped.from, to: stepped.to }).toEqual({ from: atOnce!.from, to: atOnce!.to });
      }),
    );
  });

  it('says of each anchor what looking at it after every step says', patient, () => {
    const edit = fc.record({
      how: fc.constantFrom('delete', 'replace', 'insert', 'split', 'join', 'mark', 'wrap', 'lift', 'block'),
      at: fc.nat(200),
      span: fc.nat(15),
    });
    const spans = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })), { maxLength: 12 });
    fc.assert(
      fc.property(article, fc.array(edit, { maxLength: 6 }), spans, (before, edits, wanted) => {
        const steps = edited(before, edits);
        const size = before.content.size;
        const anchors = wanted.map(([at, length], index) => {
          const from = at % size;
          return { id: `a${index}`, from, to: Math.min(size, from + length) };
        });
        const worded = anchors.flatMap(({ id, from, to }) => {
          const drawn = drawnIn(articleText(before), from, to);
          return drawn ? [{ id, ...drawn }] : [];
        });
        expect(mapThrough(worded, steps, before)).toEqual(plainly(worded, steps, before));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no document for anchors that no step touches', () => {
    const { steps } = new Transform(articleOf('Old.', 'Ten men saw nine boats.')).insert(1, put('Very '));
    const before = articleOf('Old.', 'Ten men saw nine boats.');
    const walks = vi.spyOn(Node.prototype, 'nodesBetween');
    expect(mapThrough([{ id: 'a', from: 10, to: 20 }], steps, before)).toEqual([
      { id: 'a', from: 15, to: 25, state: 'anchored' },
    ]);
    expect(walks).not.toHaveBeenCalled();
    walks.mockRestore();
  });
});

/** Edits as they can be made; one that does not fit is left out. */
function edited(before: Node, edits: readonly { how: string; at: number; span: number }[]): Step[] {
  const edit = new Transform(before);
  for (const { how, at, span } of edits) {
    const from = at % edit.doc.content.size;
    const to = Math.min(edit.doc.content.size, from + span);
    const range = edit.doc.resolve(from).blockRange(edit.doc.resolve(to));
    try {
      if (how === 'delete') edit.delete(from, to);
      else if (how === 'replace') edit.replaceWith(from, to, put('two words'));
      else if (how === 'insert') edit.insert(from, put('x'));
      else if (how === 'split') edit.split(from);
      else if (how === 'join') edit.join(from);
      else if (how === 'mark') edit.addMark(from, to, articleSchema.marks.strong.create());
      else if (how === 'wrap' && range) edit.wrap(range, [{ type: articleSchema.nodes.blockquote }]);
      else if (how === 'lift' && range) edit.lift(range, 0);
      else if (how === 'block') edit.setBlockType(from, to, articleSchema.nodes.heading, { level: 3 });
    } catch {
      // Not every edit fits everywhere.
    }
  }
  return edit.steps;
}

/** The rule as it reads, at whatever cost: every anchor is mapped and looked at after every step. */
function plainly(anchors: readonly PositionedAnchor[], steps: readonly Step[], before: Node): MappedAnchor[] {
  let doc = before;
  let ranges = anchors.map(({ from, to }): { from: number; to: number } | null => ({ from: from!, to: to! }));
  for (const step of steps) {
    doc = step.apply(doc).doc!;
    ranges = ranges.map((range) => {
      const moved = range && mapRange(step.getMap(), range);
      return moved && drawnIn(articleText(doc), moved.from, moved.to);
    });
  }
  return anchors.map(({ id, from, to }, at) => {
    const range = ranges[at];
    if (!range) return { id, from: null, to: null, state: 'orphaned' };
    const same = sameWords(
      new ArticleText(before).between(from!, to!),
      new ArticleText(doc).between(range.from, range.to),
    );
    return { id, ...range, state: same ? 'anchored' : 'changed' };
  });
}
