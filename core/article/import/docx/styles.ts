import type { Package } from '@/core/opc/read-package';
import { readXml } from '@/core/opc/read-xml';
import { childOf, gathering, numberOf, type PropertyTree, settingOf, switchOf } from './property-tree';

/** What a paragraph is, by its style. */
export type ParagraphRole =
  | 'paragraph'
  | 'title'
  | 'heading'
  | 'quote'
  | 'code'
  | 'caption'
  | 'continuation'
  | 'byline';

export interface ParagraphStyle {
  readonly role: ParagraphRole;
  /** Of a heading from 1 to 6; of a continuation the level of the list item that it belongs to, from 0. */
  readonly level: number;
  readonly numbering: PropertyTree | null;
  /** How deep a list stands by the name of its style (`List Bullet 2`), from 0: some programs have a list of its own for each depth. */
  readonly depth: number;
  /** Run properties, nearest style first. */
  readonly runs: readonly PropertyTree[];
}

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly paragraph: PropertyTree | null;
  readonly run: PropertyTree | null;
}

/** No style of a person's making stands on so many others; a circle of styles would never end. */
const MOST_ANCESTORS = 40;

const headingName =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|otsikko|nagłówek|заголовок|nadpis|naslov|címsor|titlu|başlık|επικεφαλίδα|标题|標題|見出し|제목)\s*([1-9])$/iu;
const roleNames: readonly (readonly [role: ParagraphRole, name: RegExp])[] = [
  [
    'title',
    /^(?:title|titel|titre|título|titolo|tittel|otsikko|tytuł|название|заголовок|název|cím|titlu|başlık|标题|標題|表題|제목)$/iu,
  ],
  [
    'quote',
    /^(?:(?:intense )?quote|block ?text|block ?quot\w*|quotations|zitat|intensives zitat|citation|cita|citaat|citazione)$/iu,
  ],
  ['code', /^(?:html preformatted|preformatted text|source code|code(?: block)?|stet ?code)$/iu],
  [
    'caption',
    /^(?:caption|(?:image|table|figure) caption|beschriftung|légende|didascalia|bijschrift|leyenda|legenda)$/iu,
  ],
  ['continuation', /^list continue(?: [2-9])?$/iu],
  ['byline', /^(?:by-?line|author|autor|autorin|auteur|autore)$/iu],
];

/** Character styles whose words are code. */
const codeName =
  /^(?:html (?:code|typewriter|keyboard|sample|variable)|source text|teletype|verbatim char|(?:inline )?code(?: char)?)$/iu;

/** The style sheet of a document (ECMA-376 part 1, 17.7). Names in other languages, as some programs write them, count as well. */
export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private readonly paragraphs = new Map<string, ParagraphStyle>();
  private readonly characters = new Map<string, readonly PropertyTree[]>();
  private ofParagraphs = '';
  /** What holds where no style says otherwise. */
  readonly defaults: PropertyTree | null;

  constructor(trees: readonly PropertyTree[]) {
    let defaults: PropertyTree | null = null;
    for (const tree of trees) {
      if (tree.name === 'w:docDefaults') defaults = childOf(childOf(tree, 'w:rPrDefault'), 'w:rPr');
      else this.add(tree);
    }
    this.defaults = defaults;
  }

  private add(tree: PropertyTree): void {
    const id = tree.attributes.get('w:styleId') ?? '';
    const isDefault = /^(1|true|on)$/.test(tree.attributes.get('w:default') ?? '');
    if (isDefault && tree.attributes.get('w:type') === 'paragraph') this.ofParagraphs = id;
    this.styles.set(id, {
      name: settingOf(tree, 'w:name')?.trim() ?? id,
      basedOn: settingOf(tree, 'w:basedOn'),
      paragraph: childOf(tree, 'w:pPr'),
      run: childOf(tree, 'w:rPr'),
    });
  }

  has(id: string): boolean {
    return this.styles.has(id);
  }

  /** What a paragraph style says; the default one where the id is null or unknown. */
  paragraph(id: string | null): ParagraphStyle {
    const own = id !== null && this.styles.has(id) ? id : this.ofParagraphs;
    let known = this.paragraphs.get(own);
    if (!known) {
      const chain = this.chain(own);
      const numbering = chain.map(({ paragraph }) => childOf(paragraph, 'w:numPr')).find((found) => found !== null);
      const runs = chain.flatMap(({ run }) => run ?? []);
      const depth = Number(/^list (?:bullet|number) ([2-5])$/i.exec(chain[0]?.name ?? '')?.[1] ?? 1) - 1;
      known = { ...roleOf(chain), numbering: numbering ?? null, depth, runs };
      this.paragraphs.set(own, known);
    }
    return known;
  }

  /** The run properties of a character style, nearest style first. */
  character(id: string): readonly PropertyTree[] {
    let known = this.characters.get(id);
    if (!known) {
      known = this.chain(id).flatMap(({ run }) => run ?? []);
      this.characters.set(id, known);
    }
    return known;
  }

  isCode(id: string): boolean {
    return this.chain(id).some(({ name }) => codeName.test(name));
  }

  /** Links are drawn underlined by a style of their own; that says nothing of the words. */
  isLink(id: string): boolean {
    return this.chain(id).some(({ name }) => /^(?:followed ?)?hyperlink$|^internet ?link$/i.test(name));
  }

  /** A style and those that it is based on. */
  private chain(id: string): Style[] {
    const chain: Style[] = [];
    for (let at: string | null = id; at !== null && chain.length < MOST_ANCESTORS; ) {
      const style: Style | undefined = this.styles.get(at);
      if (!style) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }
}

function roleOf(chain: readonly Style[]): { role: ParagraphRole; level: number } {
  for (const { name, paragraph } of chain) {
    const outline = numberOf(paragraph, 'w:outlineLvl');
    const named = roleNames.find(([, pattern]) => pattern.test(name))?.[0];
    if (named === 'continuation') return { role: named, level: Number(/\d$/.exec(name)?.[0] ?? 1) - 1 };
    if (named) return { role: named, level: 1 };
    if (outline !== null) return headingOf(outline);
    const heading = headingName.exec(name);
    if (heading) return headingOf(Number(heading[1]) - 1);
  }
  return { role: 'paragraph', level: 0 };
}

/** Outline levels count from 0; 9 is body text (17.3.1.20). The article has six levels of headings. */
export function headingOf(outline: number): { role: ParagraphRole; level: number } {
  if (outline < 0 || outline > 8) return { role: 'paragraph', level: 0 };
  return { role: 'heading', level: Math.min(outline + 1, 6) };
}

/** Reads the style sheet; one without any style for a part that is not there. */
export function readStyles(source: Package, part: string | null): StyleSheet {
  const trees: PropertyTree[] = [];
  if (part !== null)
    readXml(
      source.read(part),
      gathering(['w:docDefaults', 'w:style'], (tree) => {
        trees.push(tree);
      }),
    );
  return new StyleSheet(trees);
}

/** Whether run properties hide their words (17.3.2.41). */
export function hides(tree: PropertyTree): boolean | null {
  return switchOf(tree, 'w:vanish');
}
