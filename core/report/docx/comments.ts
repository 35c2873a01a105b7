import { type Comment, threadsOf } from '@/core/claim/comment';
import { XML_HEAD, xmlAttribute } from '@/core/opc/write-xml';
import type { Reading } from '../reading';
import { claimComment, type Paragraphs, sameComment, threadComment } from './claim-comment';
import type { Links } from './links';
import { declarations } from './namespaces';
import type { Place } from './places';
import type { CommentsOn, Signed } from './textblock';
import type { Corrections } from './tracked-corrections';

/** A comment of the document; its `w:id` is its place in the list. */
interface WordComment extends Signed {
  readonly told: Paragraphs;
  /** The comment that it replies to, by its place in the list. */
  readonly parent: number | null;
  readonly done: boolean;
}

/** All comments of a document: for each place of a claim one, and behind that of its first place the claim's threads. */
export class Comments implements CommentsOn {
  private readonly list: WordComment[] = [];
  private readonly byPlace = new Map<Place, number[]>();

  constructor(
    private readonly reading: Reading,
    places: readonly Place[],
    { fates }: Corrections,
  ) {
    for (const place of places) {
      const { claim, first } = place;
      const done = claim.status === 'approved';
      const told = first ? claimComment(reading, place, fates.get(place)) : sameComment(reading, place);
      const id = this.add({ ...judgedBy(reading, place), told, parent: null, done });
      this.byPlace.set(place, [id]);
      if (!first) continue;
      for (const thread of threadsOf(claim.comments)) {
        this.reply(place, id, thread.first, true, done);
        for (const reply of thread.replies) this.reply(place, id, reply, false, done);
      }
    }
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }

  /** The ids of the comments on a place: its own, then the replies to it. */
  on(place: Place): readonly number[] {
    return this.byPlace.get(place) ?? [];
  }

  signed(place: Place): Signed {
    return judgedBy(this.reading, place);
  }

  /** word/comments.xml (ECMA-376 part 1, 17.13.4.6). */
  commentsXml(links: Links): string {
    const drawn = this.list.map(
      ({ author, date, told }, id) =>
        `<w:comment w:id="${id}" w:author="${xmlAttribute(author)}" w:date="${date}" w:initials="${xmlAttribute(initialsOf(author))}">${told.xml(links, eightDigits(id))}</w:comment>`,
    );
    return `${XML_HEAD}<w:comments ${declarations}>${drawn.join('')}</w:comments>`;
  }

  /** word/commentsExtended.xml: what replies to what, and what is done ([MS-DOCX] 2.5.4.2). */
  extendedXml(): string {
    const drawn = this.list.map(({ parent, done }, id) => {
      const replies = parent === null ? '' : ` w15:paraIdParent="${eightDigits(parent)}"`;
      return `<w15:commentEx w15:paraId="${eightDigits(id)}"${replies} w15:done="${done ? 1 : 0}"/>`;
    });
    return `${XML_HEAD}<w15:commentsEx ${declarations}>${drawn.join('')}</w15:commentsEx>`;
  }

  /** word/commentsIds.xml: names for the comments that outlast an edit ([MS-DOCX] 2.5.4.3). */
  idsXml(): string {
    const drawn = this.list.map(
      (_, id) => `<w16cid:commentId w16cid:paraId="${eightDigits(id)}" w16cid:durableId="${eightDigits(id)}"/>`,
    );
    return `${XML_HEAD}<w16cid:commentsIds ${declarations}>${drawn.join('')}</w16cid:commentsIds>`;
  }

  /** word/commentsExtensible.xml: times in UTC, which those beside the comments are not for Word ([MS-DOCX] 2.5.4.4). */
  extensibleXml(): string {
    const drawn = this.list.map(
      ({ date }, id) => `<w16cex:commentExtensible w16cex:durableId="${eightDigits(id)}" w16cex:dateUtc="${date}"/>`,
    );
    return `${XML_HEAD}<w16cex:commentsExtensible ${declarations}>${drawn.join('')}</w16cex:commentsExtensible>`;
  }

  /** word/people.xml: whoever comments ([MS-DOCX] 2.5.3.3). */
  peopleXml(): string {
    const authors = [...new Set(this.list.map(({ author }) => author))].sort();
    const drawn = authors.map((author) => {
      const name = xmlAttribute(author);
      return `<w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="None" w15:userId="${name}"/></w15:person>`;
    });
    return `${XML_HEAD}<w15:people ${declarations}>${drawn.join('')}</w15:people>`;
  }

  private reply(place: Place, parent: number, comment: Comment, first: boolean, done: boolean): void {
    const author = oneLine(comment.author ?? this.reading.name(comment.createdBy));
    const told = threadComment(this.reading, comment, first);
    const id = this.add({ author, date: secondOf(comment.createdAt), told, parent, done });
    this.byPlace.get(place)!.push(id);
  }

  private add(comment: WordComment): number {
    return this.list.push(comment) - 1;
  }
}

/** Who judged the claim, and when; else who marked it. */
function judgedBy({ name }: Reading, { claim }: Place): Signed {
  return {
    author: oneLine(name(claim.verdictBy ?? claim.createdBy)),
    date: secondOf(claim.verdictAt ?? claim.createdAt),
  };
}

/** A time as Word writes it: to the second. */
export function secondOf(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function oneLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/** The first letters of up to three words. */
function initialsOf(author: string): string {
  const letters = author.match(/(?<![\p{L}\p{M}'’])\p{L}\p{M}*/gu) ?? [];
  return letters.slice(0, 3).join('').toUpperCase();
}

/** An id as [MS-DOCX] has them: eight hexadecimal digits, above zero and below 80000000. */
function eightDigits(index: number): string {
  return (index + 1).toString(16).toUpperCase().padStart(8, '0');
}
