/** A stretch of words: in both texts, only in the first, or only in the second. */
export interface Stretch {
  kind: 'same' | 'first' | 'second';
  text: string;
}

/** Above this many pairs of words the middle is shown as replaced whole: a person would not read the finer answer either. */
const PAIRS = 250_000;

/**
 * How two texts differ, word by word, in reading order. Joining what is `same` or `first` gives the first text back, and `same`
 * or `second` the second.
 */
export function difference(first: string, second: string): Stretch[] {
  const a = words(first);
  const b = words(second);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const out: Stretch[] = [];
  push(out, 'same', a.slice(0, head));
  middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail), out);
  push(out, 'same', a.slice(a.length - tail));
  return out;
}

/** So many letters between two changes are no island to rest on, where more than that changes on both sides of them. */
const ISLAND = 12;

/**
 * The same for a reader's eye: words that stayed by chance between changes that are longer than they are (an "and", a space) are
 * told as changed with them, so that a rewritten passage reads as one passage for another and not as confetti. Joining gives both
 * texts back as in `difference`.
 */
export function readableDifference(first: string, second: string): Stretch[] {
  const stretches = difference(first, second);
  const out: Stretch[] = [];
  let run = { first: '', second: '' };
  const close = () => {
    if (run.first) push(out, 'first', [run.first]);
    if (run.second) push(out, 'second', [run.second]);
    run = { first: '', second: '' };
  };
  stretches.forEach(({ kind, text }, at) => {
    if (kind !== 'same') {
      run[kind] += text;
      return;
    }
    const before = letters(run.first) + letters(run.second);
    const after = changedFrom(stretches, at + 1);
    const island = letters(text);
    if (before > 0 && after > 0 && (island === 0 || (island <= ISLAND && island < before && island < after))) {
      run = { first: run.first + text, second: run.second + text };
    } else {
      close();
      push(out, 'same', [text]);
    }
  });
  close();
  return out;
}

/** How many letters change from a stretch on, until some stay. */
function changedFrom(stretches: readonly Stretch[], from: number): number {
  let changed = 0;
  for (let at = from; stretches[at] && stretches[at]!.kind !== 'same'; at++) changed += letters(stretches[at]!.text);
  return changed;
}

function letters(text: string): number {
  return text.match(/[\p{Letter}\p{Number}]/gu)?.length ?? 0;
}

/** Words, and the spaces and signs between them, each a piece. */
function words(text: string): string[] {
  return text.match(/[\p{Letter}\p{Mark}\p{Number}]+|[^\p{Letter}\p{Mark}\p{Number}]/gu) ?? [];
}

function push(out: Stretch[], kind: Stretch['kind'], pieces: readonly string[]) {
  if (pieces.length === 0) return;
  const last = out.at(-1);
  if (last?.kind === kind) last.text += pieces.join('');
  else out.push({ kind, text: pieces.join('') });
}

/** The longest common subsequence of two runs without a common head or tail. */
function middle(a: readonly string[], b: readonly string[], out: Stretch[]) {
  if (a.length === 0 || b.length === 0 || a.length * b.length > PAIRS) {
    push(out, 'first', a);
    push(out, 'second', b);
    return;
  }
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      push(out, 'same', [a[i]!]);
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) push(out, 'first', [a[i++]!]);
    else push(out, 'second', [b[j++]!]);
  }
  push(out, 'first', a.slice(i));
  push(out, 'second', b.slice(j));
}
