import { ARTICLE_BYTES } from '@/core/article/article';
import type { XmlElement } from '@/core/opc/read-xml';
import { Problem } from '@/core/problem';
import type { Tally } from '../dropped';
import type { TrackedChanges } from '../remark';
import { LanguageCount } from './language-count';
import type { PropertyTree } from './property-tree';
import type { StyleSheet } from './styles';
import { ChangeCount, isGone, signatureOf } from './tracked';

/** How many paragraphs, cells and pieces of text a document may have: the longest article, each word in its own type, twice. */
const MOST_PIECES = 500_000;

/** What is the same for every part of a document while it is read, and what adds up on the way. */
export class Reading {
  readonly changes = new ChangeCount();
  readonly languages = new LanguageCount();
  /** How many tracked changes around the present place say that nothing is there. */
  gone = 0;
  private pieces = 0;
  private characters = 0;
  private inHidden = false;

  constructor(
    readonly styles: StyleSheet,
    readonly tally: Tally,
    readonly taken: TrackedChanges,
    /** Signatures of changes that are proposals: the text is as if they had not been made, and they do not count. */
    private readonly proposals: ReadonlySet<string>,
  ) {}

  /** Begins what a change is around; returns how it ends. */
  tracked({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): () => void {
    const isProposal = this.proposals.has(signatureOf(attributes));
    const gone = isGone(name, isProposal ? 'original' : this.taken) ? 1 : 0;
    this.gone += gone;
    if (!isProposal) this.changes.enter({ name, attributes });
    return () => {
      this.gone -= gone;
      if (!isProposal) this.changes.leave();
    };
  }

  /** Counts a paragraph, a cell or a piece of text. Throws `too-demanding` for more than an article can have. */
  piece(): void {
    if (++this.pieces > MOST_PIECES) throw new Problem('too-demanding');
  }

  /** Counts UTF-16 units. Throws `too-large` for more than an article may have. */
  text(length: number): void {
    this.characters += length;
    if (this.characters > ARTICLE_BYTES) throw new Problem('too-large', { limit: '10 MB' });
  }

  /** Takes in what the properties of a row or a cell say of tracked changes; what `inside` returned ends it. */
  marked(changes: readonly PropertyTree[]): boolean {
    let gone = false;
    for (const change of changes) {
      this.changes.enter(change);
      this.changes.content();
      gone ||= isGone(change.name, this.taken);
    }
    if (gone) this.gone++;
    return gone;
  }

  /** Begins what may be marked as a whole; returns how it ends. */
  inside(): () => void {
    const { gone } = this;
    const { depth } = this.changes;
    return () => {
      this.gone = gone;
      this.changes.leaveTo(depth);
    };
  }

  /** Words that are hidden, or seen again: a passage of them is counted once. */
  hidden(isHidden: boolean): void {
    if (isHidden && !this.inHidden) this.tally.add('hidden-text');
    this.inHidden = isHidden;
  }
}
