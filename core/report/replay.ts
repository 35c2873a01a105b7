import { Node, Slice } from 'prosemirror-model';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import { applySteps, readSteps } from '@/core/article/apply-steps';
import { articleSchema } from '@/core/article/schema';
import { Problem } from '@/core/problem';
import { misfit } from './misfit';
import type { Report } from './report';

/** The text of a version, as ProseMirror JSON. */
export interface KeptText {
  version: number;
  doc: unknown;
}

/** One version in so many is kept whole, so that any other is a few steps away. */
const KEPT_EVERY = 200;

/**
 * Makes the article's text again, by the report's own steps from its start, under the rules for what strangers send. Throws
 * `report-inconsistent` unless that is the text which the report shows, `too-large` and `too-many-words`.
 */
export function replay({ start, steps: told, article }: Pick<Report, 'start' | 'steps' | 'article'>): {
  texts: KeptText[];
  doc: Node;
} {
  if (told.length !== article.version || told.some(({ version }, at) => version !== at + 1)) throw misfit('order');
  const steps = asMisfit('steps', () => readSteps(told.map(({ step }) => step)));
  let doc = firstText(start);
  const texts = [{ version: 0, doc: doc.toJSON() as unknown }];
  let waiting: Step[] = [];
  for (const [at, step] of steps.entries()) {
    const version = at + 1;
    waiting.push(step);
    const signed = version === article.signedOff?.version;
    if (version % KEPT_EVERY !== 0 && version !== steps.length && !signed) continue;
    const before = doc;
    const since = waiting;
    doc = asMisfit('steps', () => applySteps(before, since));
    waiting = [];
    texts.push({ version, doc: doc.toJSON() });
  }
  if (!doc.eq(asMisfit('text', () => Node.fromJSON(articleSchema, article.doc)))) throw misfit('steps');
  return { texts, doc };
}

/** The text that a report starts from, checked as if somebody had put it into an empty article. */
function firstText(json: unknown): Node {
  return asMisfit('text', () => {
    const { content } = Node.fromJSON(articleSchema, json);
    const empty = articleSchema.topNodeType.createAndFill()!;
    return applySteps(empty, [new ReplaceStep(0, empty.content.size, new Slice(content, 0, 0))]);
  });
}

/** What is too long says so itself; anything else that fails here is a file that does not fit together. */
function asMisfit<T>(what: 'steps' | 'text', make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof Problem && (error.code === 'too-large' || error.code === 'too-many-words')) throw error;
    throw misfit(what);
  }
}
