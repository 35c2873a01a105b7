import { describe, expect, it } from 'vitest';
import { STRIP, type StripInput, stripOf } from './strip';

/** Blocks of these lengths, as the plain text has them. */
function blocksOf(lengths: readonly number[]) {
  let from = 1;
  let start = 0;
  return lengths.map((length) => {
    const block = { from, to: from + length, start, end: start + length };
    from += length + 2;
    start += length + 1;
    return block;
  });
}
const strip = (input: Partial<StripInput>) =>
  stripOf({
    blocks: blocksOf([100, 50]),
    marks: [],
    repeated: new Map(),
    height: 800,
    lineLength: 50,
    rightToLeft: false,
    ...input,
  });
const shapes = (path: string) => path.split('M').slice(1);

describe('the overview strip', () => {
  it('has a bar a line and a gap after each block', () => {
    const { lines, tops, bottoms } = strip({});
    expect(shapes(lines)).toHaveLength(3);
    expect(tops[1]! - bottoms[0]!).toBeCloseTo(STRIP.gap);
    expect(bottoms[0]! - tops[0]!).toBeCloseTo(2 * STRIP.pitch);
  });

  it('draws a mark over each line that it covers, in its colour', () => {
    const { marks } = strip({ marks: [{ from: 26, to: 76, colour: 'red' }] });
    expect(marks).toHaveLength(1);
    expect(marks[0]!.colour).toBe('red');
    expect(shapes(marks[0]!.path).map((shape) => shape.split(' ')[0])).toEqual(['33', '16']);
  });

  it('follows a mark across blocks', () => {
    const { marks } = strip({ marks: [{ from: 76, to: 110, colour: null }] });
    expect(shapes(marks[0]!.path)).toHaveLength(2);
  });

  it('halves the height of marks that overlap, one under the other', () => {
    const { marks } = strip({
      marks: [
        { from: 1, to: 40, colour: 'red' },
        { from: 20, to: 50, colour: 'green' },
        { from: 105, to: 110, colour: 'teal' },
      ],
    });
    const heights = marks.map(({ colour, path }) => [colour, /v([\d.]+)/.exec(path)?.[1]]);
    expect(heights).toEqual([
      ['red', '2'],
      ['green', '2'],
      ['teal', '4'],
    ]);
  });

  it('ties runs of blocks that stand twice with one bracket each', () => {
    const { brackets } = strip({
      blocks: blocksOf([50, 50, 50, 50, 50]),
      repeated: new Map([
        [3, 1],
        [4, 2],
      ]),
    });
    expect(shapes(brackets)).toHaveLength(2);
  });

  it('stays inside its height, with a bounded number of shapes, however long the article', () => {
    const blocks = blocksOf(new Array<number>(4000).fill(700));
    const marks = Array.from({ length: 5000 }, (_, index) => ({
      from: index * 500 + 1,
      to: index * 500 + 200,
      colour: 'red' as const,
    }));
    const { bottoms, lines, marks: drawn } = strip({ blocks, marks });
    expect(bottoms.at(-1)).toBeLessThanOrEqual(800);
    expect(shapes(lines).length).toBeLessThanOrEqual(800 / STRIP.row);
    expect(shapes(drawn[0]!.path).length).toBeLessThanOrEqual(800 / STRIP.row);
  });

  it('begins at the right where the article does', () => {
    const [first] = shapes(strip({ blocks: blocksOf([25]), rightToLeft: true }).lines);
    expect(first).toMatch(/^27 /);
  });
});
