import { detect } from 'tinyld';

/** The language of an article that shows none, as most of Stet's first users write it. */
const DEFAULT_LANGUAGE = 'en';

/** How much of an article is looked at, in UTF-16 units: enough to be sure, little enough to be quick. */
const SAMPLE = 4000;

/**
 * The language of a text as a two-letter tag, guessed from its words and letters; `en` when nothing tells.
 * For the server's side: the word lists behind it are too heavy for a browser, which imports `language.ts` instead.
 */
export function detectLanguage(text: string): string {
  const words = text.replace(/https?:\/\/\S+/g, ' ').trim();
  const middle = Math.max(0, Math.floor((words.length - SAMPLE) / 2));
  return byScript(words.slice(0, SAMPLE)) || detect(words.slice(middle, middle + SAMPLE)) || DEFAULT_LANGUAGE;
}

/** Scripts that settle the language by themselves; kana before Han, since Japanese mixes them. */
const scripts: readonly (readonly [language: string, letters: RegExp, share: number])[] = [
  ['ja', /[\p{sc=Hira}\p{sc=Kana}]/gu, 0.1],
  ['ko', /\p{sc=Hang}/gu, 0.3],
  ['zh', /\p{sc=Han}/gu, 0.3],
  ['th', /\p{sc=Thai}/gu, 0.3],
  ['el', /\p{sc=Grek}/gu, 0.5],
  ['he', /\p{sc=Hebr}/gu, 0.5],
  ['ka', /\p{sc=Geor}/gu, 0.5],
  ['hy', /\p{sc=Armn}/gu, 0.5],
  ['ta', /\p{sc=Taml}/gu, 0.5],
  ['te', /\p{sc=Telu}/gu, 0.5],
  ['bn', /\p{sc=Beng}/gu, 0.5],
  ['km', /\p{sc=Khmr}/gu, 0.5],
  ['my', /\p{sc=Mymr}/gu, 0.5],
  ['am', /\p{sc=Ethi}/gu, 0.5],
];

function byScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  return scripts.find(([, letter, share]) => (text.match(letter)?.length ?? 0) >= letters * share)?.[0] ?? null;
}
