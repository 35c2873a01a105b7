import { type Node, Slice } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { ARTICLE_BYTES, ARTICLE_WORDS } from '@/core/article/article';
import { countWords } from '@/core/article/import/count-words';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { Problem } from '@/core/problem';
import { forbiddenCharacter } from '@/core/record';
import { isWebAddress } from '@/core/web-address';

/** The edits that a desk makes: words, blocks, marks and a block's own attributes. */
const STEP_TYPES = new Set(['replace', 'replaceAround', 'addMark', 'removeMark', 'attr']);

/** Deeper than any article is nested, and far from where reading it would run out of stack. */
const DEEPEST = 60;

/** The steps of a request as ProseMirror has them. Throws `step-impossible` for what is no step of this schema. */
export function readSteps(json: readonly unknown[]): Step[] {
  return json.map((one, at) => {
    if (!STEP_TYPES.has((one as { stepType?: string }).stepType ?? '')) throw impossible(at);
    const step = readStep(one);
    if (!step || !isSound(step)) throw impossible(at);
    return step;
  });
}

function readStep(json: unknown): Step | null {
  try {
    return Step.fromJSON(articleSchema, json);
  } catch {
    return null;
  }
}

/**
 * Whether a step's positions are whole numbers in order and its slice is as open as it says. ProseMirror takes others, and what
 * they do to a document is not what their map tells of it.
 */
function isSound(step: Step): boolean {
  const {
    pos,
    from = pos,
    to = pos,
    gapFrom = from,
    gapTo = to,
    insert = 0,
    slice = Slice.empty,
  } = step as Step & Said;
  const positions = [0, from, gapFrom, gapTo, to, Number.MAX_SAFE_INTEGER];
  const deepest = Slice.maxOpen(slice.content);
  return (
    positions.every((at, index) => Number.isSafeInteger(at) && at! >= (positions[index - 1] ?? 0)) &&
    isBetween(slice.openStart, 0, deepest.openStart) &&
    isBetween(slice.openEnd, 0, deepest.openEnd) &&
    isBetween(insert, 0, slice.size)
  );
}

/** What a step of one kind or another says of itself. */
interface Said {
  readonly from?: number;
  readonly to?: number;
  readonly pos?: number;
  readonly gapFrom?: number;
  readonly gapTo?: number;
  readonly insert?: number;
  readonly slice?: Slice;
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/**
 * The document that steps from a stranger make of `doc`. What they touch must fit the schema, hold no character that XML forbids
 * and link to web addresses only, and the whole must stay within the limits of an import. Throws `step-impossible`,
 * `text-control-character-typed`, `too-large` and `too-many-words`; `doc` itself never changes.
 */
export function applySteps(doc: Node, steps: readonly Step[]): Node {
  let after = doc;
  steps.forEach((step, at) => {
    const result = applied(step, after);
    if (!result) throw impossible(at);
    after = result;
    const { from, to } = touchedBy(step, after);
    try {
      checkTouched(after, 0, from, to, 0);
    } catch (failure) {
      throw failure instanceof Problem ? failure : impossible(at);
    }
  });
  checkLength(doc, after, steps);
  return after;
}

/** At most so many words are in a text that was edited, so that a long one is not counted anew at every key pressed. */
const atMost = new WeakMap<Node, number>();

function checkLength(before: Node, after: Node, steps: readonly Step[]): void {
  const grown = after.content.size > before.content.size;
  if (grown && after.content.size > ARTICLE_BYTES) throw new Problem('too-large', { limit: '10 MB' });
  // Every position put in begins one word more, at the most; and so does every edge at which something was taken out.
  let words = wordsAtMost(before);
  for (const step of steps)
    step.getMap().forEach((_oldStart, _oldEnd, start, end) => {
      words += end - start + 1;
    });
  if (words > ARTICLE_WORDS) words = countWords(articleText(after).text);
  if (grown && words > ARTICLE_WORDS) throw new Problem('too-many-words', { words, limit: ARTICLE_WORDS });
  atMost.set(after, words);
}

function wordsAtMost(doc: Node): number {
  const { size } = doc.content;
  return atMost.get(doc) ?? (size <= ARTICLE_WORDS ? size : countWords(articleText(doc).text));
}

function applied(step: Step, doc: Node): Node | null {
  try {
    return step.apply(doc).doc;
  } catch {
    return null;
  }
}

const impossible = (at: number) => new Problem('step-impossible', { number: at + 1 });

/** Positions in `after` that a step can have changed; a step without a map (marks, attributes) says itself what it touches. */
function touchedBy(step: Step, after: Node): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  step.getMap().forEach((_oldStart, _oldEnd, start, end) => {
    from = Math.min(from, start);
    to = Math.max(to, end);
  });
  const size = after.content.size;
  if (from <= to) return { from: Math.max(0, from - 1), to: Math.min(size, to + 1) };
  const said = step as Step & Said;
  return { from: said.from ?? said.pos ?? 0, to: Math.min(size, said.to ?? (said.pos ?? size) + 1) };
}

/** Checks a node whose content begins at `inside`, and all in it that lies between two positions: the rest was checked before. */
function checkTouched(node: Node, inside: number, from: number, to: number, depth: number): void {
  if (depth > DEEPEST) throw new Error('nested too deep');
  if (node.isTextblock || node.isLeaf) node.check();
  else if (!node.type.validContent(node.content)) throw new Error('not an article');
  for (const [name, { validate }] of Object.entries(node.type.spec.attrs ?? {}))
    if (typeof validate === 'function') validate(node.attrs[name]);
  const link = node.marks.find(({ type }) => type === articleSchema.marks.link);
  if (link && !isWebAddress(link.attrs.href)) throw new Error('not a web address');
  if (node.attrs.src && !isWebAddress(node.attrs.src)) throw new Error('not a web address');
  for (const words of [node.text ?? '', node.attrs.alt ?? '']) {
    const at = forbiddenCharacter(words);
    if (at !== -1) throw new Problem('text-control-character-typed', { code: codeOf(words, at) });
  }
  node.forEach((child, offset) => {
    const start = inside + offset;
    if (start + child.nodeSize >= from && start <= to) checkTouched(child, start + 1, from, to, depth + 1);
  });
}

function codeOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}
