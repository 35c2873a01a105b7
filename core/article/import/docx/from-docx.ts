import type { Node } from 'prosemirror-model';
import { detectLanguage } from '@/core/article/detect-language';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { archiveKind } from '@/core/opc/foreign-kind';
import { notWord, openPackage, type Package } from '@/core/opc/read-package';
import { readXml } from '@/core/opc/read-xml';
import type { Relationships } from '@/core/opc/relationships';
import { Tally } from '../dropped';
import type { Remark, TrackedChanges } from '../remark';
import { BlockBuilder, type Stated } from './block-builder';
import { hasCorrection } from './claim-comment';
import { paragraphsOf, wordsOf } from './comment-words';
import { readComments, type WordComment } from './comments';
import { type CoreProperties, readCoreProperties } from './core-properties';
import { type DraftSource, sourcesIn } from './draft-sources';
import type { Flow, NoteKind } from './flow';
import { InlineBuilder } from './inline-builder';
import { Located } from './located';
import { type Note, Notes, noteFormats, numbered } from './notes';
import { readNumbering } from './numbering';
import { lookOfParagraph } from './paragraph-look';
import { gathering, type PropertyTree } from './property-tree';
import { Reading } from './reading';
import { remarksOf } from './remarks';
import { StoryReader } from './story-reader';
import { readStyles, type StyleSheet } from './styles';

/** What a Word document holds. */
export interface FoundInDocx {
  doc: Node;
  /** Empty where it has none. */
  title: string;
  /** Null where it does not say. */
  language: string | null;
  byline: string | null;
  remarks: Remark[];
  /** How many tracked changes it holds, whichever way they are taken. */
  changes: number;
}

/** A style that Stet's own documents have: what looks empty in one is the article's. */
const OWN_STYLE = 'StetVerdict';

/**
 * Reads a Word document (ECMA-376, transitional or strict) into the article's schema: its text to the character, with what was
 * changed under tracking taken as accepted or as it was before (a correction that Stet proposed stays a proposal); its comments and the addresses in its notes as remarks. Footnotes
 * and endnotes keep their numbers and stand at the end. What is left out is counted in `tally`. Nothing is opened but the parts of
 * the text, and no address is followed.
 * Throws what `openPackage`, `Package.read` and `readXml` throw, `document-not-word` for another kind of document, and
 * `too-large` or `too-demanding` for more text or pieces than an article may have.
 */
export function fromDocx(bytes: Uint8Array, tally: Tally, changes: TrackedChanges): FoundInDocx {
  const source = openPackage(bytes);
  const kind = archiveKind(source.names);
  const ofPackage = source.relationships('');
  const main = ofPackage.part('officeDocument') ?? 'word/document.xml';
  if (kind !== 'archive' || !source.has(main)) throw notWord(kind);
  const related = source.relationships(main);
  if (related.part('vbaProject') !== null) tally.add('script');
  const styles = readStyles(source, related.part('styles'));
  const comments = readComments(source, related, new Reading(styles, new Tally(), changes, new Set()));
  const reading = new Reading(styles, tally, changes, proposalsOf(comments));
  const {
    flows: [body],
    sections,
  } = storiesOf(source, main, related, reading);
  if (!body) throw notWord('other');

  const settings = settingsOf(source, related.part('settings'));
  const inlines = new InlineBuilder(new Notes(noteFormats([...settings, ...sections.slice(-1)])));
  const numbering = readNumbering(source, related.part('numbering'));
  const blocks = new BlockBuilder(inlines, numbering, tally, styles.has(OWN_STYLE));
  const built = blocks.build(body.flow);
  const notes = new NoteStories(source, related, reading);
  const addresses = buildNotes(built, notes, blocks, styles);
  const { nodes } = articleSchema;
  const doc = nodes.doc.create(null, built.length > 0 ? built : nodes.paragraph.create());

  tallyHeaders(source, related, sections, styles, tally);
  const properties = readCoreProperties(source, ofPackage.part('core-properties'));
  const { text } = articleText(doc);
  const language = reading.languages.language(text, properties.language);
  const located = new Located(doc, inlines, language ?? detectLanguage(text));
  const { remarks, left, withheld } = remarksOf(comments, addresses, inlines, located);
  if (left > 0) tally.add('comment', left);
  if (withheld > 0) tally.add('confidential-source', withheld);
  return {
    doc,
    title: titleOf(blocks.stated, properties, doc),
    language,
    byline: oneLine(blocks.stated.byline) || (styles.has(OWN_STYLE) ? null : properties.creator),
    remarks,
    changes: reading.changes.count,
  };
}

/**
 * By whom and when the corrections were proposed that Stet wrote into the text as tracked changes. They come back as what
 * they are, proposals on a claim, and the text as it is without them.
 */
function proposalsOf(comments: readonly WordComment[]): Set<string> {
  return new Set(comments.filter(hasCorrection).map(({ signature }) => signature));
}

/** A paragraph that is styled as the title says it best; the properties are often those of the document before. */
function titleOf(stated: Stated, properties: CoreProperties, doc: Node): string {
  const heading = doc.children.find(({ type, attrs }) => type === articleSchema.nodes.heading && attrs.level === 1);
  const words = heading ? heading.textBetween(0, heading.content.size, ' ', ' ') : '';
  return oneLine(stated.title) || properties.title || oneLine(words);
}

interface Story {
  /** The `w:id` of a note or comment. */
  readonly id: string;
  readonly flow: Flow;
}

function storiesOf(
  source: Package,
  part: string,
  relationships: Relationships,
  reading: Reading,
): { flows: Story[]; sections: PropertyTree[] } {
  const flows: Story[] = [];
  const story = new StoryReader(reading, relationships, ({ attributes }, flow) => {
    flows.push({ id: attributes.get('w:id') ?? '', flow });
  });
  readXml(source.read(part), story);
  return { flows, sections: story.sections };
}

function settingsOf(source: Package, part: string | null): PropertyTree[] {
  const found: PropertyTree[] = [];
  if (part !== null)
    readXml(
      source.read(part),
      gathering(['w:settings'], (tree) => {
        found.push(tree);
      }),
    );
  return found;
}

/** The notes of a document, read when the text turns out to refer to some. */
class NoteStories {
  private readonly read = new Map<NoteKind, Map<string, Flow>>();

  constructor(
    private readonly source: Package,
    private readonly relationships: Relationships,
    private readonly reading: Reading,
  ) {}

  flow({ kind, id }: Note): Flow | null {
    let flows = this.read.get(kind);
    if (!flows) {
      const part = this.relationships.part(`${kind}s`);
      const stories =
        part === null ? [] : storiesOf(this.source, part, this.source.relationships(part), this.reading).flows;
      flows = new Map(stories.map((story) => [story.id, story.flow]));
      this.read.set(kind, flows);
    }
    return flows.get(id) ?? null;
  }
}

/** Puts the notes that the text refers to after it, those that other notes refer to as well, and finds the addresses in them. */
function buildNotes(
  built: Node[],
  stories: NoteStories,
  blocks: BlockBuilder,
  styles: StyleSheet,
): Map<Note, DraftSource[]> {
  const addresses = new Map<Note, DraftSource[]>();
  const plain = lookOfParagraph(null, styles, false);
  for (let left = blocks.inlines.notes.all(); left.length > 0; ) {
    for (const note of left) {
      const flow = stories.flow(note);
      addresses.set(note, flow ? sourcesIn([...paragraphsOf(flow)].map(wordsOf)) : []);
      if (flow) built.push(...blocks.build(numbered(flow, note, plain)));
    }
    left = blocks.inlines.notes.all().filter((note) => !addresses.has(note));
  }
  return addresses;
}

/** Headers and footers that say something, each counted once. */
function tallyHeaders(
  source: Package,
  relationships: Relationships,
  sections: readonly PropertyTree[],
  styles: StyleSheet,
  tally: Tally,
): void {
  const ids = sections.flatMap(({ children }) =>
    children
      .filter(({ name }) => /^w:(?:header|footer)Reference$/.test(name))
      .map(({ attributes }) => attributes.get('r:id')),
  );
  const parts = new Set(
    ids.map((id) => relationships.get(id ?? '')).flatMap((found) => (found && !found.external ? [found.target] : [])),
  );
  for (const part of [...parts].slice(0, 100)) {
    const { flows } = storiesOf(
      source,
      part,
      source.relationships(part),
      new Reading(styles, new Tally(), 'accepted', new Set()),
    );
    const words = flows.flatMap(({ flow }) => [...paragraphsOf(flow)]).flatMap(wordsOf);
    if (words.some(({ text }) => text.trim() !== '')) tally.add('header-footer');
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
