/** What words can show. `action`: a verb that states; `self`: the writer or reader speaks or is spoken to. */
export const wordSigns = [
  'number',
  'money',
  'percent',
  'date',
  'name',
  'superlative',
  'comparison',
  'cause',
  'attribution',
  'action',
  'opinion',
  'self',
  'instruction',
] as const;
export type WordSign = (typeof wordSigns)[number];

export interface Lexicon {
  /** Whole words, lower case. */
  readonly words: Partial<Record<WordSign, readonly string[]>>;
  /** Searched for in the sentence as it stands; for scripts without spaces the only way. */
  readonly phrases: Partial<Record<WordSign, readonly RegExp[]>>;
}

export function list(words: string): string[] {
  return words.trim().split(/\s+/);
}
