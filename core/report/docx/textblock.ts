import type { Mark, Node } from 'prosemirror-model';
import { xmlAttribute } from '@/core/opc/write-xml';
import type { Direction } from './direction';
import type { Links } from './links';
import type { Place } from './places';
import { hrefOf, lookOf, runsXml } from './runs';
import type { Corrections, Deletion, Insertion } from './tracked-corrections';

/** Who proposes a change, and when, as Word tells it of tracked changes and comments. */
export interface Signed {
  readonly author: string;
  /** ISO 8601 without a fraction of a second. */
  readonly date: string;
}

/** What stands at one position between the words: the ends of ranges, then the beginnings of others. */
interface Stop {
  ends: string;
  starts: string;
  before: Insertion[];
  after: Insertion[];
}

export interface CommentsOn {
  /** The ids of the comments on a place, in their order. */
  on(place: Place): readonly number[];
  /** Whose its own comment is, and so the correction in it. */
  signed(place: Place): Signed;
}

/**
 * Writes the words of textblocks one after the other, in reading order, with the ranges of comments (ECMA-376 part 1, 17.13.4)
 * and the tracked changes (17.13.5) in them. Linear in the words and in the places.
 */
export class TextblockWriter {
  private readonly stops = new Map<number, Stop>();
  private readonly positions: number[];
  private readonly deletions: readonly Deletion[];
  private nextStop = 0;
  private nextDeletion = 0;
  private changes = 0;

  constructor(
    places: readonly Place[],
    corrections: Corrections,
    private readonly comments: CommentsOn,
    private readonly links: Links,
  ) {
    this.deletions = corrections.deletions;
    for (const place of places) this.addRange(place, comments.on(place));
    for (const { from, to } of corrections.deletions) {
      this.stop(from);
      this.stop(to);
    }
    for (const insertion of corrections.insertions) this.stop(insertion.at)[insertion.side].push(insertion);
    this.positions = [...this.stops.keys()].sort((a, b) => a - b);
  }

  /** The runs of a textblock whose content begins at a ProseMirror position. Each is asked for once, in reading order. */
  write(node: Node, start: number, direction: Direction): string {
    const line = new Line(this.links);
    const end = start + node.content.size;
    let at = start;
    let marks: readonly Mark[] | null = null;
    let removed: readonly Mark[] = [];
    const pause = (next: readonly Mark[] | null) => {
      if (this.positions[this.nextStop] !== at) return;
      const stop = this.stops.get(this.positions[this.nextStop++]!)!;
      const around = marksBetween(marks, next);
      const replaces = this.deletions[this.nextDeletion - 1]?.to === at;
      for (const one of stop.before) this.insert(one, replaces ? removed : around, direction, line);
      line.mark(stop.ends + stop.starts);
      for (const one of stop.after) this.insert(one, around, direction, line);
    };
    for (const child of node.children) {
      const from = at;
      const to = from + child.nodeSize;
      while (at < to) {
        pause(child.marks);
        const next = Math.min(this.positions[this.nextStop] ?? to, to);
        const words = child.isText ? child.text!.slice(at - from, next - from) : '\n';
        const deletion = this.deletions[this.nextDeletion];
        const isDeleted = deletion !== undefined && deletion.from <= at;
        if (isDeleted && deletion.from === at) removed = child.marks;
        this.words(words, child.marks, direction, line, isDeleted ? deletion : null);
        at = next;
        if (isDeleted && deletion.to === at) this.nextDeletion++;
        marks = child.marks;
      }
    }
    if (at === end) pause(null);
    return line.xml();
  }

  private words(words: string, marks: readonly Mark[], direction: Direction, line: Line, deletion: Deletion | null) {
    const href = hrefOf(marks);
    const look = lookOf(marks, href !== null && this.links.to(href) !== null);
    const runs = runsXml(words, look, direction, deletion ? 'deleted' : 'there');
    line.runs(deletion ? this.tracked('w:del', deletion.place, runs) : runs, href);
  }

  private insert({ words, place }: Insertion, marks: readonly Mark[], direction: Direction, line: Line): void {
    const href = hrefOf(marks);
    const runs = runsXml(words, lookOf(marks, href !== null && this.links.to(href) !== null), direction);
    line.runs(this.tracked('w:ins', place, runs), href);
  }

  private tracked(name: 'w:del' | 'w:ins', place: Place, runs: string): string {
    const { author, date } = this.comments.signed(place);
    return `<${name} w:id="${this.changes++}" w:author="${xmlAttribute(author)}" w:date="${date}">${runs}</${name}>`;
  }

  private addRange({ from, to }: Place, comments: readonly number[]): void {
    const starts = comments.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('');
    const ends = comments.map((id) => `<w:commentRangeEnd w:id="${id}"/>${reference(id)}`).join('');
    this.stop(from).starts += from === to ? starts + ends : starts;
    if (from !== to) this.stop(to).ends += ends;
  }

  private stop(at: number): Stop {
    let stop = this.stops.get(at);
    if (!stop) {
      stop = { ends: '', starts: '', before: [], after: [] };
      this.stops.set(at, stop);
    }
    return stop;
  }
}

function reference(id: number): string {
  return `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
}

/** New words look as those before them, or as those after them at the beginning of a block; they belong to a link only inside it. */
function marksBetween(before: readonly Mark[] | null, after: readonly Mark[] | null): readonly Mark[] {
  const marks = before ?? after ?? [];
  return marks.filter((mark) => mark.type.spec.inclusive !== false || (before && after && mark.isInSet(after)));
}

/** Runs as they come, those of one link gathered in it. */
class Line {
  private written = '';
  private linked = '';
  private link: string | null = null;
  /** What came since the last run: inside a link if it goes on. */
  private waiting = '';

  constructor(private readonly links: Links) {}

  runs(xml: string, href: string | null): void {
    const link = href === null ? null : this.links.to(href);
    if (link === this.link && link !== null) {
      this.linked += this.waiting + xml;
      this.waiting = '';
      return;
    }
    this.close();
    this.link = link;
    if (link === null) this.written += xml;
    else this.linked = xml;
  }

  mark(xml: string): void {
    this.waiting += xml;
  }

  xml(): string {
    this.close();
    return this.written;
  }

  private close(): void {
    if (this.link !== null)
      this.written += `<w:hyperlink r:id="${this.link}" w:history="1">${this.linked}</w:hyperlink>`;
    this.written += this.waiting;
    this.waiting = '';
    this.linked = '';
    this.link = null;
  }
}
