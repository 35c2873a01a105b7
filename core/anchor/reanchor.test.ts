import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { character } from './generated-article';
import { EVERYDAY, MISLEADING, REWRITE, revisionOf } from './generated-revisions';
import { handRevisions, readHandDraft } from './hand-revisions';
import { figuresOf } from './measured-revisions';
import { type Reanchored, reanchor } from './reanchor';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

/** One anchor on the words (of their place `nth`, from 0), and the words that it stands on afterwards. */
function follow(oldText: string, newText: string, words: string, nth = 0) {
  let start = -1;
  for (let at = 0; at <= nth; at++) start = oldText.indexOf(words, start + 1);
  expect(start).toBeGreaterThan(-1);
  const [got] = reanchor(oldText, newText, [{ id: 'a', start, end: start + words.length }]);
  return { ...got!, words: got!.start === null ? null : newText.slice(got!.start, got!.end!) };
}

const boats = 'The fleet of Vik has shrunk to nine boats since 1998.';
const record = 'The harbour handled 41,000 containers last year, which was a record for the town.';
const mayor = 'Nobody doubts the mayor’s word, except for the two auditors.';
const budget = 'A new quay would cost the council “eighty million” kroner by its own count.';
const tower = 'Its old tower, which leans a little, will be sold to whoever offers to keep the clock in it.';
const page = (...paragraphs: string[]) => paragraphs.join('\n');

describe('reanchor', () => {
  it.each<[string, string, string, string, string | null, Reanchored['state']]>([
    ['unchanged, with text before', page(boats, record), page(mayor, boats, record), record, record, 'anchored'],
    [
      'a number changed',
      `${boats} ${record}`,
      `${boats} ${record.replace('41', '43')}`,
      record,
      record.replace('41', '43'),
      'changed',
    ],
    ['an anchor on the number alone', record, record.replace('41', '43'), '41,000', '43,000', 'changed'],
    [
      'straight quotes and a wide space',
      page(budget, boats),
      page(boats, budget.replace(/[“”]/g, '"').replace(' ', '\u00a0 ')),
      budget,
      budget.replace(/[“”]/g, '"').replace(' ', '\u00a0 '),
      'anchored',
    ],
    [
      'its sentence cut in two',
      page(boats, record),
      page(boats, record.replace(', which', '. That')),
      record,
      record.replace(', which', '. That'),
      'changed',
    ],
    [
      'two sentences made one',
      `${boats} ${mayor}`,
      `${boats.slice(0, -1)}, and nobody${mayor.slice(6)}`,
      boats,
      `${boats.slice(0, -1)},`,
      'changed',
    ],
    [
      'its paragraph moved to the end',
      page(boats, record, mayor, budget),
      page(record, mayor, budget, boats),
      boats,
      boats,
      'anchored',
    ],
    [
      'its paragraph moved and edited',
      page(boats, record, mayor, budget),
      page(record, mayor, budget, boats.replace('nine', 'ten')),
      boats,
      boats.replace('nine', 'ten'),
      'changed',
    ],
    [
      'its sentence deleted, a similar one kept',
      page(record, mayor, record.replace('41', '39')),
      page(mayor, record.replace('41', '39')),
      record,
      null,
      'orphaned',
    ],
    ['its sentence deleted', `${boats} ${record} ${mayor}`, `${boats} ${mayor}`, record, null, 'orphaned'],
    [
      'a quote across blocks',
      page(boats, record, mayor),
      page(budget, boats, record, mayor),
      `nine boats since 1998.\nThe harbour`,
      `nine boats since 1998.\nThe harbour`,
      'anchored',
    ],
    [
      'blocks joined inside the quote',
      page(boats, record, mayor),
      page(`${boats} ${record}`, mayor),
      `${boats}\n${record}`,
      `${boats} ${record}`,
      'anchored',
    ],
    [
      'astral characters',
      'A 😀𝔘 sign. Nine 👩‍👩‍👧 boats came home.',
      'New words. A 😀𝔘 sign. Nine 👩‍👩‍👧 boats came home.',
      '𝔘 sign',
      '𝔘 sign',
      'anchored',
    ],
    [
      'right to left',
      'ذهب الرجل إلى السوق. عاد في المساء متعبا.',
      'كان يوما حارا. ذهب الرجل إلى السوق. عاد في المساء متعبا.',
      'عاد في المساء متعبا.',
      'عاد في المساء متعبا.',
      'anchored',
    ],
    [
      'Chinese, edited',
      '市议会批准了四千吨粮食。港口去年处理了四万个集装箱。市长没有说话。',
      '市议会批准了四千吨粮食。港口去年处理了五万个集装箱。市长没有说话。',
      '港口去年处理了四万个集装箱。',
      '港口去年处理了五万个集装箱。',
      'changed',
    ],
    ['all of the text gone', page(boats, record), '', record, null, 'orphaned'],
  ])('follows %s', (_, oldText, newText, words, expected, state) => {
    expect(follow(oldText, newText, words)).toMatchObject({ words: expected, state });
  });

  it('tells repeated sentences apart by their neighbours', () => {
    const oldText = page(`${boats} ${record}`, `${mayor} ${record}`, `${budget} ${record}`);
    const newText = page(`${boats} ${record}`, `${budget} ${record}`);
    expect(follow(oldText, newText, record, 0)).toMatchObject({ start: boats.length + 1, state: 'anchored' });
    expect(follow(oldText, newText, record, 1)).toMatchObject({ start: null, state: 'orphaned' });
    expect(follow(oldText, newText, record, 2)).toMatchObject({
      start: newText.lastIndexOf(record),
      state: 'anchored',
    });
  });

  it('keeps the repeated sentence whose neighbour on the same line stayed', () => {
    const oldText = page(boats, record, mayor, `${record} ${budget}`);
    const newText = page(boats, `${record} ${budget}`);
    expect(follow(oldText, newText, record, 0)).toMatchObject({ start: null, state: 'orphaned' });
    expect(follow(oldText, newText, record, 1)).toMatchObject({ start: boats.length + 1, state: 'anchored' });
  });

  it('gives one place that two equal sentences could have come from to neither', () => {
    const oldText = page(boats, record, mayor, record, budget);
    const newText = page(boats, record, budget);
    for (const nth of [0, 1]) {
      const got = follow(oldText, newText, record, nth);
      expect(got).toMatchObject({ start: null, state: 'orphaned' });
      expect(got.candidates[0]).toMatchObject({ start: boats.length + 1, similarity: 1 });
    }
  });

  it('keeps the claims of a copied paragraph on the original', () => {
    const newText = page(boats, `${record} ${mayor}`, `${record} ${mayor}`, budget);
    expect(follow(page(boats, `${record} ${mayor}`, budget), newText, record).start).toBe(boats.length + 1);
  });

  it.each<[string, string[], string[], string[]]>([
    ['nothing when text is put in above', [boats, record, mayor], [budget, boats, record, mayor], []],
    ['nothing when text is taken out above', [budget, boats, record], [boats, record], []],
    ['nothing when a sentence is rewritten', [boats, record, mayor], [boats, record.replace('41', '43'), mayor], []],
    ['nothing when two paragraphs are made one', [boats, record, mayor], [`${boats} ${record}`, mayor], []],
    ['the paragraph that went down', [boats, record, mayor, budget], [record, mayor, budget, boats], [boats]],
    ['the paragraph that went up', [boats, record, mayor, budget], [budget, boats, record, mayor], [budget]],
    [
      'the paragraph that went down and was edited',
      [boats, record, mayor, budget],
      [record, mayor, budget, boats.replace('nine', 'ten')],
      [boats],
    ],
    ['the lighter of two that changed places', [budget, boats, mayor], [boats, budget, mayor], [boats]],
    [
      'all of a passage that went down',
      [boats, record, mayor, budget, tower],
      [mayor, budget, tower, boats, record],
      [boats, record],
    ],
    [
      'a sentence that went to another paragraph',
      [`${boats} ${record}`, mayor, `${budget} He left.`],
      [boats, mayor, `${budget} ${record} He left.`],
      [record],
    ],
  ])('calls moved: %s', (_, before, after, moved) => {
    const oldText = page(...before);
    const anchors = [boats, record, mayor, budget]
      .filter((words) => oldText.includes(words))
      .map((words) => ({ id: words, start: oldText.indexOf(words), end: oldText.indexOf(words) + words.length }));
    const got = reanchor(oldText, page(...after), anchors).filter(({ state }) => state !== 'orphaned');
    expect(got.filter((one) => one.moved).map(({ id }) => id)).toEqual(moved);
  });

  it('shows an orphan with what it could have become', () => {
    const kept = record.replace('41', '39');
    const { candidates } = follow(page(record, mayor, kept), page(mayor, kept), record);
    expect(candidates).toHaveLength(1);
    expect(page(mayor, kept).slice(candidates[0]!.start, candidates[0]!.end)).toBe(kept);
  });

  it.each(handRevisions)('follows each anchor of $what', ({ before, after }) => {
    const [old, fresh] = [readHandDraft(before), readHandDraft(after)];
    const told = reanchor(old.text, fresh.text, old.anchors).map(({ id, start, end, moved }) =>
      start === null ? `${id} is gone` : `${id}${moved ? ' moved' : ''}: ${fresh.text.slice(start, end!)} (${start})`,
    );
    expect(told).toEqual(
      old.anchors.map(({ id }) => {
        const now = fresh.anchors.find((one) => one.id === id);
        return now
          ? `${id}${now.moved ? ' moved' : ''}: ${fresh.text.slice(now.start, now.end)} (${now.start})`
          : `${id} is gone`;
      }),
    );
  });

  it.each([
    ['everyday', EVERYDAY],
    ['heavily rewritten', REWRITE],
    ['misleading', MISLEADING],
  ])('keeps its bounds on %s drafts that it was not tuned to', patient, (name, mix) => {
    const revisions = Array.from({ length: 30 }, (_, at) => revisionOf(7000 + at, [400, 1000, 3000][at % 3]!, mix));
    const figures = figuresOf(revisions);
    expect(figures.onceMissed).toBe(0);
    expect(figures.found).toBeGreaterThanOrEqual(name === 'misleading' ? 0.997 : 0.998);
    expect(figures.right).toBeGreaterThanOrEqual(0.9995);
    expect(figures.editedFound).toBeGreaterThanOrEqual(0.99);
    expect(figures.deletedOrphaned).toBeGreaterThanOrEqual(0.995);
  });

  it('calls moved what was carried elsewhere, and nothing where only other things were done', patient, () => {
    let strays = 0;
    let seen = 0;
    for (let seed = 7500; seed < 7520; seed++) {
      const still = revisionOf(seed, 1000, { ...REWRITE, moves: 0, paragraphMoves: 0 });
      expect(reanchor(still.oldText, still.newText, still.spans).filter(({ moved }) => moved)).toEqual([]);
      const { oldText, newText, spans } = revisionOf(seed, 1000, { ...REWRITE, moves: 0.05, paragraphMoves: 0 });
      reanchor(oldText, newText, spans).forEach(({ start, moved }, at) => {
        if (start === null || spans[at]!.how !== 'moved') return;
        strays++;
        if (moved) seen++;
      });
    }
    // Some were only put back between their old neighbours.
    expect(seen / strays).toBeGreaterThan(0.8);
  });

  const someText = fc.array(character, { maxLength: 80 }).map((parts) => parts.join(''));
  const someSpans = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 6 });
  const anchorsOf = (text: string, spans: [number, number][]) =>
    spans.map(([at, length], index) => {
      const start = whole(text, Math.min(at, text.length));
      return { id: `a${index}`, start, end: whole(text, Math.min(start + length, text.length)) };
    });

  it('leaves every anchor of an unchanged text in its place', patient, () => {
    fc.assert(
      fc.property(someText, someSpans, (text, spans) => {
        const anchors = anchorsOf(text, spans).filter(({ start, end }) => start < end);
        expect(reanchor(text, text, anchors)).toEqual(
          anchors.map((one) => ({ ...one, state: 'anchored', moved: false, candidates: [] })),
        );
      }),
    );
  });

  it('leaves every sentence in its place when only something else is put in before', patient, () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const { oldText, spans } = revisionOf(seed, 300);
        const put = 'Zyxwq vutsr.\n';
        for (const [at, got] of reanchor(oldText, put + oldText, spans).entries())
          expect(got).toMatchObject({ state: 'anchored', moved: false, start: spans[at]!.start + put.length });
      }),
      { numRuns: 30 },
    );
  });

  it('gives ranges that lie within the new text and cut no surrogate pair', patient, () => {
    fc.assert(
      fc.property(someText, someText, someSpans, (oldText, newText, spans) => {
        for (const { start, end, state, candidates } of reanchor(oldText, newText, anchorsOf(oldText, spans))) {
          expect(start === null).toBe(state === 'orphaned');
          for (const range of start === null ? candidates : [{ start, end: end! }]) {
            expect(range.start).toBeLessThan(range.end);
            for (const offset of [range.start, range.end]) expect(whole(newText, offset)).toBe(offset);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the anchors, nor on what was asked before', patient, () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const { oldText, newText, spans } = revisionOf(seed, 300, REWRITE);
        const once = reanchor(oldText, newText, spans);
        expect(reanchor(oldText, newText, [...spans].reverse()).reverse()).toEqual(once);
      }),
      { numRuns: 30 },
    );
  });

  it('finds its way back to the same place, or nowhere, from an anchored one', patient, () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const { oldText, newText, spans } = revisionOf(seed, 400);
        const there = reanchor(oldText, newText, spans).filter(({ state }) => state === 'anchored');
        const back = reanchor(newText, oldText, there as { id: string; start: number; end: number }[]);
        const homes = new Map(spans.map(({ id, start }) => [id, start]));
        for (const { id, start } of back) if (start !== null) expect(start).toBe(homes.get(id));
      }),
      { numRuns: 30 },
    );
  });
});

/** The offset, or the one before where it would cut a surrogate pair or lie outside. */
function whole(text: string, offset: number): number {
  const within = Math.max(0, Math.min(offset, text.length));
  return (text.codePointAt(within - 1) ?? 0) > 0xffff ? within - 1 : within;
}
