import { type Revision, revisionOf } from '../../core/anchor/generated-revisions';
import { type OldAnchor, reanchor } from '../../core/anchor/reanchor';
import type { Row } from './row';

const SIZES = [5_000, 20_000, 100_000];
const RUNS = 9;
/** Milliseconds for each thousand anchors, their share of reading and aligning both drafts included. */
const BUDGET = 10;
/** A size may cost this much more for an anchor than the smallest: caches, and some logarithms. */
const GROWTH = 1.5;

/** Every sentence of a draft, and a phrase within it, found in its revision: in milliseconds for a thousand, at three sizes that should cost the same. */
export async function benchAnchors(): Promise<Row[]> {
  const revisions = SIZES.map(drafted);
  for (const revision of revisions) timed(revision);
  // In turn, so that a slow spell of the machine falls on all.
  const rounds = Array.from({ length: RUNS }, () => revisions.map(timed));
  const smallest = median(rounds.map((round) => round[0]!));
  return SIZES.map((words, size) => {
    const value = median(rounds.map((round) => round[size]!));
    const ratio = size === 0 ? null : median(rounds.map((round) => round[size]! / round[0]!));
    return {
      figure: `1,000 anchors into the next draft, ${words.toLocaleString('en')} words, ${revisions[size]!.anchors.length.toLocaleString('en')} anchors`,
      value,
      unit: 'ms',
      peer: size === 0 ? '' : `${SIZES[0]!.toLocaleString('en')} words`,
      peerValue: size === 0 ? null : smallest,
      ratio,
      goal: ratio === null ? `<= ${BUDGET} ms` : `<= ${BUDGET} ms, ratio <= ${GROWTH}`,
      met: value <= BUDGET && (ratio === null || ratio <= GROWTH),
    };
  });
}

interface Drafted extends Revision {
  readonly anchors: readonly OldAnchor[];
}

function drafted(words: number): Drafted {
  const revision = revisionOf(words, words);
  const anchors = revision.spans.flatMap(({ id, start, end }) => [
    { id, start, end },
    { id: `${id}-phrase`, start: start + Math.floor((end - start) / 3), end: end - Math.floor((end - start) / 3) },
  ]);
  return { ...revision, anchors };
}

function timed({ oldText, newText, anchors }: Drafted): number {
  const began = performance.now();
  reanchor(oldText, newText, anchors);
  return ((performance.now() - began) * 1_000) / anchors.length;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
