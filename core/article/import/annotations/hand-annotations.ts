import { expect } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { articleText } from '@/core/article/text';
import { Remark } from '../remark';
import { remarksOfAnnotations } from './remarks-of-annotations';

/** A text, and annotations of it by hand, for tests. */
export const doc = articleOf(
  'The bridge 🌉 cost 40 million. It opened in May.',
  'The mayor said so. Nobody came.',
  'The mayor said so. The “old” ferry stopped.',
);
export const text = articleText(doc);

export function wordsAt({ from, to }: { from: number; to: number }): string {
  return text.between(from, to);
}
export const quote = (exact: unknown, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
export const position = (start: unknown, end: unknown) => ({ type: 'TextPositionSelector', start, end });
export const target = (...selector: unknown[]) => ({ source: 'https://post.example/bridge', selector });
export const note = (where: unknown, more: object = {}) => ({
  id: 'urn:note',
  type: 'Annotation',
  target: where,
  ...more,
});
export const COST = quote('cost 40 million');

/** The one remark that an annotation makes, with nothing left out. */
export function one(annotation: unknown): Remark {
  const { remarks, skipped } = remarksOfAnnotations(annotation, doc);
  expect([remarks.length, skipped]).toEqual([1, []]);
  return Remark.parse(remarks[0]);
}
export const reasons = (json: unknown) => remarksOfAnnotations(json, doc).skipped.map(({ reason }) => reason);
