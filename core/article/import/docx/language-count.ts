import { detectLanguage } from '@/core/article/detect-language';
import { languageTag } from '@/core/article/language';
import type { Languages } from './run-look';

const eastAsian = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** Words of fewer UTF-16 units do not show their language surely enough to speak against what is said of them. */
const TELLING = 300;

/** How much of a document is in which language, by what its runs say. */
export class LanguageCount {
  private readonly said = new Map<string, number>();
  private readonly assumed = new Map<string, number>();

  /** `said` is what runs and styles say of these words, `assumed` what holds for the whole document. */
  add(words: string, said: Languages, assumed: Languages): void {
    const which = said.isRightToLeft ? 'rightToLeft' : eastAsian.test(words) ? 'asian' : 'western';
    const own = said[which];
    const claimed = own ?? assumed[which];
    const counts = own === null ? this.assumed : this.said;
    if (claimed !== null) counts.set(claimed, (counts.get(claimed) ?? 0) + words.length);
  }

  /**
   * The language of most of the words, as a BCP 47 tag; null where the document does not tell. What only holds for the whole
   * document, as its properties say it too, is often just what a program was installed with: it counts unless the words
   * themselves are many and look otherwise.
   */
  language(text: string, ofProperties: string | null): string | null {
    const said = most(this.said);
    const assumed = most(this.assumed);
    if (said && said.count >= (assumed?.count ?? 0)) return said.tag;
    const claims = [assumed?.tag, ofProperties];
    if (text.length < TELLING) return claims.find((tag) => tag) ?? null;
    const looksLike = detectLanguage(text);
    return claims.find((tag) => tag && base(tag) === looksLike) ?? null;
  }
}

function most(counts: ReadonlyMap<string, number>): { tag: string; count: number } | null {
  let found: { tag: string; count: number } | null = null;
  for (const [claimed, count] of counts) {
    const tag = languageTag(claimed);
    if (tag !== null && count > (found?.count ?? 0)) found = { tag, count };
  }
  return found;
}

function base(tag: string): string {
  return tag.split('-')[0]!;
}
