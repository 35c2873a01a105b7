import { headers } from 'next/headers';
import { catalogues, DEFAULT_LOCALE, type Words } from '@/core/words/words';

/** What dates and numbers look like where the browser asks for a language without a region. */
const PLAIN_REGION: Record<string, string> = { en: 'en-GB' };

/**
 * The first language the browser asks for that Stet speaks: its full tag (it decides how dates and numbers are written) and the
 * catalogue of its words.
 */
export async function localeOfRequest(): Promise<{ locale: string; words: Words }> {
  const asked = (await headers()).get('accept-language') ?? '';
  for (const part of asked.split(',')) {
    const tag = canonical(part.split(';')[0]?.trim() ?? '');
    const language = tag?.split('-')[0] ?? '';
    const words = catalogues[language];
    if (tag && words) return { locale: tag === language ? (PLAIN_REGION[language] ?? tag) : tag, words };
  }
  const words = catalogues[DEFAULT_LOCALE];
  if (!words) throw new Error(`There is no catalogue for ${DEFAULT_LOCALE}.`);
  return { locale: PLAIN_REGION[DEFAULT_LOCALE] ?? DEFAULT_LOCALE, words };
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
