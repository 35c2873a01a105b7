import { pairLines } from '@/core/anchor/line-pairs';

/** A stretch of whole lines, in UTF-16 offsets of its text, without the line feed that ends it. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/**
 * What became of some lines. `same`: as they were; `changed`: one line and what it was rewritten to; `added`: in the new text
 * only; `removed`: in the old text only; `moved`: out of its order among the rest, rewritten or not.
 */
export interface Hunk {
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** Null for what was added. */
  readonly before: Lines | null;
  /** Null for what was removed. */
  readonly after: Lines | null;
}

/**
 * How two plain texts (lines joined by `\n`) differ, line by line, in reading order: what was removed stands before what was
 * put in its place, and what moved stands at its new place only. Lines next to each other of one kind are one hunk, but each
 * rewritten line is one of its own, so that a screen can show the two word by word (`wordDifference`).
 *
 * The `after` parts in their order, joined by `\n`, are the new text; the `before` parts, sorted by start, the old one. An
 * empty text has no lines.
 */
export function textDifference(before: string, after: string): Hunk[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const { toNew, stayed } = pairLines(old, fresh);
  const toOld = new Int32Array(fresh.length).fill(-1);
  for (let line = 0; line < old.length; line++) if (toNew[line] !== -1) toOld[toNew[line]!] = line;
  const hunks = new Hunks(old, fresh);
  let line = 0;
  let other = 0;
  for (let at = 0; at <= old.length; at++) {
    if (at < old.length && !stayed[at]) continue;
    const home = at < old.length ? toNew[at]! : fresh.length;
    for (; line < at; line++) if (toNew[line] === -1) hunks.add('removed', line, -1);
    for (; other < home; other++) hunks.add(toOld[other] === -1 ? 'added' : 'moved', toOld[other]!, other);
    if (at < old.length) hunks.add(old[line] === fresh[other] ? 'same' : 'changed', line++, other++);
  }
  return hunks.list;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Gathers lines to hunks. */
class Hunks {
  readonly list: Hunk[] = [];
  private readonly oldStarts: Int32Array;
  private readonly newStarts: Int32Array;
  /** Whether the last hunk may grow, and the lines that would follow it. */
  private open = false;
  private oldNext = -1;
  private newNext = -1;

  constructor(
    private readonly old: readonly string[],
    private readonly fresh: readonly string[],
  ) {
    this.oldStarts = startsOf(old);
    this.newStarts = startsOf(fresh);
  }

  /** Adds one line by its index in each text, -1 where it has none. */
  add(kind: Hunk['kind'], line: number, other: number): void {
    const before = line === -1 ? null : { start: this.oldStarts[line]!, end: this.oldStarts[line + 1]! - 1 };
    const after = other === -1 ? null : { start: this.newStarts[other]!, end: this.newStarts[other + 1]! - 1 };
    const alone = before !== null && after !== null && this.old[line] !== this.fresh[other];
    const last = this.list.at(-1);
    if (last?.kind === kind && this.open && !alone && this.oldNext === line && this.newNext === other)
      this.list[this.list.length - 1] = { kind, before: joined(last.before, before), after: joined(last.after, after) };
    else this.list.push({ kind, before, after });
    this.open = !alone;
    this.oldNext = line === -1 ? -1 : line + 1;
    this.newNext = other === -1 ? -1 : other + 1;
  }
}

/** Where each line starts, and past the last where the next would. */
function startsOf(lines: readonly string[]): Int32Array {
  const starts = new Int32Array(lines.length + 1);
  lines.forEach((line, at) => {
    starts[at + 1] = starts[at]! + line.length + 1;
  });
  return starts;
}

function joined(one: Lines | null, other: Lines | null): Lines | null {
  return one && other && { start: one.start, end: other.end };
}
