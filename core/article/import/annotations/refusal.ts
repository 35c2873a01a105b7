/**
 * Why an annotation, or a part of one, was not taken in. The sentences are `review_skipped_…` of the report's words. The last
 * three leave out a part and take in the rest.
 */
export const refusals = [
  'not-an-annotation',
  'too-many',
  'no-selector',
  'selector-unknown',
  'passage-gone',
  'quote-not-found',
  'quote-ambiguous',
  'range-impossible',
  'too-many-places',
  'control-character',
  'too-long',
  'reply-unknown',
  'verdict-of-other-words',
  'source-confidential',
  'source-address',
] as const;
export type Refusal = (typeof refusals)[number];
