import type { Node } from 'prosemirror-model';
import type { Suggestion } from '@/core/article/article';
import { sentencesOf } from '@/core/article/sentences';
import { articleText } from '@/core/article/text';
import { type Sign, signsOf } from './signs';

/** Why a sentence is worth a check. */
export const reasons = [
  'number',
  'money',
  'percent',
  'date',
  'name',
  'quote',
  'superlative',
  'comparison',
  'cause',
  'attribution',
  'who-did-what',
] as const;
export type Reason = (typeof reasons)[number];

/**
 * How much each reason alone speaks for a check, 0 to 1; together they are taken as independent. What can be looked up
 * (an amount, a quote, who said it) weighs most. A name or a day alone is no statement; with anything else it is.
 */
const weight: Record<Reason, number> = {
  number: 0.36,
  money: 0.5,
  percent: 0.5,
  date: 0.25,
  name: 0.25,
  quote: 0.45,
  superlative: 0.36,
  comparison: 0.36,
  cause: 0.3,
  attribution: 0.4,
  'who-did-what': 0.36,
};
/** From this score on a sentence is checkable: any one reason that is a statement by itself. */
export const CHECKABLE = 0.35;
/** The highest score of what is not checkable, so that sorting by score never puts it before what is. */
const BELOW = 0.3;

export interface Worth {
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly kind: Suggestion['kind'];
}

/** How check-worthy one sentence is. A question, an order and a fragment are neither checkable nor an opinion. */
export function worthOf(sentence: string, language: string): Worth {
  const signs = signsOf(sentence, language);
  const found = reasons.filter((reason) =>
    reason === 'who-did-what' ? saysWhoDidWhat(sentence, signs, language) : signs.has(reason),
  );
  const score = 1 - found.reduce((left, reason) => left * (1 - weight[reason]), 1);
  const kind = kindOf(sentence, signs, found, score);
  return { score: round(kind === 'checkable' ? score : Math.min(score, BELOW)), reasons: found, kind };
}

function kindOf(sentence: string, signs: ReadonlySet<Sign>, found: readonly Reason[], score: number): Worth['kind'] {
  if (!/\p{L}/u.test(sentence)) return 'neither';
  const said = signs.has('quote') || signs.has('attribution');
  if (signs.has('question') && !said) return 'neither';
  if (isInstruction(sentence, signs) && !said) return 'neither';
  const lookedUp = said || ['number', 'money', 'percent', 'date', 'cause'].some((sign) => signs.has(sign as Sign));
  if (signs.has('opinion') && !lookedUp) return 'opinion';
  if (signs.has('opinion') && signs.has('self') && !signs.has('quote')) return 'opinion';
  // What the writer did at an hour of some day is nobody's to check; a figure in it is.
  if (signs.has('self') && !lookedUp && !signs.has('name')) return 'neither';
  return score >= CHECKABLE && found.length > 0 ? 'checkable' : 'neither';
}

function isInstruction(sentence: string, signs: ReadonlySet<Sign>): boolean {
  return (
    signs.has('instruction') &&
    /^\W*(?:please|read|click|subscribe|see|watch|listen|follow|share|sign|download|contact|visit|thank|welcome|hello|hi|dear|imagine|consider|note|remember|look|join)\b/i.test(
      sentence,
    )
  );
}

/** Something is stated of somebody: a verb that states, or where the language's verbs are not known, a name and enough beside it. */
function saysWhoDidWhat(sentence: string, signs: ReadonlySet<Sign>, language: string): boolean {
  const long =
    (sentence.match(/\p{L}+/gu)?.length ?? 0) >= 4 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]{8}/u.test(sentence);
  if (!long) return false;
  if (language.split('-')[0]!.toLowerCase() === 'en') return signs.has('action') || /\b\p{L}{2,}ed\b/u.test(sentence);
  return signs.has('action') || signs.has('name');
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}

const ofDocs = new WeakMap<Node, { language: string; suggestions: readonly PlacedSuggestion[] }>();

/** With ProseMirror positions; `start` and `end` are in code points of the article's plain text. */
export type PlacedSuggestion = Suggestion & { from: number; to: number };

/** Every sentence of an article with its check-worthiness, in reading order. Remembered for the document. */
export function suggestionsOf(doc: Node, language: string): readonly PlacedSuggestion[] {
  const known = ofDocs.get(doc);
  if (known?.language === language) return known.suggestions;
  const text = articleText(doc);
  const suggestions = sentencesOf(doc, language).map(({ exact, from, to, start, end }) => {
    const worth = worthOf(exact, language);
    return {
      ...worth,
      reasons: [...worth.reasons],
      exact,
      start: text.pointsAt(start),
      end: text.pointsAt(end),
      from,
      to,
    };
  });
  ofDocs.set(doc, { language, suggestions });
  return suggestions;
}
