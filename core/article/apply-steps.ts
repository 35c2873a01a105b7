import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { ARTICLE_WORDS } from '@/core/article/article';
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
    try {
      return Step.fromJSON(articleSchema, one);
    } catch {
      throw impossible(at);
    }
  });
}

/**
 * The document that steps from a stranger make of `doc`. What they touch must fit the schema, hold no character that XML forbids
 * and link to web addresses only, and the whole must stay within the limits of an import. Throws `step-impossible`,
 * `text-control-character` and `too-many-words`; `doc` itself never changes.
 */
export function applySteps(doc: Node, steps: readonly Step[]): Node {
  let after = doc;
  steps.forEach((step, at) => {
    const result = applied(step, after);
    if (!result) throw impossible(at);
    after = result;
    const { from, to } = touchedBy(step, after);
    try {
      checkBlocks(after, from, to);
    } catch (failure) {
      throw failure instanceof Problem ? failure : impossible(at);
    }
  });
  // No word is shorter than two positions, its space or block edge counted: most articles need no counting.
  if (after.content.size > 2 * ARTICLE_WORDS && after.content.size > doc.content.size) {
    const words = countWords(articleText(after).text);
    if (words > ARTICLE_WORDS) throw new Problem('too-many-words', { words, limit: ARTICLE_WORDS });
  }
  return after;
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
  const said = step as unknown as { from?: number; to?: number; pos?: number };
  return { from: said.from ?? said.pos ?? 0, to: Math.min(size, said.to ?? (said.pos ?? size) + 1) };
}

function checkBlocks(doc: Node, from: number, to: number): void {
  doc.forEach((block, at) => {
    if (at + block.nodeSize >= from && at <= to) checkNode(block, 0);
  });
  if (!doc.type.validContent(doc.content)) throw new Error('not an article');
}

function checkNode(node: Node, depth: number): void {
  if (depth > DEEPEST) throw new Error('nested too deep');
  if (depth === 0) node.check();
  const href = node.marks.find(({ type }) => type === articleSchema.marks.link)?.attrs.href;
  if (href !== undefined && !isWebAddress(href)) throw new Error('not a web address');
  if (node.isText) {
    const at = forbiddenCharacter(node.text!);
    if (at !== -1) throw new Problem('text-control-character-typed', { code: codeOf(node.text!, at) });
  }
  for (const child of node.children) checkNode(child, depth + 1);
}

function codeOf(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}
