const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** Which way a language is written, by its tag: a script in it (`az-Arab`, `ks-Deva`) counts before the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [base = '', ...rest] = language.split('-');
  const script = rest.find((part) => part.length === 4 && /^[a-z]+$/i.test(part));
  if (script) return rightToLeftScripts.has(script[0]!.toUpperCase() + script.slice(1).toLowerCase()) ? 'rtl' : 'ltr';
  return rightToLeft.has(base.toLowerCase()) ? 'rtl' : 'ltr';
}

/** A tag as `Language` takes it (`en`, `pt-BR`) out of what a document claims (`EN-us`, `pt_BR`), or null. */
export function languageTag(claimed: string): string | null {
  try {
    const tag = Intl.getCanonicalLocales(claimed.trim().replaceAll('_', '-'))[0] ?? '';
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && tag !== 'und' ? tag : null;
  } catch {
    return null;
  }
}
