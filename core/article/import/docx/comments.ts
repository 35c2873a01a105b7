import type { Package } from '@/core/opc/read-package';
import { readXml, type XmlElement } from '@/core/opc/read-xml';
import type { Relationships } from '@/core/opc/relationships';
import { Problem } from '@/core/problem';
import { paragraphsOf } from './comment-words';
import type { Paragraph } from './flow';
import type { Reading } from './reading';
import { StoryReader } from './story-reader';
import { signatureOf } from './tracked';

/** A comment as a document has it, with its answers. */
export interface WordComment {
  readonly id: string;
  readonly author: string;
  /** ISO 8601 in UTC; null where the document does not say. */
  readonly at: string | null;
  /** By whom and when, as tracked changes say it too. */
  readonly signature: string;
  readonly paragraphs: readonly Paragraph[];
  resolved: boolean;
  readonly replies: WordComment[];
}

/** More comments than anybody has read; each becomes a claim. */
const MOST_COMMENTS = 20_000;
/** As long as a name in a record may be, in UTF-16 units. */
const NAME_LENGTH = 500;

/**
 * The comments that open a thread, as they come in the document, each with its answers in the same order (ECMA-376 part 1, 17.13.4;
 * [MS-DOCX] 2.5 for threads, resolved ones and times in UTC). Throws `too-demanding` for more than MOST_COMMENTS.
 */
export function readComments(source: Package, relationships: Relationships, reading: Reading): WordComment[] {
  const part = relationships.part('comments');
  if (part === null) return [];
  const comments: WordComment[] = [];
  const story = new StoryReader(reading, source.relationships(part), ({ attributes }, flow) => {
    if (comments.length >= MOST_COMMENTS) throw new Problem('too-demanding');
    comments.push({
      id: attributes.get('w:id') ?? '',
      author: (attributes.get('w:author') ?? '').replace(/\s+/g, ' ').trim().slice(0, NAME_LENGTH),
      at: timeOf(attributes.get('w:date')),
      signature: signatureOf(attributes),
      paragraphs: [...paragraphsOf(flow)],
      resolved: false,
      replies: [],
    });
  });
  readXml(source.read(part), story);
  return threaded(comments, source, relationships);
}

function threaded(comments: readonly WordComment[], source: Package, relationships: Relationships): WordComment[] {
  const byParagraph = new Map<string, WordComment>();
  for (const comment of comments) for (const { id } of comment.paragraphs) if (id !== '') byParagraph.set(id, comment);
  const parents = new Map<WordComment, WordComment>();
  for (const attributes of listed(source, relationships, 'commentsExtended', 'w15:commentEx')) {
    const comment = byParagraph.get((attributes.get('w15:paraId') ?? '').toUpperCase());
    const parent = byParagraph.get((attributes.get('w15:paraIdParent') ?? '').toUpperCase());
    if (!comment) continue;
    if (parent) parents.set(comment, parent);
    comment.resolved ||= /^(1|true|on)$/.test(attributes.get('w15:done') ?? '');
  }
  const times = timesInUtc(byParagraph, source, relationships);
  const timed = new Map(comments.map((comment) => [comment, { ...comment, at: times.get(comment) ?? comment.at }]));
  const first: WordComment[] = [];
  for (const [comment, told] of timed) {
    const opening = openingOf(comment, parents);
    if (opening === comment) first.push(told);
    else timed.get(opening)!.replies.push(told);
  }
  return first;
}

/** The comment that opened the thread. Answers to answers belong to it as well; a circle of them opens where it was entered. */
function openingOf(comment: WordComment, parents: ReadonlyMap<WordComment, WordComment>): WordComment {
  let at = comment;
  for (let step = 0; step < 100; step++) {
    const parent = parents.get(at);
    if (!parent) return at;
    if (parent === comment) return comment;
    at = parent;
  }
  return comment;
}

/** Word's own times are those of the writer's clock; newer documents say beside them what that is in UTC. */
function timesInUtc(
  byParagraph: ReadonlyMap<string, WordComment>,
  source: Package,
  relationships: Relationships,
): Map<WordComment, string> {
  const comments = new Map<string, WordComment>();
  for (const attributes of listed(source, relationships, 'commentsIds', 'w16cid:commentId')) {
    const comment = byParagraph.get((attributes.get('w16cid:paraId') ?? '').toUpperCase());
    if (comment) comments.set(attributes.get('w16cid:durableId') ?? '', comment);
  }
  const times = new Map<WordComment, string>();
  for (const attributes of listed(source, relationships, 'commentsExtensible', 'w16cex:commentExtensible')) {
    const comment = comments.get(attributes.get('w16cex:durableId') ?? '');
    const at = timeOf(attributes.get('w16cex:dateUtc'));
    if (comment && at !== null) times.set(comment, at);
  }
  return times;
}

function listed(source: Package, relationships: Relationships, type: string, name: string): XmlElement['attributes'][] {
  const found: XmlElement['attributes'][] = [];
  const part = relationships.part(type);
  if (part === null) return found;
  readXml(source.read(part), {
    open: (element) => {
      if (element.name === name) found.push(element.attributes);
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

/** A time as documents write it; what says nothing of its zone is taken as UTC. Programs without a clock write the year 1. */
function timeOf(written: string | undefined): string | null {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(
    written?.trim() ?? '',
  );
  if (!match) return null;
  const time = new Date(`${match[1]}${match[2] ?? 'Z'}`);
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1980 ? null : time.toISOString();
}
