import type { SourceDetails } from '@/core/source/details';
import { newlyNamed } from '@/core/source/newly-named';
import type { Citation, Source } from '@/core/source/source';
import { wordsOf } from '@/core/words/words';

/**
 * A source as readers may see it. The newsroom's notes, contacts and copies stay in, as does what it thinks of the source. Who was
 * asked and did not agree to be named is told by their role alone: neither `whom` nor `author` is told, and a title or an address
 * that holds a part of their name goes. Of a source that was published so, the same is published again.
 */
export function publicSource(source: Source): Source {
  const { contact: _, ...details } = source.details ?? {};
  const told = { ...source, ...newlyNamed, details: saying(details), note: null, contacts: [], files: [] };
  if (source.kind !== 'interview' && source.kind !== 'email') return told;
  const { whom, role = null, consent } = details;
  if (consent === true) return { ...told, author: source.author ?? ([whom, role].filter(Boolean).join(', ') || null) };
  const names = namesHidden(source);
  const kept = (text: string | null) => (text !== null && holdsName(text, names) ? null : text);
  return {
    ...told,
    title: kept(source.title) ?? role ?? wordsOf('report')(`kind_${source.kind}`),
    author: role,
    url: kept(source.url),
    archivedUrl: kept(source.archivedUrl),
    details: saying({ ...details, whom: null }),
  };
}

/** A citation as readers may see it; nothing of one whose source is confidential. */
export function publicCitation(citation: Citation): Citation[] {
  if (citation.source.confidential) return [];
  const names = namesHidden(citation.source);
  const kept = (text: string | null) => (text !== null && holdsName(text, names) ? null : text);
  const { quote, locator } = citation;
  return [
    { ...citation, source: publicSource(citation.source), note: null, quote: kept(quote), locator: kept(locator) },
  ];
}

/** The names of who was asked and did not agree to be named. An `author` that is their role is no name. */
function namesHidden({ kind, author, details }: Source): string[] {
  if ((kind !== 'interview' && kind !== 'email') || details?.consent === true) return [];
  return [details?.whom, author === details?.role ? null : author].filter((name) => typeof name === 'string');
}

/** A part of a name shorter than this is taken for a name only with the rest of it. */
const TELLING = 3;

function holdsName(text: string, names: readonly string[]): boolean {
  const words = wordsOfText(text);
  return names.some((name) => {
    const parts = wordsOfText(name);
    return (
      parts.some((part) => part.length >= TELLING && words.includes(part)) ||
      (parts.length > 0 && ` ${words.join(' ')} `.includes(` ${parts.join(' ')} `))
    );
  });
}

/** Without case and accents, as a name is read. */
function wordsOfText(text: string): string[] {
  const plain = decoded(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** An address writes letters in percent. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function saying(details: SourceDetails): SourceDetails | null {
  const said = Object.entries(details).filter(([, value]) => value !== null && value !== undefined);
  return said.length > 0 ? Object.fromEntries(said) : null;
}
