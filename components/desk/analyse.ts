import type { Node } from 'prosemirror-model';
import { repeatedBlocks } from '@/core/anchor/repeated-blocks';
import type { Coverage } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import { coverageOf } from '@/core/claim/coverage';
import { rangeOfPoints } from './places';

/** What reading the article's sentences tells the desk. */
export interface Analysis {
  readonly coverage: Coverage;
  /** Sentences worth checking that no claim touches, as ProseMirror positions, in reading order. */
  readonly uncovered: readonly { from: number; to: number }[];
  /** From the index of a block to that of the first block with the same words. */
  readonly repeated: ReadonlyMap<number, number>;
}

/** Kept apart from the desk, since it knows the sentences of languages: the desk fetches it once the text is on the screen. */
export function analyse(doc: Node, language: string, claims: readonly Claim[], looks: readonly string[]): Analysis {
  const coverage = coverageOf(doc, language, claims, new Set(looks));
  return {
    coverage,
    uncovered: coverage.uncovered.map((sentence) => rangeOfPoints(doc, sentence)),
    repeated: repeatedBlocks(doc),
  };
}
