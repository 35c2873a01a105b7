import { type Lexicon, type WordSign, wordSigns } from './lexicon';
import { english } from './lexicon-en';
import { others } from './lexicon-others';

/** A lexicon made ready for looking up: what a word shows, and which phrases to search for. */
export interface Index {
  readonly ofWord: ReadonlyMap<string, readonly WordSign[]>;
  readonly phrases: readonly (readonly [WordSign, RegExp])[];
}

const indexes = new Map<string, Index>();

/** The index of a language, by the first part of its tag; an empty one where there is no lexicon. */
export function indexOf(language: string): Index {
  const base = language.split('-')[0]!.toLowerCase();
  let index = indexes.get(base);
  if (!index) {
    const lexicon = base === 'en' ? english : others[base];
    index = indexed(lexicon ?? { words: {}, phrases: {} }, calendarWords(base));
    indexes.set(base, index);
  }
  return index;
}

function indexed(lexicon: Lexicon, calendar: readonly string[]): Index {
  const ofWord = new Map<string, WordSign[]>();
  const add = (word: string, sign: WordSign) => {
    const signs = ofWord.get(word);
    if (!signs) ofWord.set(word, [sign]);
    else if (!signs.includes(sign)) signs.push(sign);
  };
  for (const sign of wordSigns) for (const word of lexicon.words[sign] ?? []) add(word, sign);
  for (const word of calendar) add(word, 'date');
  const phrases = wordSigns.flatMap((sign) => (lexicon.phrases[sign] ?? []).map((phrase) => [sign, phrase] as const));
  return { ofWord, phrases };
}

/** Months and days whose names are also everyday words in English; `May 3` is found by its number. */
const everyday = new Set(['may', 'march']);

/** The names of months and days in any language, lower case, from the platform's own tables. */
function calendarWords(language: string): string[] {
  try {
    const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    const names = Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2024, index, 1)));
    for (let index = 1; index <= 7; index++) names.push(day.format(Date.UTC(2024, 0, index)));
    return names
      .map((name) => name.toLowerCase())
      .filter((name) => /^\p{L}[\p{L}\p{M}-]{2,}$/u.test(name) && !everyday.has(name));
  } catch {
    return [];
  }
}
