import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardCap, cardTop, type Stacked, type StackInput, stack } from './stack';

const note = (line: number, height = 62, stale = false): Stacked => ({ line, height, compactHeight: 24, stale });
const place = (notes: Stacked[], active: StackInput['active'] = null) => stack({ notes, active, gap: 3, min: 0 });

const margins = fc
  .record({
    lines: fc.array(fc.record({ step: fc.integer({ min: 0, max: 200 }), height: fc.integer({ min: 24, max: 140 }) }), {
      minLength: 1,
      maxLength: 30,
    }),
    stale: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    card: fc.option(fc.record({ at: fc.nat(), top: fc.integer({ min: 0, max: 3000 }), height: fc.nat(700) })),
  })
  .map(({ lines, stale, card }): StackInput => {
    let line = 100;
    const notes = lines.map(({ step, height }, i) => {
      line += step;
      return { line, height, compactHeight: Math.min(height, 24), stale: stale[i]! };
    });
    const active = card && { index: card.at % notes.length, top: card.top, height: card.height };
    return { notes, active, gap: 3, min: 0 };
  });

const heights = ({ notes, active }: StackInput, compact: boolean[]) =>
  notes.map((one, i) => (active?.index === i ? active.height : compact[i] ? one.compactHeight : one.height));

describe('stack', () => {
  it('leaves notes that have room on their lines', () => {
    expect(place([note(10), note(100), note(300)])).toEqual({
      tops: [10, 100, 300],
      compact: [false, false, false],
    });
  });

  it('shares the push between two neighbours', () => {
    const { tops, compact } = place([note(100), note(130)]);
    expect(tops).toEqual([82.5, 147.5]);
    expect(compact).toEqual([false, false]);
  });

  it('folds a crowd to one-liners only as far as it takes', () => {
    const { compact } = place([100, 130, 160, 190, 220].map((line) => note(line)));
    expect(compact).toContain(true);
    expect(compact).toContain(false);
  });

  it('folds the notes nearest the card first and stale ones last', () => {
    const notes = [note(80), note(150), note(240, 62, true), note(290), note(320)];
    const { compact, tops } = place(notes, { index: 4, top: 312, height: 500 });
    expect(compact[3]).toBe(true);
    expect(compact[2]).toBe(false);
    expect(tops[4]).toBe(312);
  });

  it('keeps the card on its place', () => {
    fc.assert(
      fc.property(margins, (margin) => {
        fc.pre(margin.active !== null);
        const { tops } = stack(margin);
        const active = margin.active!;
        const room = margin.notes.slice(0, active.index).reduce((sum, one) => sum + one.compactHeight + 3, 0);
        expect(tops[active.index]).toBe(Math.max(active.top, room));
      }),
    );
  });

  it('never lets two notes overlap, changes their order or leaves the margin', () => {
    fc.assert(
      fc.property(margins, (margin) => {
        const { tops, compact } = stack(margin);
        const tall = heights(margin, compact);
        expect(tops[0]!).toBeGreaterThanOrEqual(-0.01);
        for (let i = 1; i < tops.length; i++)
          expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(tall[i - 1]! + 3 - 0.01);
      }),
      { numRuns: 500 },
    );
  });

  it('moves notes by the least that their heights allow', () => {
    fc.assert(
      fc.property(
        margins,
        fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 30, maxLength: 30 }),
        (margin, nudges) => {
          const { tops, compact } = stack(margin);
          const tall = heights(margin, compact);
          const cost = (list: number[]) =>
            list.reduce(
              (sum, top, i) => sum + (i === margin.active?.index ? 0 : (top - margin.notes[i]!.line) ** 2),
              0,
            );
          const other = tops.map((top, i) => (i === margin.active?.index ? top : top + nudges[i]!));
          const allowed = other.every((top, i) => top >= 0 && (i === 0 || top - other[i - 1]! >= tall[i - 1]! + 3));
          fc.pre(allowed);
          expect(cost(tops)).toBeLessThanOrEqual(cost(other) + 0.01);
        },
      ),
      { numRuns: 200, maxSkipsPerRun: 5000 },
    );
  });

  it('folds all but the last few of a thousand notes on every other line', () => {
    const notes = Array.from({ length: 1000 }, (_, i) => note(i * 28));
    const { tops, compact } = place(notes, { index: 500, top: 14_000, height: 600 });
    expect(compact.filter(Boolean).length).toBeGreaterThan(900);
    expect(Math.abs(tops[100]! - notes[100]!.line)).toBeLessThan(62);
  });
});

describe('cardTop', () => {
  it.each([
    ['takes its line', 300, 400, { top: 0, bottom: 900 }, 292],
    ['moves up to show its foot', 800, 400, { top: 0, bottom: 900 }, 486],
    ['moves down from the window’s head', 5, 400, { top: 0, bottom: 900 }, 14],
    ['stays with words that are out of view', 2000, 400, { top: 0, bottom: 900 }, 1992],
  ])('%s', (_name, line, height, window, top) => {
    expect(cardTop(line, height, window)).toBe(top);
  });
});

describe('cardCap', () => {
  it('is three quarters of the window, but at least 440 and never more than the window', () => {
    expect(cardCap(1000)).toBe(750);
    expect(cardCap(500)).toBe(440);
    expect(cardCap(300)).toBe(272);
  });
});
