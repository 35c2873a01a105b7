import { beginsSentences } from '@/core/article/abbreviations';
import type { WordSign } from './lexicon';
import { indexOf } from './lexicon-index';

export type Sign = WordSign | 'quote' | 'question';

/**
 * What a sentence shows, by its words where the language has a lexicon and by its script in any language: digits, currency
 * and percent signs, years, quotes, capitals that are not the sentence's first.
 */
export function signsOf(sentence: string, language: string): Set<Sign> {
  const signs = new Set<Sign>();
  const index = indexOf(language);
  const words = sentence.match(word) ?? [];
  for (const each of words) {
    for (const sign of index.ofWord.get(each.toLowerCase()) ?? []) signs.add(sign);
  }
  for (const [sign, phrase] of index.phrases) if (!signs.has(sign) && phrase.test(sentence)) signs.add(sign);
  for (const [sign, pattern] of everywhere) if (pattern.test(sentence)) signs.add(sign);
  if (hasName(sentence, words, language.split('-')[0]!.toLowerCase())) signs.add('name');
  return signs;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

const everywhere: readonly (readonly [Sign, RegExp])[] = [
  ['number', /\p{Nd}|\p{No}/u],
  ['money', /\p{Sc}\s?\p{Nd}|\p{Nd}\s?\p{Sc}|\b(?:USD|EUR|GBP|JPY|CHF)\b/u],
  ['percent', /[%‰٪％]/],
  ['date', /(?<!\p{Nd})(?:1[5-9]|20)\p{Nd}{2}s?(?![\p{Nd}.,]\p{Nd})(?!\p{Nd})/u],
  ['date', /(?<!\p{Nd})\p{Nd}{1,4}(?:[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4}|[年月日년월일])/u],
  ['quote', /["“„][^"”“„]{2,}["”“]|«[^»]{2,}»|»[^«]{2,}«|「[^」]+」|『[^』]+』|‘[^’]{2,}[^’\s]’(?!\p{L})/u],
  ['question', /[?？؟;]["”’»」』)\]]*$/],
];

/** Languages that write every noun with a capital: one capital word shows nothing there, two in a row do. */
const capitalNouns = new Set(['de', 'lb']);
const capitalWord = /^\p{Lu}[\p{L}\p{M}'’-]+$/u;

/**
 * Whether somebody or something is named: a capital word inside the sentence, a first word that is not one sentences begin
 * with and is followed by another capital or carries a possessive, initials such as NATO. A line all in capitals shows none.
 */
function hasName(sentence: string, words: readonly string[], language: string): boolean {
  if (!/\p{Ll}/u.test(sentence)) return false;
  const acronym = (each: string) =>
    /^\p{Lu}[\p{Lu}\p{N}]+(?:[’']s|s)?$/u.test(each) && !/^(?:AM|PM|TV|OK|CEO|[IVX]+)$/.test(each);
  if (words.some(acronym)) return true;
  const capital = words.map((each) => capitalWord.test(each));
  const runs = capital.some((is, at) => is && capital[at + 1] && !(at === 0 && beginsSentences(words[0]!, language)));
  if (capitalNouns.has(language)) return runs;
  if (runs) return true;
  const first = words[0] ?? '';
  if (capital[0] && /[’']s$/.test(first) && !/^(?:it|that|he|she|there|what|who|here|let|how|where)[’']s$/i.test(first))
    return true;
  return words.some((each, at) => at > 0 && capital[at] && !followsStop(sentence, each) && !calendar(each, language));
}

/** Whether the first place of a word comes right after a stop, a colon or an opening quote: there anything has a capital. */
function followsStop(sentence: string, each: string): boolean {
  return /[.!?:…“„«"‘(]\s*$/.test(sentence.slice(0, sentence.indexOf(each)));
}

function calendar(each: string, language: string): boolean {
  return indexOf(language).ofWord.get(each.toLowerCase())?.includes('date') ?? false;
}
