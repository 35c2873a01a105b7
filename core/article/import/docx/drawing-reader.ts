import type { XmlElement } from '@/core/opc/read-xml';
import type { Reading } from './reading';
import type { TextWriter } from './text-writer';

/** What the first branch of an alternative may ask of a reader so that it is taken (ECMA-376 part 3): the prefixes that Word writes. */
const understood = /^(?:w14|w15|w16\w*|wps|wpg|wpc|wp14|wp15|a14|v|pic14)$/;

interface Drawing {
  alt: string;
  holds: 'picture' | 'chart' | 'text' | 'rule' | null;
  hidden: boolean;
}

/**
 * Pictures, charts and shapes (DrawingML and the older VML). Of a picture its description is kept and nothing is looked at,
 * wherever it lies; the text in shapes is a matter of who reads the text.
 */
export class DrawingReader {
  private readonly open: Drawing[] = [];
  /** Whether a branch of each open alternative has been taken. */
  private readonly taken: boolean[] = [];

  constructor(private readonly reading: Reading) {}

  alternatives(): () => void {
    this.taken.push(false);
    return () => this.taken.pop();
  }

  /** Whether this branch of an alternative is read: one of them is. */
  isTaken({ name, attributes }: XmlElement): boolean {
    if (this.taken.at(-1)) return false;
    const asked = (attributes.get('Requires') ?? '').split(/\s+/).filter(Boolean);
    if (name === 'mc:Choice' && !asked.every((prefix) => understood.test(prefix))) return false;
    if (this.taken.length > 0) this.taken[this.taken.length - 1] = true;
    return true;
  }

  /** The drawing around has words, which are read. */
  holdsText(): void {
    const drawing = this.open.at(-1);
    if (drawing) drawing.holds ??= 'text';
  }

  /** Reads an element of a drawing; undefined for any other. */
  enter({ name, attributes }: XmlElement, writer: TextWriter): (() => void) | 'skip' | null | undefined {
    const drawing = this.open.at(-1);
    switch (name) {
      case 'wp:inline':
      case 'wp:anchor':
      case 'w:pict':
        return this.begin(writer);
      case 'wp:docPr':
        if (drawing) {
          drawing.alt = attributes.get('descr') || attributes.get('title') || '';
          drawing.hidden = /^(1|true)$/.test(attributes.get('hidden') ?? '');
        }
        return null;
      case 'a:graphicData':
        if (drawing && /\/(chart|chartex|diagram)$/.test(attributes.get('uri') ?? '')) drawing.holds = 'chart';
        return null;
      case 'pic:pic':
      case 'v:imagedata':
        if (drawing) drawing.holds = 'picture';
        return null;
      case 'v:shape':
      case 'v:rect':
        if (drawing) this.readShape(drawing, attributes);
        return null;
      case 'w:object':
        if (this.reading.gone === 0) this.reading.tally.add('embedded');
        return 'skip';
      default:
        return undefined;
    }
  }

  private readShape(drawing: Drawing, attributes: ReadonlyMap<string, string>): void {
    drawing.alt ||= attributes.get('alt') ?? '';
    if (/^(t|true)$/.test(attributes.get('o:hr') ?? '')) drawing.holds = 'rule';
  }

  private begin(writer: TextWriter): () => void {
    const drawing: Drawing = { alt: '', holds: null, hidden: false };
    this.open.push(drawing);
    return () => {
      this.open.pop();
      if (!drawing.hidden) this.finish(drawing, writer);
    };
  }

  private finish({ alt, holds }: Drawing, writer: TextWriter): void {
    const { gone, tally } = this.reading;
    if (holds === 'picture' || holds === 'chart') writer.picture({ alt: alt.replace(/\s+/g, ' ').trim() });
    else if (holds === 'rule' && writer.paragraph) writer.paragraph.look = { ...writer.paragraph.look, rule: true };
    if (gone === 0 && holds === 'picture') tally.add('picture');
    if (gone === 0 && (holds === 'chart' || holds === null)) tally.add('drawing');
  }
}
