import type { Node } from 'prosemirror-model';
import { lanesOf } from '@/core/anchor/lanes';
import { drawnIn } from '@/core/anchor/range';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import { articleSchema } from '@/core/article/schema';
import { type ArticleText, articleText } from '@/core/article/text';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import type { Reading } from '../reading';
import { standingPlaces } from '../standing-places';
import { type Block, blocksOf } from './article-blocks';
import type { Marks } from './marks';
import { breakable, type Place, WORD_IN_CELL, WORD_IN_PROSE } from './runs';

/** A block of the article with the notes of the claims that begin in it: the two stand in one row, as high as the higher of them. */
export interface Row {
  b: Block[];
  notes: Note[];
  /** Said of a block whose words stood in the article before. */
  repeats?: string;
  /** A table that needs the whole page: its notes come below it. */
  wide?: boolean;
}

/** A claim in the margin: its number, the index of its mark, and why, in a few words. */
export type Note = [claim: number, mark: number, reason: string | string[]];

/** A table of more columns than this takes the width of the margin too. */
const COLUMNS_BESIDE_NOTES = 5;

/** How many characters of reasons a row's notes have between them, and one note at most: the whole stands in the list of claims. */
const REASONS_A_ROW = 720;
const REASON = 150;
/** What is left of a reason by fewer characters than this says nothing. */
const REASON_AT_LEAST = 28;

/** The article as rows, one for each block that it is made of, and the numbers of the claims that have a place in it. */
export function articleRows(reading: Reading, marks: Marks): { rows: Row[]; drawn: ReadonlySet<number> } {
  const doc = articleSchema.nodeFromJSON(reading.report.article.doc);
  const text = articleText(doc);
  const places = placesOf(reading, marks, text);
  const within = placesByBlock(doc, places);
  const outline = outlineDepths();
  const repeated = repeatedBlocks(doc);
  const { blocks } = text;
  let textblock = 0;
  const rows: Row[] = [];
  doc.forEach((node, at, index) => {
    const end = at + node.nodeSize;
    while (textblock < blocks.length && blocks[textblock]!.from <= at) textblock++;
    const first = blocks[textblock];
    const original = first && first.from < end ? repeated.get(textblock) : undefined;
    const here = within[index]!;
    const b = blocksOf(node, at, { places: here, depth: 0, word: WORD_IN_PROSE, outline });
    const beginning = here.filter((place) => place.from > at);
    rows.push({
      b,
      // Of what a paragraph repeats, the notes stand beside the first; what was marked here alone has its note here.
      notes: notes(
        reading,
        beginning.filter((place) => original === undefined || place.first),
      ),
      ...(original !== undefined && { repeats: reading.words('repeats', { number: original + 1 }) }),
      ...(b.some((block) => block.k === 'table' && block.columns > COLUMNS_BESIDE_NOTES) && { wide: true }),
    });
  });
  return { rows, drawn: new Set(places.map(({ number }) => number)) };
}

function placesOf({ report }: Reading, marks: Marks, text: ArticleText): Place[] {
  const standing = report.claims.flatMap((claim, index) =>
    standingPlaces(claim)
      .map(({ from, to }) => drawnIn(text, from, to))
      .filter((range) => range !== null)
      .map(({ from, to }, nth) => ({ number: index + 1, from, to, mark: marks.of(claim), first: nth === 0 })),
  );
  const lanes = lanesOf(standing);
  return standing.map((place, index) => ({ ...place, lane: lanes[index]! })).sort((a, b) => a.from - b.from);
}

/** For each child of the doc, the places that lie in it or run through it. */
function placesByBlock(doc: Node, places: readonly Place[]): Place[][] {
  const ends: number[] = [];
  const within: Place[][] = [];
  doc.forEach((node, at) => {
    ends.push(at + node.nodeSize);
    within.push([]);
  });
  let first = 0;
  for (const place of places) {
    while (first < ends.length && ends[first]! <= place.from) first++;
    for (let index = first; index < ends.length; index++) {
      within[index]!.push(place);
      if (ends[index]! >= place.to) break;
    }
  }
  return within;
}

/** PDF 1.7 knows six levels of headings. */
const DEEPEST = 6;

/**
 * The depth of each heading in the outline, from 2, the article itself being 1. A heading is never more than one deeper than the one
 * before, whatever levels its author chose: PDF/UA allows no gap (ISO 14289-1, 7.4.2).
 */
function outlineDepths(): (node: Node) => number {
  const open: number[] = [];
  return ({ attrs: { level } }) => {
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    open.push(level);
    return Math.min(open.length + 1, DEEPEST);
  };
}

function notes({ report, words }: Reading, places: readonly Place[]): Note[] {
  const share = Math.min(REASON, Math.floor(REASONS_A_ROW / Math.max(1, places.length)));
  return places.map(({ number, mark, first }) => {
    const reason = first
      ? rationaleText(rationaleTree(report.claims[number - 1]!.rationale ?? ''))
      : words('sameAs', { number });
    return [number, mark, breakable(share < REASON_AT_LEAST ? '' : shortened(reason, share), WORD_IN_CELL * 2)];
  });
}

/** The beginning of a text, up to the end of a word, with a sign that there is more. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const whole = /^(.*\S)\s+\S*$/s.exec(cut)?.[1] ?? cut.replace(/[\ud800-\udbff]$/, '');
  return `${whole.replace(/[\s,;:.–—-]+$/, '')}…`;
}
