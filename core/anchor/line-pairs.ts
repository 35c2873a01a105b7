import { align } from './align';
import { type Draft, readDraft } from './draft-words';
import { heaviestChain } from './heaviest-chain';
import type { Drafts } from './resemblance';
import { Vocabulary } from './vocabulary';

/** Which line of the new text each line of the old one became. */
export interface LinePairs {
  /** By old line, the new one; -1 where there is none. No two share one. */
  readonly toNew: Int32Array;
  /** By old line, 1 where it kept its order among those that correspond; 0 for what moved and what has gone. */
  readonly stayed: Uint8Array;
}

/**
 * Of two lines, this part of their weight must correspond for one to have become the other: less, and a reader takes them for two.
 * Below what an anchor asks for, since a wrong pair misplaces nothing here: it only makes a difference harder to read.
 */
const ALIKE_LINES = 0.4;

/**
 * Pairs the lines of two texts by the alignment of their words (`align`): lines that have most of each other, however rewritten
 * or moved, and equal lines next to such pairs. The lines are given as they follow each other, without their line feeds.
 */
export function pairLines(oldLines: readonly string[], newLines: readonly string[]): LinePairs {
  const toNew = new Int32Array(oldLines.length).fill(-1);
  const toOld = new Int32Array(newLines.length).fill(-1);
  const vocabulary = new Vocabulary();
  const before = readDraft(oldLines.join('\n'), vocabulary);
  const after = readDraft(newLines.join('\n'), vocabulary);
  pairByWords({ old: before, new: after, weights: vocabulary.weights() }, oldLines, newLines, toNew, toOld);
  const byLength = (line: number) => oldLines[line]!.length + 1;
  // What stayed has the first claim on the equal lines around it, so that an empty line is not taken along by what moved.
  for (const stayed of [heaviestChain(toNew, byLength), null]) {
    const pairs = (line: number) => toNew[line] !== -1 && (!stayed || stayed[line] === 1);
    spread(oldLines, newLines, toNew, toOld, pairs);
  }
  return { toNew, stayed: heaviestChain(toNew, byLength) };
}

function pairByWords(
  drafts: Drafts,
  oldLines: readonly string[],
  newLines: readonly string[],
  toNew: Int32Array,
  toOld: Int32Array,
): void {
  const newWords = align(drafts).words.toNew;
  const oldSide = lineWeights(drafts.old, oldLines, drafts.weights);
  const newSide = lineWeights(drafts.new, newLines, drafts.weights);
  const bestOfNew = new Float64Array(newLines.length);
  const bestOfOld = new Float64Array(oldLines.length);
  const favourites = new Int32Array(oldLines.length).fill(-1);
  const shared = new Map<number, number>();
  for (let word = 0; word < drafts.old.count; ) {
    const line = oldSide.lineOf[word]!;
    shared.clear();
    for (; word < drafts.old.count && oldSide.lineOf[word] === line; word++) {
      const other = newWords[word]!;
      if (other === -1) continue;
      const home = newSide.lineOf[other]!;
      shared.set(home, (shared.get(home) ?? 0) + drafts.weights[drafts.old.words[word]!]!);
    }
    for (const [home, common] of shared) {
      if (2 * common < ALIKE_LINES * (oldSide.weights[line]! + newSide.weights[home]!)) continue;
      if (common > bestOfOld[line]!) {
        bestOfOld[line] = common;
        favourites[line] = home;
      }
    }
    const favourite = favourites[line]!;
    if (favourite === -1 || bestOfOld[line]! <= bestOfNew[favourite]!) continue;
    if (toOld[favourite] !== -1) toNew[toOld[favourite]!] = -1;
    bestOfNew[favourite] = bestOfOld[line]!;
    toNew[line] = favourite;
    toOld[favourite] = line;
  }
}

/** Which line each word is in, and the weight of each line's words. */
function lineWeights({ starts, words, count }: Draft, lines: readonly string[], weights: Float64Array) {
  const lineOf = new Int32Array(count);
  const sums = new Float64Array(lines.length);
  let line = 0;
  let end = lines[0]?.length ?? 0;
  for (let word = 0; word < count; word++) {
    while (starts[word]! >= end) end += 1 + lines[++line]!.length;
    lineOf[word] = line;
    sums[line]! += weights[words[word]!]!;
  }
  return { lineOf, weights: sums };
}

/** From the beginning and from each pair chosen on, pairs the next lines as long as they are equal and free; then backwards. */
function spread(
  oldLines: readonly string[],
  newLines: readonly string[],
  toNew: Int32Array,
  toOld: Int32Array,
  chosen: (line: number) => boolean,
): void {
  const run = (from: number, to: number, by: 1 | -1) => {
    for (
      let line = from, other = to;
      line >= 0 && other >= 0 && line < oldLines.length && other < newLines.length;
      line += by, other += by
    ) {
      if (toNew[line] !== -1 || toOld[other] !== -1 || oldLines[line] !== newLines[other]) return;
      toNew[line] = other;
      toOld[other] = line;
    }
  };
  const from = oldLines.flatMap((_, line) => (chosen(line) ? [line] : []));
  run(0, 0, 1);
  for (const line of from) run(line + 1, toNew[line]! + 1, 1);
  run(oldLines.length - 1, newLines.length - 1, -1);
  for (const line of from) run(line - 1, toNew[line]! - 1, -1);
}
