import { beginsSentences, closers, connectors, numbered, ordinalStop, titles } from './abbreviations';

/** Where a sentence stands in a text, in UTF-16 units, without the white space around it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentences of one block of text, in order. Unicode's rules (UAX 29, through `Intl.Segmenter`) propose the breaks, this
 * file refuses those after abbreviations, initials, ordinals and the like, and adds a few that the rules are too shy for.
 * A line end inside the text is a break unless the line plainly runs on.
 */
export function sentenceRanges(text: string, language: string): Range[] {
  if (text.trim() === '') return [];
  const flow = runOn(text);
  const base = language.split('-')[0]!.toLowerCase();
  const ranges: Range[] = [];
  let start = 0;
  for (const at of proposedBreaks(flow, language)) {
    if (at <= start || joins(flow, start, at, base)) continue;
    push(ranges, text, start, at);
    start = at;
  }
  push(ranges, text, start, text.length);
  return ranges;
}

function push(ranges: Range[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  if (start < end) ranges.push({ start, end });
}

/** How much of the text on each side of a break is looked at. */
const CONTEXT = 80;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    const known = Intl.getCanonicalLocales(language.replace(/[^\w-]/g, '') || 'en');
    segmenter = new Intl.Segmenter(known, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** A stop that Unicode's rules look past: an ellipsis before a capital, and any stop before a number. */
const shy = /(?:[.…]["”’»)\]]*\s+(?=["“„«(]*\p{N}))|(?:\p{L}(?:…|\.{3})["”’»)\]]*\s+(?=["“„«(]*\p{Lu}))/gu;

/** What follows a stop and still belongs to the sentence before it: a reference (`said.[3] Then`), an emoji. */
const trailing = /^(?:(?:\[?\d{1,3}\](?:\[\d{1,3}\])*|[¹²³⁰-⁹]+|\p{RGI_Emoji}+)\s*)+/v;
/** Brackets that open the next sentence, where no space stands between; Unicode's rules leave them at the end of the last. */
const opened = /(?:[「『（【〈《〔([{]+|(?<=[”’。！？])[“‘])$/;

/** Moves a break that Unicode's rules propose over what belongs to the other side. */
function settled(flow: string, index: number): number {
  const left = flow.slice(Math.max(0, index - CONTEXT), index);
  const at = index - (opened.exec(left)?.[0].length ?? 0);
  const right = flow.slice(at, at + CONTEXT);
  // French sets a space before the mark that closes a quote.
  const closing = left.lastIndexOf('«') > left.lastIndexOf('»') ? /^»\s*/.exec(right) : null;
  return at + (closing ?? trailing.exec(right) ?? [''])[0].length;
}

function* proposedBreaks(flow: string, language: string): Generator<number> {
  const extra = Array.from(flow.matchAll(shy), (match) => match.index + match[0].length);
  let next = 0;
  for (const index of unicodeBreaks(flow, segmenterOf(language))) {
    while (next < extra.length && extra[next]! < index) yield extra[next++]!;
    yield settled(flow, index);
  }
  while (next < extra.length) yield extra[next++]!;
}

/** The work of a segmenter grows with the square of what it is given, so a long text goes to it in pieces of this length. */
const WINDOW = 1024;

function* unicodeBreaks(flow: string, segmenter: Intl.Segmenter): Generator<number> {
  let size = WINDOW;
  for (let from = 0; from < flow.length; ) {
    const breaks = Array.from(segmenter.segment(flow.slice(from, from + size)), ({ index }) => from + index).slice(1);
    if (from + size >= flow.length) {
      yield* breaks;
      return;
    }
    // The last break was decided without what follows the piece: it is looked at again from the one before it.
    const again = breaks.at(-2);
    if (again === undefined) size *= 2;
    else {
      yield* breaks.slice(0, -1);
      from = again;
      size = WINDOW;
    }
  }
}

const opening = '["“”„‚‘’\'«»‹›「『（(\\[{¿¡\\s]*';
const beginsLower = new RegExp(`^${opening}\\p{Ll}`, 'u');
const beginsNumber = new RegExp(`^${opening}(?:\\p{N}|[IVXLC]+\\b)`, 'u');
const firstWord = new RegExp(`^${opening}([\\p{L}]+)(?![\\p{L}.])`, 'u');
const enumerator = /^[([]?(?:\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{1,5})[.)]$/;
const saying =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|told|replied|wrote|shouted|continued|explained|tweeted)\b/u;
/** Japanese says who spoke after the quote; these particles never begin a sentence, the words after `?!` do. */
const quoteParticle =
  /^(?:と(?!ころ|ても|はいえ|もかく|にかく|くに|もに)|って|など|という|の(?!ち)|を|が(?!ん)|は(?!い)|に(?!も))/;

/** Whether the text goes on over a proposed break at `at`, in a sentence that began at `start`. */
function joins(flow: string, start: number, at: number, language: string): boolean {
  const left = flow.slice(Math.max(start, at - CONTEXT), at);
  const right = flow.slice(at, at + CONTEXT);
  const end = left.trimEnd();
  const gap = left.slice(end.length);
  if (gap.includes('\n')) return false;
  if (beginsLower.test(right) || !/[\p{L}\p{N}]/u.test(right)) return true;
  // Inside an address or a name: Yahoo!Japan, example.org/?q=Word.
  if (gap === '' && /[.!?]$/.test(end) && /^[\p{sc=Latn}\p{N}]/u.test(right)) return true;
  if (end.length <= 6 && at - start <= CONTEXT && enumerator.test(end.trimStart())) return true;
  if (/[。！？!?]["”」』]$/.test(end) && quoteParticle.test(right)) return true;
  if (/\s(?:\.{3}|…|\. \. \.)$/.test(end)) return true;
  if (/[!?]["”’»]$/.test(end) && saying.test(right) && !startsAfresh(right, language)) return true;
  return end.endsWith('.') && isAbbreviation(end, right, language);
}

function isAbbreviation(end: string, right: string, language: string): boolean {
  const token = /([^\s([{“”"«»„‘…—–/]*)\.$/u.exec(end)?.[1] ?? '';
  const known = token.toLowerCase();
  if (numbered.has(known) && beginsNumber.test(right)) return true;
  if (titles.has(known) || connectors.has(known)) return true;
  if (/^\p{N}/u.test(right)) return false;
  // z. B., d. h., u. a.: written with a space, both halves join.
  if (/(?:^|\s)\p{Ll}\.\s?\p{L}\.$/u.test(end) && !/[ap]\.\s?m\.$/i.test(end)) return true;
  if (/^\p{Ll}$/u.test(known) && /^\p{L}\./u.test(right)) return true;
  if (/^[ap]\.m$/.test(known))
    return /^(?:[A-Z]{2,4}\b|Eastern|Central|Pacific|Mountain|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/.test(right);
  if (/^\d{1,2}$/.test(token)) return ordinalStop.has(language) && !startsAfresh(right, language);
  if (closers.has(known) || /^\p{Lu}$/u.test(token) || /^(?:\p{L}{1,2}\.)+\p{L}$/u.test(token))
    return !startsAfresh(right, language);
  return false;
}

function startsAfresh(right: string, language: string): boolean {
  const word = firstWord.exec(right)?.[1];
  return word !== undefined && beginsSentences(word, language);
}

/** Lines at least this long may have been broken by a machine that filled them; shorter ones a person broke. */
const WRAPPED_WIDTH = 40;

/**
 * The text with the line ends that only fill lines made spaces, at the same length: those of a text wrapped to a width (each
 * line ends where the next word would not have fitted), and those before a small letter.
 */
function runOn(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const width = Math.max(...new Set(lines.map((line) => line.length)));
  const wrapped =
    width >= WRAPPED_WIDTH &&
    lines.every((line, index) => {
      const next = lines[index + 1];
      return next === undefined || line.length + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) > width;
    });
  if (wrapped) return text.replaceAll('\n', ' ');
  return text.replace(/([^\s.!?:;…。！？])\n(?=\p{Ll})/gu, '$1 ');
}
