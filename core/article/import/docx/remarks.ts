import { bareRemark, type Remark } from '../remark';
import { type ClaimComment, claimOf } from './claim-comment';
import { wordsOf } from './comment-words';
import type { WordComment } from './comments';
import { type DraftSource, sourcesIn, withoutDoubles } from './draft-sources';
import type { InlineBuilder, NoteReference, Point } from './inline-builder';
import type { Located, Stretch } from './located';
import { markdownOf } from './markdown';
import type { Note } from './notes';

/** A remark whose places are offsets in the plain text. */
interface Draft {
  readonly stretches: Stretch[];
  readonly remark: Remark;
}

/** In the order of threads that a reader follows: answers by their times, where all have one. */
function byTime(replies: readonly WordComment[]): readonly WordComment[] {
  if (replies.some(({ at }) => at === null)) return replies;
  return replies.toSorted((a, b) => (a.at! < b.at! ? -1 : a.at! > b.at! ? 1 : 0));
}

interface Ends {
  start?: Point;
  end?: Point;
  reference?: Point;
}

/**
 * What came with the text about certain words of it, in reading order: a remark for each stretch of words that comments are
 * on, with all their threads, and one for each sentence that has a note with an address, unless a comment's words hold the
 * note's mark. `left` are comments whose place the document does not say, `withheld` confidential sources.
 */
export function remarksOf(
  comments: readonly WordComment[],
  addresses: ReadonlyMap<Note, readonly DraftSource[]>,
  inlines: InlineBuilder,
  located: Located,
): { remarks: Remark[]; left: number; withheld: number } {
  const ends = endsOf(inlines.points);
  const drafts = new Map<string, Draft>();
  const claims = new Claims(located);
  let left = 0;
  for (const comment of comments) {
    const claim = claimOf(comment);
    const stretch = stretchOf(ends.get(comment.id), located, claim === null);
    if (!stretch) left++;
    else if (claim) claims.add(claim, stretch, drafts);
    else say(draftOn(drafts, stretch), comment);
  }
  claims.join(drafts);
  addNotes(drafts, addresses, inlines.references, located);
  const inOrder = [...drafts.values()].sort(
    ({ stretches: [a] }, { stretches: [b] }) => a!.start - b!.start || b!.end - a!.end,
  );
  return { remarks: inOrder.map((draft) => finished(draft, located)), left, withheld: claims.withheld };
}

/** Claims that Stet wrote into comments: each one remark of its own, with all its places. */
class Claims {
  withheld = 0;
  private readonly byNumber = new Map<string, Draft>();
  private readonly elsewhere: { number: string; stretch: Stretch }[] = [];

  constructor(private readonly located: Located) {}

  add(claim: ClaimComment, stretch: Stretch, drafts: Map<string, Draft>): void {
    if (claim.kind === 'same-claim') {
      this.elsewhere.push({ number: claim.number, stretch });
      return;
    }
    this.withheld += claim.withheld;
    const words = this.located.text.text.slice(stretch.start, stretch.end);
    const { correction } = claim.remark;
    // The writer took the correction: the verdict was of the words before it.
    const done = correction !== null && correction === words ? { verdict: null, correction: null } : {};
    const draft: Draft = { stretches: [stretch], remark: { ...claim.remark, ...done } };
    drafts.set(`claim ${drafts.size}`, draft);
    if (!this.byNumber.has(claim.number)) this.byNumber.set(claim.number, draft);
  }

  /** Puts the other places to their claims. One whose claim's own comment is gone is a claim that says nothing yet. */
  join(drafts: Map<string, Draft>): void {
    for (const { number, stretch } of this.elsewhere) {
      const draft = this.byNumber.get(number);
      if (draft) draft.stretches.push(stretch);
      else draftOn(drafts, stretch);
    }
    for (const { stretches } of this.byNumber.values()) stretches.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

function endsOf(points: readonly Point[]): Map<string, Ends> {
  const ends = new Map<string, Ends>();
  for (const point of points) {
    const own = ends.get(point.id) ?? {};
    // A comment is on one stretch of words; a second mark of the same kind is a slip of the program that wrote it.
    own[point.edge] ??= point;
    ends.set(point.id, own);
  }
  return ends;
}

/**
 * The words that a comment is on, without the white space around them if it is to be trimmed. Where there are none (it is on a picture, or its words
 * were deleted), the sentence at its place.
 */
function stretchOf(ends: Ends | undefined, located: Located, isTrimmed: boolean): Stretch | null {
  const from = ends?.start ?? ends?.end ?? ends?.reference;
  if (!from) return null;
  const to = ends?.end ?? ends?.reference ?? from;
  const one = located.offsetOf(from.paragraph, from.offset);
  const other = located.offsetOf(to.paragraph, to.offset);
  const start = Math.min(one, other);
  const words = located.text.text.slice(start, Math.max(one, other));
  const trimmed = words.trim();
  if (words !== '' && !isTrimmed) return { start, end: start + words.length };
  if (trimmed === '') return located.sentenceAt(start);
  const first = start + words.length - words.trimStart().length;
  return { start: first, end: first + trimmed.length };
}

function draftOn(drafts: Map<string, Draft>, stretch: Stretch): Draft {
  const key = `${stretch.start} ${stretch.end}`;
  let draft = drafts.get(key);
  if (!draft) {
    draft = { stretches: [stretch], remark: bareRemark([]) };
    drafts.set(key, draft);
  }
  return draft;
}

function say({ remark }: Draft, comment: WordComment): void {
  const said = [comment, ...byTime(comment.replies)].map((one) => ({ one, lines: one.paragraphs.map(wordsOf) }));
  const comments = said
    .map(({ one, lines }) => ({ author: one.author, at: one.at, body: markdownOf(lines) }))
    .filter(({ body }) => body !== '');
  if (comments.length > 0) remark.threads.push({ resolved: comment.resolved, comments });
  remark.sources.push(...said.flatMap(({ lines }) => sourcesIn(lines)));
}

/** Puts the addresses of notes to the comment whose words hold the note's mark, the shortest such words first; else to its sentence. */
function addNotes(
  drafts: Map<string, Draft>,
  addresses: ReadonlyMap<Note, readonly DraftSource[]>,
  references: readonly NoteReference[],
  located: Located,
): void {
  const places = references
    .flatMap(({ note, paragraph, offset, length }) => {
      const sources = addresses.get(note) ?? [];
      const start = located.offsetOf(paragraph, offset);
      return sources.length > 0 ? [{ start, end: start + length, sources }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const waiting = [...drafts.values()].sort(({ stretches: [a] }, { stretches: [b] }) => a!.start - b!.start);
  let open: Draft[] = [];
  let next = 0;
  for (const { start, end, sources } of places) {
    while (next < waiting.length && waiting[next]!.stretches[0]!.start <= start) open.push(waiting[next++]!);
    open = open.filter(({ stretches: [stretch] }) => stretch!.end >= start);
    const around = open.filter(({ stretches: [stretch] }) => stretch!.end >= end || stretch!.end === start);
    const [first, ...others] = around;
    if (first) {
      const shortest = others.reduce((best, draft) => (lengthOf(draft) < lengthOf(best) ? draft : best), first);
      shortest.remark.sources.push(...sources);
      continue;
    }
    const sentence = located.sentenceAt(start, 'before');
    if (sentence) draftOn(drafts, sentence).remark.sources.push(...sources);
  }
}

function lengthOf({ stretches: [stretch] }: Draft): number {
  return stretch!.end - stretch!.start;
}

function finished({ stretches, remark }: Draft, located: Located): Remark {
  return {
    ...remark,
    places: stretches.map(({ start, end }) => ({
      from: located.text.positionAt(start),
      to: located.text.positionAt(end),
    })),
    sources: withoutDoubles(remark.sources),
  };
}
