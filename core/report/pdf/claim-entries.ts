import { type Claim, claimState } from '@/core/claim/claim';
import { type Comment, threadsOf } from '@/core/claim/comment';
import type { Citation } from '@/core/source/source';
import { isWebAddress } from '@/core/web-address';
import { evidenceOf } from '../evidence-of';
import type { Reading } from '../reading';
import { signatures } from '../signatures';
import { namingPlace, standingPlaces } from '../standing-places';
import type { Marks } from './marks';
import { type Rich, richOf } from './rich';
import { breakable, isRightToLeft, leads, WORD_IN_CELL, WORD_IN_PROSE } from './runs';

type Words = string | string[];

/** A claim in the list as the typesetter reads it; its number is its index + 1. What it does not have is left out. */
export interface Entry {
  mark: number;
  /** The words that were judged. */
  exact: Words;
  rtl?: boolean;
  /** Whether they stand in the text, so that one can be led back to them. */
  stands: boolean;
  /** Who said it, how grave it is, how often it stands in the article. */
  about?: Words[];
  /** What has become of the words: changed, gone, closed. */
  state?: Words;
  rationale?: Rich[];
  correction?: Words;
  sources?: SourceEntry[];
  threads?: CommentEntry[][];
  signatures: string;
  /** Short enough to be kept on one page. */
  whole: boolean;
}

export interface SourceEntry {
  stance: string;
  title: Words;
  l?: string;
  about: Words;
  consulted: string;
  archived?: { words: string; l: string };
  confidential?: string;
  quote?: Words;
  rtl?: boolean;
  notes?: Words[];
}

export interface CommentEntry {
  who: Words;
  at: string;
  body: Rich[];
  resolved?: string;
}

/** A claim of fewer characters than this takes less than half a page, and is never broken between two. */
const WHOLE = 1500;

/** The claims of the report, in its order. `drawn` are those, by number, that have a place in the text. */
export function claimEntries(reading: Reading, marks: Marks, drawn: ReadonlySet<number>): Entry[] {
  return reading.report.claims.map((claim, index) => ({
    ...entry(reading, marks, claim),
    stands: drawn.has(index + 1),
  }));
}

function entry(reading: Reading, marks: Marks, claim: Claim): Omit<Entry, 'stands'> {
  const exact = namingPlace(claim)?.exact ?? '';
  const said = about(reading, claim);
  const state = stateNote(reading, claim);
  const threads = threadsOf(claim.comments).map(({ first, replies }) => [
    comment(reading, first, true),
    ...replies.map((reply) => comment(reading, reply, false)),
  ]);
  return {
    mark: marks.of(claim),
    exact: breakable(exact, WORD_IN_CELL * 2),
    ...(isRightToLeft(exact) && { rtl: true }),
    ...(said.length > 0 && { about: said.map(prose) }),
    ...(state !== undefined && { state: prose(state) }),
    ...(claim.rationale && { rationale: richOf(claim.rationale) }),
    ...(claim.correction && { correction: prose(claim.correction) }),
    ...(claim.citations.length > 0 && { sources: claim.citations.map((citation) => source(reading, citation)) }),
    ...(threads.length > 0 && { threads }),
    signatures: signatures(reading, claim),
    whole: lengthOf(claim) < WHOLE,
  };
}

/** A verdict on words that have since changed must say so: it may no longer hold. */
function stateNote({ words, name, moment }: Reading, claim: Claim): string | undefined {
  if (claim.closed) {
    const { by, at, reason } = claim.closed;
    return words('html_closed', { who: name(by), at: moment(at), reason });
  }
  const changed = standingPlaces(claim).find((place) => place.state === 'changed');
  if (changed) return words('stale', { words: changed.current });
  return claimState(claim) === 'orphaned' ? words('orphaned') : undefined;
}

function about({ report, words }: Reading, claim: Claim): string[] {
  const places = standingPlaces(claim).length;
  return [
    ...(claim.attributedTo ? [words('attributedTo', { who: claim.attributedTo })] : []),
    ...(report.edition === 'internal' && claim.severity
      ? [words('html_severity', { severity: words(`severity_${claim.severity}`) })]
      : []),
    ...(places > 1 ? [words('html_places', { count: places })] : []),
  ];
}

function source({ words, date, report }: Reading, citation: Citation): SourceEntry {
  const { source } = citation;
  const about = [
    words(`kind_${source.kind}`),
    source.publisher,
    source.author,
    source.publishedAt && date(source.publishedAt),
    citation.locator,
  ];
  const notes = report.edition === 'internal' ? [citation.note, source.note].filter((note) => note !== null) : [];
  const files = report.edition === 'internal' ? evidenceOf(citation) : [];
  const inside = [
    ...notes.map((note) => words('note', { note })),
    ...files.map(({ name, sha256 }) => words('evidence', { name, sha256 })),
  ];
  const archived = source.archivedUrl && isWebAddress(source.archivedUrl) ? leads(source.archivedUrl).l : undefined;
  return {
    stance: words(`stance_${citation.stance}`),
    title: narrow(source.title),
    ...(source.url && isWebAddress(source.url) && leads(source.url)),
    about: narrow(about.filter(Boolean).join(' · ')),
    consulted: citation.accessedAt
      ? words('consulted', { date: date(citation.accessedAt) })
      : words('html_notConsulted'),
    ...(archived && { archived: { words: words('archived'), l: archived } }),
    ...(source.confidential && { confidential: words('confidential') }),
    ...(citation.quote && { quote: narrow(citation.quote), ...(isRightToLeft(citation.quote) && { rtl: true }) }),
    ...(inside.length > 0 && { notes: inside.map(narrow) }),
  };
}

function comment({ words, name, moment }: Reading, comment: Comment, first: boolean): CommentEntry {
  const at = first && comment.resolvedAt && moment(comment.resolvedAt);
  const resolved =
    at &&
    (comment.resolvedBy
      ? words('html_resolved', { who: name(comment.resolvedBy), at })
      : words('html_resolvedUnsigned', { at }));
  return {
    who: prose(comment.author ?? name(comment.createdBy)),
    at: moment(comment.createdAt),
    body: richOf(comment.body),
    ...(resolved && { resolved }),
  };
}

/** About how much there is to read of a claim in one column, in characters; a source counts for its few lines too. */
function lengthOf({ anchors, rationale, correction, citations, comments }: Claim): number {
  const texts = [
    ...anchors.slice(0, 1).map(({ exact }) => exact),
    rationale,
    correction,
    ...comments.map(({ body }) => body),
  ];
  const sources = citations.map(
    ({ quote, note, source }) =>
      `${quote ?? ''}${note ?? ''}${source.title}${source.note ?? ''}${source.files.map(({ name, sha256 }) => name + sha256).join('')}`,
  );
  const characters = (all: (string | null)[]) => all.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return Math.max(characters(texts) + 60 * comments.length, 2 * (characters(sources) + 80 * sources.length));
}

function prose(text: string): Words {
  return breakable(text, WORD_IN_PROSE);
}

/** For the column of the sources. */
function narrow(text: string): Words {
  return breakable(text, WORD_IN_CELL * 2);
}
