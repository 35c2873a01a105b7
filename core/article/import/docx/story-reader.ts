import type { XmlElement, XmlHandler } from '@/core/opc/read-xml';
import type { Relationships } from '@/core/opc/relationships';
import { controlOf } from './content-control';
import { DrawingReader } from './drawing-reader';
import { type Cell, emptyParagraph, type Flow, type Paragraph, type ParagraphLook, type Row, type Table } from './flow';
import { lookOfParagraph } from './paragraph-look';
import { PropertyGatherer, type PropertyTree } from './property-tree';
import type { Reading } from './reading';
import { readRunContent } from './run-content';
import { type Languages, languagesOf, lookOfRun, plainLook } from './run-look';
import { cellProperties, rowProperties } from './table-properties';
import { TextWriter } from './text-writer';
import { changesOfEnd, isGone, isTracked } from './tracked';

/** Elements that are kept whole until they close, since they say how what follows is meant. */
const properties = new Set(['w:pPr', 'w:rPr', 'w:trPr', 'w:tcPr', 'w:sdtPr', 'w:sectPr']);

/** Left out with all that they hold. */
const leftOut = new Set([
  'w:tblPr',
  'w:tblPrEx',
  'w:tblGrid',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:sdtEndPr',
  'w:rubyPr',
]);
const leftOutFormula = new Set(['m:ctrlPr', 'm:rPr', 'm:oMathParaPr', 'm:fPr', 'm:sSupPr', 'm:sSubPr', 'm:sSubSupPr']);

/** A stream of blocks that is open: the document, a note, a cell, a text box. */
interface OpenFlow {
  readonly flow: Flow;
  /** Its end is no end: the next paragraph goes on in it. */
  joining: Paragraph | null;
  /** Places of comments that stand between blocks. */
  readonly waiting: [id: string, edge: 'start' | 'end'][];
}

/**
 * Reads WordprocessingML (ECMA-376 part 1, 17) into flows, element by element. Each `w:footnote`, `w:endnote` and `w:comment`
 * is a story of its own, and so is the body.
 */
export class StoryReader implements XmlHandler {
  /** Sections as they end, for what they say of notes, headers and footers. */
  readonly sections: PropertyTree[] = [];
  private readonly flows: OpenFlow[] = [];
  private readonly writers: TextWriter[] = [];
  /** What happens as each open element closes. */
  private readonly leaving: ((() => void) | null)[] = [];
  private readonly tables: Table[] = [];
  private readonly drawings: DrawingReader;
  private readonly assumed: Languages;
  /** Of a paragraph that says nothing of itself. */
  private readonly unstyled: ParagraphLook;
  private gatherer: PropertyGatherer | null = null;
  /** The changes on the ends of paragraphs, counted as they close. */
  private readonly endOf = new WeakMap<Paragraph, PropertyTree[]>();
  private leavesOutControl = false;
  private skipped = 0;
  /** Gathers the characters of a text element. */
  private characters: string | null = null;

  constructor(
    readonly reading: Reading,
    private readonly relationships: Relationships,
    private readonly told: (element: XmlElement, flow: Flow) => void,
  ) {
    this.drawings = new DrawingReader(reading);
    this.unstyled = lookOfParagraph(null, reading.styles, false);
    this.assumed = languagesOf(reading.styles.defaults ? [reading.styles.defaults] : [], false);
  }

  open(element: XmlElement): void {
    if (this.skipped > 0) this.skipped++;
    else if (this.gatherer) this.gatherer.enter(element);
    else if (properties.has(element.name)) {
      this.gatherer = new PropertyGatherer(element);
    } else {
      const leave = this.enter(element);
      if (leave === 'skip') this.skipped = 1;
      else this.leaving.push(leave);
    }
  }

  close(): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (this.gatherer) {
      if (!this.gatherer.leave()) return;
      const { root } = this.gatherer;
      this.gatherer = null;
      this.apply(root);
      return;
    }
    this.leaving.pop()?.();
  }

  text(characters: string): void {
    if (this.characters !== null && this.skipped === 0 && !this.gatherer) this.characters += characters;
  }

  private get writer(): TextWriter | null {
    return this.writers.at(-1) ?? null;
  }

  private enter(element: XmlElement): (() => void) | 'skip' | null {
    const { name } = element;
    if (leftOut.has(name) || leftOutFormula.has(name)) return 'skip';
    if (isTracked(name)) return this.reading.tracked(element);
    switch (name) {
      case 'w:body':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
      case 'w:hdr':
      case 'w:ftr':
        return this.story(element);
      case 'w:p':
        return this.paragraph(element);
      case 'w:tbl':
        return this.table();
      case 'w:tr':
        return this.row();
      case 'w:tc':
        return this.cell();
      case 'w:txbxContent':
        return this.textBox();
      case 'w:sdtContent':
        return this.leavesOutControl ? this.leaveOutControl() : null;
      case 'w:r':
      case 'm:r':
        return this.run();
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        return this.gather((text) => this.writer?.words(text, element.preserve || name === 'm:t'));
      case 'w:instrText':
      case 'w:delInstrText':
        return this.gather((text) => this.writer?.fieldCode(text));
      case 'w:hyperlink':
        return this.hyperlink(element);
      case 'mc:AlternateContent':
        return this.drawings.alternatives();
      case 'mc:Choice':
      case 'mc:Fallback':
        return this.drawings.isTaken(element) ? null : 'skip';
      case 'w:commentRangeStart':
        this.comment(element.attributes.get('w:id') ?? '', 'start');
        return null;
      case 'w:commentRangeEnd':
        this.comment(element.attributes.get('w:id') ?? '', 'end');
        return null;
      case 'w:altChunk':
      case 'w:subDoc':
        this.reading.tally.add('embedded');
        return 'skip';
    }
    const drawn = this.writer ? this.drawings.enter(element, this.writer) : undefined;
    if (drawn !== undefined) return drawn;
    return this.writer ? readRunContent(element, this.writer, this.reading) : null;
  }

  private apply(tree: PropertyTree): void {
    const { reading, writer } = this;
    switch (tree.name) {
      case 'w:pPr': {
        const { paragraph } = writer ?? {};
        if (!writer || !paragraph) return;
        const changes = changesOfEnd(tree);
        const joins = changes.some(({ name }) => isGone(name, reading.taken));
        paragraph.look = lookOfParagraph(tree, reading.styles, joins);
        writer.look = plainLook(reading.styles.paragraph(paragraph.look.style), reading.styles);
        this.endOf.set(paragraph, changes);
        const section = tree.children.find(({ name }) => name === 'w:sectPr');
        if (section) this.sections.push(section);
        return;
      }
      case 'w:rPr':
        if (writer)
          writer.look = lookOfRun(tree, reading.styles.paragraph(writer.paragraph?.look.style ?? null), reading.styles);
        return;
      case 'w:trPr': {
        const row = this.tables.at(-1)?.rows.at(-1);
        if (row) rowProperties(row, tree, reading);
        return;
      }
      case 'w:tcPr': {
        const cell = this.tables.at(-1)?.rows.at(-1)?.cells.at(-1);
        if (cell) cellProperties(cell, tree, reading);
        return;
      }
      case 'w:sdtPr':
        this.leavesOutControl = controlOf(tree, reading, writer) === 'left-out';
        return;
      case 'w:sectPr':
        this.sections.push(tree);
    }
  }

  private leaveOutControl(): 'skip' {
    this.leavesOutControl = false;
    return 'skip';
  }

  private story(element: XmlElement): (() => void) | 'skip' {
    // Lines that separate notes from the text are notes too (17.18.33).
    if (!/^(normal)?$/.test(element.attributes.get('w:type') ?? '')) return 'skip';
    return this.within((flow) => this.told(element, flow));
  }

  /** Opens a flow with a writer of its own. */
  private within(done: (flow: Flow) => void): () => void {
    const open: OpenFlow = { flow: [], joining: null, waiting: [] };
    this.flows.push(open);
    this.writers.push(new TextWriter(this.reading, this.assumed, () => this.begin(this.unstyled)));
    return () => {
      if (open.waiting.length > 0) this.begin(this.unstyled);
      this.flows.pop();
      this.writers.pop();
      done(open.flow);
    };
  }

  /** The paragraph that is written from here on: a new one, or the one before that goes on. */
  private begin(look: ParagraphLook): Paragraph {
    const open = this.flows.at(-1)!;
    const paragraph = open.joining ?? emptyParagraph(look);
    if (!open.joining) {
      this.reading.piece();
      open.flow.push(paragraph);
    }
    open.joining = null;
    paragraph.look = look;
    for (const [id, edge] of open.waiting) paragraph.pieces.push({ kind: 'comment', id, edge });
    open.waiting.length = 0;
    return paragraph;
  }

  private paragraph({ attributes }: XmlElement): (() => void) | null {
    const { writer, reading } = this;
    const open = this.flows.at(-1);
    if (!writer || !open) return null;
    const outer = writer.paragraph;
    const paragraph = this.begin(this.unstyled);
    paragraph.id = (attributes.get('w14:paraId') ?? '').toUpperCase();
    this.endOf.delete(paragraph);
    writer.paragraph = paragraph;
    writer.look = plainLook(reading.styles.paragraph(null), reading.styles);
    return () => {
      reading.changes.mark(this.endOf.get(paragraph) ?? []);
      open.joining = paragraph.look.joins ? paragraph : null;
      writer.paragraph = outer;
    };
  }

  private run(): (() => void) | null {
    const { writer, reading } = this;
    if (!writer) return null;
    const outer = writer.look;
    writer.look = plainLook(reading.styles.paragraph(writer.paragraph?.look.style ?? null), reading.styles);
    return () => {
      writer.look = outer;
    };
  }

  private gather(done: (text: string) => void): () => void {
    this.characters = '';
    return () => {
      done(this.characters ?? '');
      this.characters = null;
    };
  }

  private hyperlink({ attributes }: XmlElement): (() => void) | null {
    const { writer } = this;
    if (!writer) return null;
    const outer = writer.link;
    const relation = this.relationships.get(attributes.get('r:id') ?? '');
    const place = attributes.get('w:anchor');
    const address = relation?.external ? relation.target : null;
    writer.link = writer.linkTo(address && place && !address.includes('#') ? `${address}#${place}` : address) ?? outer;
    return () => {
      writer.link = outer;
    };
  }

  private comment(id: string, edge: 'start' | 'end'): void {
    if (this.writer?.paragraph) this.writer.comment(id, edge);
    else {
      this.reading.piece();
      this.flows.at(-1)?.waiting.push([id, edge]);
    }
  }

  private table(): (() => void) | null {
    const open = this.flows.at(-1);
    if (!open) return null;
    open.joining = null;
    const table: Table = { kind: 'table', rows: [] };
    open.flow.push(table);
    this.tables.push(table);
    return () => this.tables.pop();
  }

  private row(): (() => void) | null {
    const table = this.tables.at(-1);
    if (!table) return null;
    const row: Row = { header: false, gone: false, before: 0, cells: [] };
    table.rows.push(row);
    return this.reading.inside();
  }

  private cell(): (() => void) | null {
    const row = this.tables.at(-1)?.rows.at(-1);
    if (!row) return null;
    this.reading.piece();
    const leave = this.within(this.reading.inside());
    const cell: Cell = { columns: 1, merge: null, joinsLeft: false, gone: false, flow: this.flows.at(-1)!.flow };
    row.cells.push(cell);
    return leave;
  }

  private textBox(): (() => void) | null {
    const { writer } = this;
    if (!writer) return null;
    const paragraph = writer.paragraph ?? this.begin(this.unstyled);
    this.drawings.holdsText();
    return this.within((flow) => paragraph.asides.push(flow));
  }
}
