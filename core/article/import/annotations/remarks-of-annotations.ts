import type { Node } from 'prosemirror-model';
import { sameWords } from '@/core/anchor/fold';
import type { Range } from '@/core/anchor/range';
import { articleText } from '@/core/article/text';
import { JUDGED_WORDS, SPEAKER } from '@/core/report/web-annotation/vocabulary';
import { bareRemark, type Remark } from '../remark';
import { annotationsIn } from './items';
import { member, members, words } from './json-value';
import { PLACES, unkeepable } from './keepable';
import { placeOf } from './place';
import type { Refusal } from './refusal';
import { parentOf, Replies } from './replies';
import { type Said, saidBy } from './said';

/** What was left out: of which annotation, by its index in the file and its own id, and why. */
interface SkippedAnnotation {
  index: number;
  id: string | null;
  reason: Refusal;
}

/** How many annotations are read at once: four times what the longest of articles was seen to have. */
const ANNOTATIONS = 20_000;

/**
 * Annotations of another tool, or of Stet's own making, as remarks on the words of this text, in reading order: W3C Web
 * Annotations (one, a list, a page, a collection with its pages inside) or the rows of Hypothesis' interface. An annotation comes
 * in where at least one of its targets is found for certain (`placeOf`); every other target, and whatever else could not be taken,
 * is in `skipped`. Never throws, whatever it is given.
 */
export function remarksOfAnnotations(json: unknown, doc: Node): { remarks: Remark[]; skipped: SkippedAnnotation[] } {
  const taken: Remark[] = [];
  const skipped: SkippedAnnotation[] = [];
  const replies = new Replies();
  for (const [index, annotation] of annotationsIn(json).entries()) {
    const id = words(annotation, 'id');
    const skip = (reason: Refusal) => {
      skipped.push({ index, id, reason });
    };
    if (index >= ANNOTATIONS) skip('too-many');
    else if (!isAnnotation(annotation)) skip('not-an-annotation');
    else if (parentOf(annotation) !== null) replies.wait(annotation, skip);
    else {
      const remark = remarkOf(annotation, doc, skip);
      if (remark) taken.push(remark);
      if (remark) replies.know(id, remark);
    }
  }
  replies.settle();
  return { remarks: inReadingOrder(taken), skipped };
}

function isAnnotation(value: unknown): boolean {
  return members(value, 'target').length > 0;
}

function remarkOf(annotation: unknown, doc: Node, skip: (reason: Refusal) => void): Remark | null {
  const places: Range[] = [];
  const targets = targetsOf(annotation);
  if (targets.length > PLACES) {
    skip('too-many-places');
    return null;
  }
  for (const target of targets) {
    const place = placeOf(doc, target);
    if (typeof place === 'string') skip(place);
    else if (!places.some(({ from, to }) => from === place.from && to === place.to)) places.push(place);
  }
  if (places.length === 0) return null;
  places.sort((a, b) => a.from - b.from || b.to - a.to);
  const { judgement, refused, ...said } = saidBy(annotation);
  const remark: Remark = { ...bareRemark(places), ...said, attributedTo: speakerOf(annotation) };
  if (remark.verdict !== null && !isOfTheseWords(judgement, doc, places)) {
    remark.verdict = null;
    refused.push('verdict-of-other-words');
  }
  const reason = unkeepable(remark);
  for (const refusal of reason ? [reason] : new Set(refused)) skip(refusal);
  return reason ? null : remark;
}

/** Targets one by one; of a set of several (`items`) each. */
function targetsOf(annotation: unknown): unknown[] {
  return members(annotation, 'target').flatMap((target) => {
    const items = members(target, 'items');
    return items.length > 0 ? items : [target];
  });
}

function speakerOf(annotation: unknown): string | null {
  for (const target of targetsOf(annotation)) {
    const name = words(member(target, SPEAKER), 'name')?.trim();
    if (name) return name;
  }
  return null;
}

/** A verdict that names the words that it is of is taken for no others. */
function isOfTheseWords(judgement: Said['judgement'], doc: Node, places: readonly Range[]): boolean {
  const judged = members(judgement, JUDGED_WORDS).filter((one) => typeof one === 'string');
  const text = articleText(doc);
  return (
    judged.length === 0 || places.every(({ from, to }) => judged.some((one) => sameWords(one, text.between(from, to))))
  );
}

function inReadingOrder(remarks: readonly Remark[]): Remark[] {
  return [...remarks].sort((a, b) => a.places[0]!.from - b.places[0]!.from || b.places[0]!.to - a.places[0]!.to);
}
