import { Fragment, type Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { heaviestChain } from '@/core/anchor/heaviest-chain';
import { pairLines } from '@/core/anchor/line-pairs';

/**
 * The steps that make one draft of an article the next: applied in order to `before` they give a document equal to `after`.
 * None when the two are equal. Blocks that stand in both are not touched; of a block that was rewritten, and of a list or
 * table in which something was, only the middle that differs is replaced. So whoever types elsewhere keeps cursor and words.
 * What moved is taken out and put in again.
 *
 * Both are documents of one schema, valid by it. Near linear in the blocks.
 */
export function draftSteps(before: Node, after: Node): Step[] {
  const steps: Step[] = [];
  replaceChildren(before, after, 0, steps);
  return steps;
}

/** Adds the steps that turn the children of one node into those of another, the last first: none shifts those that follow. */
function replaceChildren(before: Node, after: Node, inside: number, steps: Step[]): void {
  const old = before.children;
  const places = new Array<number>(old.length + 1);
  places[0] = inside;
  for (let at = 0; at < old.length; at++) places[at + 1] = places[at]! + old[at]!.nodeSize;
  const pairs = pairChildren(old, after.children);
  let oldEnd = old.length;
  let newEnd = after.childCount;
  const replaceRun = (first: number, head: number) => {
    if (first === oldEnd && head === newEnd) return;
    const slice = new Slice(Fragment.from(after.children.slice(head, newEnd)), 0, 0);
    steps.push(new ReplaceStep(places[first]!, places[oldEnd]!, slice));
  };
  for (let at = old.length - 1; at >= 0; at--) {
    const other = pairs[at]!;
    if (other === -1) continue;
    replaceRun(at + 1, other + 1);
    oldEnd = at;
    newEnd = other;
    replaceInside(old[at]!, after.child(other), places[at]! + 1, steps);
  }
  replaceRun(0, 0);
}

function replaceInside(before: Node, after: Node, inside: number, steps: Step[]): void {
  if (before.eq(after)) return;
  if (!before.isTextblock) replaceChildren(before, after, inside, steps);
  else {
    const start = before.content.findDiffStart(after.content)!;
    const end = before.content.findDiffEnd(after.content)!;
    // What begins and ends alike may share characters between the two: “aa” in “aaa”.
    const overlap = Math.max(0, start - Math.min(end.a, end.b));
    const slice = new Slice(after.content.cut(start, end.b + overlap), 0, 0);
    steps.push(new ReplaceStep(inside + start, inside + end.a + overlap, slice));
  }
}

/** By old child, the new one that it stays or becomes, or -1; in order, each with the same type and attributes. */
function pairChildren(old: readonly Node[], fresh: readonly Node[]): Int32Array {
  const pairs = pairEqual(old, fresh);
  let first = 0;
  let head = 0;
  for (let at = 0; at <= old.length; at++) {
    const other = at === old.length ? fresh.length : pairs[at]!;
    if (other === -1) continue;
    if (at > first && other > head) pairAlike(old, fresh, { first, last: at }, { first: head, last: other }, pairs);
    first = at + 1;
    head = other + 1;
  }
  return pairs;
}

/** Indexes, `last` excluded. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Pairs equal children: those that stand once in both, as a patience diff takes them (Bram Cohen), and their equal neighbours. */
function pairEqual(old: readonly Node[], fresh: readonly Node[]): Int32Array {
  const pairs = new Int32Array(old.length).fill(-1);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head]!.eq(fresh[head]!)) pairs[head] = head++;
  let end = old.length;
  let tail = fresh.length;
  while (end > head && tail > head && old[end - 1]!.eq(fresh[tail - 1]!)) pairs[--end] = --tail;
  const [oldOnes, newOnes] = [onesOf(old, head, end), onesOf(fresh, head, tail)];
  const ones = new Int32Array(old.length).fill(-1);
  for (const [key, at] of oldOnes) {
    const other = newOnes.get(key) ?? -1;
    if (at !== -1 && other !== -1 && old[at]!.eq(fresh[other]!)) ones[at] = other;
  }
  const stayed = heaviestChain(ones, (at) => old[at]!.nodeSize);
  const taken = new Uint8Array(fresh.length + 1);
  for (let at = head; at < end; at++)
    if (stayed[at]) {
      pairs[at] = ones[at]!;
      taken[ones[at]!] = 1;
    }
  // No pair is crossed: from one pair to the next, both sides are free.
  const spread = (at: number, other: number, by: 1 | -1) => {
    const free = () => at >= head && at < end && other >= head && other < tail && pairs[at] === -1 && !taken[other];
    for (; free() && old[at]!.eq(fresh[other]!); at += by, other += by) {
      pairs[at] = other;
      taken[other] = 1;
    }
  };
  for (let at = head; at < end; at++) if (pairs[at] !== -1) spread(at + 1, pairs[at]! + 1, 1);
  for (let at = end - 1; at >= head; at--) if (pairs[at] !== -1) spread(at - 1, pairs[at]! - 1, -1);
  return pairs;
}

/** By what it says, the one child that says it, or -1 where several do. */
function onesOf(children: readonly Node[], first: number, last: number): Map<string, number> {
  const ones = new Map<string, number>();
  for (let at = first; at < last; at++) {
    const key = `${children[at]!.type.name} ${children[at]!.textContent}`;
    ones.set(key, ones.has(key) ? -1 : at);
  }
  return ones;
}

/** Pairs children of two runs that are alike in words, where one can become the other by what is inside. */
function pairAlike(old: readonly Node[], fresh: readonly Node[], from: Run, to: Run, pairs: Int32Array): void {
  const { toNew, stayed } = pairLines(
    old.slice(from.first, from.last).map(lineOf),
    fresh.slice(to.first, to.last).map(lineOf),
  );
  for (let at = from.first; at < from.last; at++) {
    const other = to.first + toNew[at - from.first]!;
    if (stayed[at - from.first] && old[at]!.sameMarkup(fresh[other]!)) pairs[at] = other;
  }
}

function lineOf(node: Node): string {
  return node.textBetween(0, node.content.size, ' ', ' ').replaceAll('\n', ' ');
}
