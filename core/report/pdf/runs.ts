import type { Mark, Node } from 'prosemirror-model';
import { characterEdges } from '@/core/anchor/grapheme';
import type { RationaleInline } from '@/core/claim/rationale';
import { isWebAddress } from '@/core/web-address';

/**
 * A piece of a line in one style, as the typesetter reads it: words alone, or with what there is to them. Keys are short, since a long
 * report has many thousands.
 *
 * `t`: the words, in pieces where a long one may be broken; null is a line break. `s`: styles, a sign each (`styleSigns`).
 * `l`: the web address that it leads to. `m`: the places that it lies in, outermost first, each the index of its mark and its lane.
 * `i`: claims whose first place begins here. `r`: claims with a place that ends here, each with the index of its mark.
 */
export type Run = string | StyledRun;

export interface StyledRun {
  t: string | string[] | null;
  s?: string;
  l?: string;
  m?: [mark: number, lane: number][];
  i?: number[];
  r?: [claim: number, mark: number][];
}

/** A place of a claim in the article; `from`, `to` are ProseMirror positions. */
export interface Place {
  number: number;
  from: number;
  to: number;
  lane: number;
  /** The index of its verdict's mark. */
  mark: number;
  first: boolean;
}

/** The signs of the styles in a run's `s`; the outermost comes first. */
export const styleSigns = {
  emphasis: 'e',
  strong: 's',
  underline: 'u',
  strike: 'x',
  superscript: 'h',
  subscript: 'l',
  code: 'c',
} as const;

/** How many characters of a word without a break stand on one line in any column: of prose, and of a table's cell. */
export const WORD_IN_PROSE = 44;
export const WORD_IN_CELL = 14;

/** How many lanes are drawn; what overlaps more than that shares the lowest. */
const LANES = 4;

/** A textblock's words as runs, cut where a place begins or ends. `at` is the position before the block. */
export function runsOf(node: Node, at: number, places: readonly Place[], word: number): Run[] {
  const start = at + 1;
  const here = places
    .filter((place) => place.from < start + node.content.size && place.to > start)
    .sort((a, b) => a.lane - b.lane);
  const cuts = [...new Set(here.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const runs: Run[] = [];
  node.forEach((child, offset) => {
    const from = start + offset;
    const to = from + child.nodeSize;
    if (!child.isText) {
      runs.push(over({ t: null }, from, to, here));
      return;
    }
    const edges = [from, ...cuts.filter((cut) => cut > from && cut < to), to];
    edges.slice(0, -1).forEach((edge, index) => {
      const next = edges[index + 1]!;
      const words = breakable(child.text!.slice(edge - from, next - from), word);
      runs.push(over({ t: words, ...styleOf(child.marks) }, edge, next, here));
    });
  });
  return runs;
}

/** A line of a rationale as runs, however its styles lie within one another. */
export function rationaleRuns(nodes: readonly RationaleInline[], around: Omit<StyledRun, 't'> = {}): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.kind) {
      case 'text':
        return [plain({ t: breakable(node.text, WORD_IN_PROSE), ...around })];
      case 'code':
        return [{ t: breakable(node.text, WORD_IN_PROSE), ...around, ...within(around, 'code') }];
      case 'break':
        return [plain({ t: null })];
      case 'link':
        return rationaleRuns(node.children, { ...around, ...leads(node.href) });
      default:
        return rationaleRuns(node.children, { ...around, ...within(around, node.kind) });
    }
  });
}

/** The words of a run, without what is drawn over them. */
export function wordsOf(run: Run): string {
  const words = typeof run === 'string' ? run : run.t;
  return Array.isArray(words) ? words.join('') : (words ?? '\n');
}

/** A run that has nothing but words is only these. */
function plain(run: StyledRun): Run {
  return Object.keys(run).length === 1 && !Array.isArray(run.t) ? (run.t ?? '\n') : run;
}

/**
 * A text whose words of more than `most` characters come in pieces, between which a line may be broken: a word that the column
 * does not hold would otherwise run out of the page. No character is cut in two, and nothing is added.
 */
export function breakable(text: string, most: number): string | string[] {
  const pieces: string[] = [];
  let done = 0;
  for (const { 0: word, index } of text.matchAll(longWord(most))) {
    for (let at = most; at < word.length; at += most) {
      const edge = characterEdges(text, index + at, index + at + most)[0];
      if (edge === undefined || edge <= done || edge >= text.length) continue;
      pieces.push(text.slice(done, edge));
      done = edge;
    }
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(done)];
}

const longWords = new Map<number, RegExp>();

/** Chinese and Japanese are broken anywhere. */
function longWord(most: number): RegExp {
  let known = longWords.get(most);
  if (!known) {
    known = new RegExp(`[^\\s\\u3040-\\u30ff\\u3400-\\u9fff]{${most + 1},}`, 'g');
    longWords.set(most, known);
  }
  return known;
}

/** Which way a block is written: as its first letter that has a direction says (HTML's `dir="auto"`), or as a text around it. */
export function isRightToLeft(text: string): boolean | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter === undefined
    ? undefined
    : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(letter);
}

function over(run: StyledRun, from: number, to: number, places: readonly Place[]): Run {
  if (places.length === 0) return plain(run);
  const around = places.filter((place) => place.from < to && place.to > from);
  const begins = around.filter((place) => place.first && place.from >= from && place.from < to);
  const ends = around.filter((place) => place.to <= to);
  return plain({
    ...run,
    ...(around.length > 0 && { m: around.map(({ mark, lane }) => [mark, Math.min(lane, LANES - 1)]) }),
    ...(begins.length > 0 && { i: begins.map(({ number }) => number) }),
    ...(ends.length > 0 && { r: ends.map(({ number, mark }) => [number, mark]) }),
  });
}

function styleOf(marks: readonly Mark[]): Pick<StyledRun, 's' | 'l'> {
  if (marks.length === 0) return {};
  const signs = Object.entries(styleSigns)
    .filter(([name]) => marks.some((mark) => mark.type.name === name))
    .map(([, sign]) => sign)
    .join('');
  const href = marks.find((mark) => mark.type.name === 'link')?.attrs.href;
  return { ...(signs && { s: signs }), ...(typeof href === 'string' && isWebAddress(href) && leads(href)) };
}

/** The longest address that the typesetter takes as a link, in UTF-8 bytes; a longer one stays words. */
const ADDRESS_BYTES = 8000;

/** A run that leads to a web address, unless that is too long to be one. */
export function leads(href: string): Pick<StyledRun, 'l'> {
  return new TextEncoder().encode(href).length <= ADDRESS_BYTES ? { l: href } : {};
}

function within(around: Omit<StyledRun, 't'>, style: keyof typeof styleSigns): Pick<StyledRun, 's'> {
  const sign = styleSigns[style];
  return { s: around.s?.includes(sign) ? around.s : `${around.s ?? ''}${sign}` };
}
