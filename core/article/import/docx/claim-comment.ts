import { severities } from '@/core/claim/vocabulary';
import { isWebAddress } from '@/core/record';
import { stances } from '@/core/source/vocabulary';
import { bareRemark, type Remark } from '../remark';
import { plainText, type Words, wordsOf } from './comment-words';
import type { WordComment } from './comments';
import { type DraftSource, draftSource } from './draft-sources';
import type { Paragraph } from './flow';
import { markdownOf } from './markdown';

/** A claim that Stet wrote into a comment, in the form that `core/report/docx/claim-comment.ts` describes. */
export type ClaimComment =
  | {
      readonly kind: 'claim';
      /** The number by which other places of it refer to it; empty where its writer took it out. */
      readonly number: string;
      /** Without its places. */
      readonly remark: Remark;
      /** Confidential sources, which are left out: nothing in a document keeps them so. */
      readonly withheld: number;
    }
  | { readonly kind: 'same-claim'; readonly number: string };

/** A line of such a comment: the label is what stands before the first tab. */
interface Line {
  readonly field: string;
  readonly words: readonly Words[];
  readonly text: string;
  readonly label: string;
  readonly value: string;
}

/** Null for a comment that Stet did not write. */
export function claimOf(comment: WordComment): ClaimComment | null {
  const lines = comment.paragraphs.map(lineOf);
  const first = lines[0]?.field;
  if (first === 'StetSame') return { kind: 'same-claim', number: numberIn(lines[0]!) };
  if (first !== 'StetVerdict' && first !== 'StetOpen') return null;
  const { sources, withheld } = citationsOf(lines);
  const isChanged = lines.some(({ field }) => field === 'StetChanged');
  const severity = settingOf(lines, 'StetSeverity');
  const remark: Remark = {
    ...bareRemark([]),
    // A verdict is of words, and these are not the ones that it was of; a correction was to take their place.
    verdict: isChanged ? null : settingOf(lines, 'StetVerdict'),
    correction: isChanged ? null : settingOf(lines, 'StetCorrection'),
    rationale: linesOf(lines, 'StetRationale'),
    severity: severities.find((known) => known === severity) ?? null,
    attributedTo: settingOf(lines, 'StetSaid'),
    sources,
    threads: threadsOf(comment, lines),
  };
  return { kind: 'claim', number: numberIn(lines[0]!), remark, withheld };
}

/** Whether a comment proposes other words for those that it is on. */
export function hasCorrection({ paragraphs }: WordComment): boolean {
  return paragraphs.some(({ look }) => look.style === 'StetCorrection');
}

function lineOf(paragraph: Paragraph): Line {
  const words = wordsOf(paragraph);
  const text = plainText(words);
  const tab = text.indexOf('\t');
  return {
    field: /^Stet[A-Z]/.test(paragraph.look.style ?? '') ? paragraph.look.style! : '',
    words,
    text,
    label: tab === -1 ? text : text.slice(0, tab),
    value: tab === -1 ? '' : text.slice(tab + 1),
  };
}

function numberIn({ label }: Line): string {
  return /[0-9]+/.exec(label)?.[0] ?? '';
}

function settingOf(lines: readonly Line[], field: string): string | null {
  return lines.find((line) => line.field === field)?.value ?? null;
}

function linesOf(lines: readonly Line[], field: string): string | null {
  const found = lines.filter((line) => line.field === field);
  return found.length > 0 ? found.map(({ text }) => text).join('\n') : null;
}

function citationsOf(lines: readonly Line[]): { sources: DraftSource[]; withheld: number } {
  const citations: Line[][] = [];
  for (const line of lines) {
    if (line.field === 'StetSource') citations.push([line]);
    else citations.at(-1)?.push(line);
  }
  const open = citations.filter((citation) => citation.every(({ field }) => field !== 'StetConfidential'));
  return { sources: open.map(citationOf), withheld: citations.length - open.length };
}

function citationOf(lines: readonly Line[]): DraftSource {
  const { words, value } = lines[0]!;
  const url = words.find(({ href }) => href !== null && isWebAddress(href))?.href ?? null;
  const stance = settingOf(lines, 'StetStance');
  return {
    ...(url === null ? { url, title: value } : draftSource(url, '')),
    ...(value.trim() === '' ? {} : { title: value }),
    stance: stances.find((known) => known === stance) ?? 'context',
    publisher: settingOf(lines, 'StetPublisher'),
    locator: settingOf(lines, 'StetLocator'),
    quote: settingOf(lines, 'StetQuote'),
    consulted: momentOf(settingOf(lines, 'StetConsulted')),
  };
}

function momentOf(written: string | null): string | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) UTC$/.exec(written ?? '');
  const time = new Date(match ? `${match[1]}T${match[2]}Z` : Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/**
 * The claim's own threads; then what people wrote in their word processor: lines of theirs in the claim's comment, of which
 * nothing says who wrote them, and the answers to it.
 */
function threadsOf(comment: WordComment, lines: readonly Line[]): Remark['threads'] {
  const threads: Remark['threads'] = [];
  const added: Remark['threads'][number] = { resolved: false, comments: [] };
  const note = markdownOf(lines.filter(({ field }) => field === '').map(({ words }) => words));
  if (note !== '') added.comments.push({ author: '', at: null, body: note });
  for (const { author, at, paragraphs } of comment.replies) {
    const own = paragraphs.map(lineOf);
    const opening = linesOf(own, 'StetThread');
    const answer = linesOf(own, 'StetReply');
    const last = threads.at(-1);
    if (opening !== null) {
      const resolved = own.some(({ field }) => field === 'StetResolved');
      threads.push({ resolved, comments: [{ author, at, body: opening }] });
    } else if (answer !== null && last) last.comments.push({ author, at, body: answer });
    else {
      const body = answer ?? markdownOf(own.map(({ words }) => words));
      if (body !== '') added.comments.push({ author, at, body });
    }
  }
  return added.comments.length > 0 ? [...threads, added] : threads;
}
