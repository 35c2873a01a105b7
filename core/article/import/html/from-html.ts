import type { Node } from 'prosemirror-model';
import type { DroppedKind } from '@/core/article/dropped-kinds';
import { articleSchema } from '@/core/article/schema';
import { forbiddenCharacter } from '@/core/record';
import type { Tally } from '../dropped';
import { type AboutPage, aboutPage } from './about-page';
import { ArticleBuilder } from './builder';
import { clean } from './clean';
import type { ContainerKind } from './container';
import { plain, type Style, styleInside, webAddress } from './inline';
import { lookOf } from './look';
import { attribute, type Element, type ParentNode, parseHtml, textOf, walk } from './tree';

/** An article's text, and what the page says about it beside. */
export interface FoundInHtml
  extends Pick<AboutPage, 'pageTitle' | 'socialTitle' | 'language' | 'byline' | 'publisher' | 'publishedAt' | 'url'> {
  doc: Node;
}

/**
 * Reads a page, or a piece of one as a clipboard holds it, into the article's schema. The page is parsed as a browser would
 * and walked once; nothing of its markup is kept but what the schema names, and what is left out is counted in `tally`.
 */
export function fromHtml(html: string, tally: Tally): FoundInHtml {
  const root = parseHtml(html);
  const { pageTitle, socialTitle, language, byline, publisher, publishedAt, url } = aboutPage(root, null);
  return { doc: readText(root, tally), pageTitle, socialTitle, language, byline, publisher, publishedAt, url };
}

/** The text inside a node of a parsed page, in the article's schema; see `fromHtml`. */
export function readText(root: ParentNode, tally: Tally): Node {
  const reading = new Reading(tally);
  walk<Style>(root, plain, reading);
  return reading.builder.finish();
}

/** Left out with everything inside, and how that is counted. */
const leftOut: Record<string, DroppedKind> = {
  script: 'script',
  style: 'style',
  svg: 'drawing',
  canvas: 'drawing',
  iframe: 'frame',
  frame: 'frame',
  frameset: 'frame',
  object: 'frame',
  embed: 'frame',
  applet: 'frame',
  audio: 'media',
  video: 'media',
  template: 'template',
  noscript: 'hidden-text',
  input: 'control',
  select: 'control',
  textarea: 'control',
  button: 'control',
  datalist: 'control',
  progress: 'control',
  meter: 'control',
};

/** Left out without a word: nothing in them is text of the article's. Word's `o:p` holds at most a space. */
const silent = new Set([
  'title',
  'meta',
  'o:p',
  'rp',
  'annotation',
  'annotation-xml',
  'base',
  'source',
  'track',
  'param',
  'col',
  'colgroup',
]);

const blocks = new Set(
  (
    'address article aside body center dd details dialog dir div dl dt fieldset footer form header hgroup html legend ' +
    'main menu nav p search section tbody tfoot thead'
  ).split(' '),
);

const structures: Record<string, ContainerKind> = {
  blockquote: 'blockquote',
  figure: 'figure',
  table: 'table',
  ul: 'bullet_list',
  menu: 'bullet_list',
  dir: 'bullet_list',
  ol: 'ordered_list',
};

class Reading {
  readonly builder = new ArticleBuilder();

  constructor(private readonly tally: Tally) {}

  enter(element: Element, outside: Style): { inside: Style; leave?: (() => void) | undefined } | null {
    for (const { name } of element.attrs) if (name.length > 2 && name.startsWith('on')) this.tally.add('handler');
    const { tagName } = element;
    const style = attribute(element, 'style');
    const look = style === null ? null : lookOf(style);
    const dropped = leftOut[tagName];
    if (dropped) {
      this.tally.add(dropped);
      return null;
    }
    if (silent.has(tagName)) return null;
    if (tagName === 'link') {
      if (/stylesheet/i.test(attribute(element, 'rel') ?? '')) this.tally.add('style');
      return null;
    }
    if (look?.hidden || attribute(element, 'hidden') !== null) {
      this.tally.add('hidden-text');
      return null;
    }
    if (look?.listMarker) {
      this.readMarker(element);
      return null;
    }
    const inside = styleInside(element, look, outside, (kind) => this.tally.add(kind));
    const leave = this.begin(element, inside);
    if (look?.listLevel && tagName === 'p') this.builder.markItem({ level: look.listLevel, ordered: false });
    return { inside: tagName === 'pre' ? { ...inside, preserve: true } : inside, leave };
  }

  text(characters: string, inside: Style): void {
    if (forbiddenCharacter(characters) === -1) this.builder.text(characters, inside);
    else {
      const spaced = characters.replaceAll('\f', ' ');
      const allowed = spaced.replace(/[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n\r\u007f-\u009f]]/gv, '');
      if (allowed !== spaced) this.tally.add('control-character', spaced.length - allowed.length);
      this.builder.text(allowed, inside);
    }
  }

  comment(data: string): void {
    // Word and clipboards write conditions and bounds as comments; only what a person wrote is worth a count.
    if (!/^\s*(\[(if|endif)|<!|StartFragment|EndFragment)/.test(data) && data.trim() !== '') this.tally.add('comment');
  }

  private readMarker(element: Element): void {
    const item = this.builder.openItem;
    if (item) this.builder.markItem({ ...item, ordered: /^\(?[\p{L}\p{N}]{1,5}[.)]/u.test(textOf(element)) });
  }

  /** Begins what an element stands for; returns how it ends. */
  private begin(element: Element, inside: Style): (() => void) | undefined {
    const { builder } = this;
    const { tagName } = element;
    const structure = structures[tagName];
    if (structure)
      return this.beginStructure(structure, structure === 'ordered_list' ? { start: startOf(element) } : null);
    switch (tagName) {
      case 'li':
        return this.beginStructure('list_item');
      case 'tr':
        return builder.inside === 'table' ? this.beginStructure('table_row') : this.beginBlock();
      case 'td':
      case 'th':
        if (builder.inside !== 'table_row') return this.beginBlock();
        return this.beginStructure(tagName === 'td' ? 'table_cell' : 'table_header', spansOf(element));
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.beginText(builder.beginText('heading', { level: Number(tagName[1]) }));
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return this.beginText(builder.beginText('code_block'));
      case 'caption':
      case 'figcaption':
        return this.beginText(builder.beginText('caption'));
      case 'summary':
        return this.beginText(builder.beginText('paragraph', null, true));
      case 'br':
        builder.lineBreak();
        return undefined;
      case 'hr':
        builder.rule();
        return undefined;
      case 'img':
        this.readPicture(element, inside);
        return undefined;
      case 'math':
        this.tally.add('markup');
        return undefined;
      case 'q':
        builder.text('“', inside);
        return () => builder.text('”', inside);
      case 'rt':
        builder.text('(', inside);
        return () => builder.text(')', inside);
      default:
        if (tagName === 'form') this.tally.add('form');
        return blocks.has(tagName) ? this.beginBlock() : undefined;
    }
  }

  private beginStructure(kind: ContainerKind, attrs: Record<string, number> | null = null): () => void {
    const outcome = this.builder.beginStructure(kind, attrs);
    if (outcome === 'too-deep') this.tally.add('nesting');
    return outcome === 'begun' ? () => this.builder.endStructure() : () => this.builder.boundary();
  }

  private beginText(begun: boolean): () => void {
    return begun ? () => this.builder.endText() : () => this.builder.boundary();
  }

  private beginBlock(): () => void {
    this.builder.boundary();
    return () => this.builder.boundary();
  }

  private readPicture(element: Element, inside: Style): void {
    const alt = clean(attribute(element, 'alt')) ?? '';
    if (/\bemoji\b/i.test(attribute(element, 'class') ?? '') || (alt !== '' && /^\p{RGI_Emoji}+$/v.test(alt))) {
      this.builder.text(alt, inside);
      return;
    }
    if (isTiny(element)) {
      this.tally.add('tracking-picture');
      return;
    }
    const src = webAddress(attribute(element, 'src') ?? '');
    if (src === null) this.tally.add('picture-address');
    this.builder.picture(articleSchema.nodes.image.create({ src: src ?? '', alt }));
  }
}

function isTiny(element: Element): boolean {
  return ['width', 'height'].some((side) => /^\s*[01](px)?\s*$/.test(attribute(element, side) ?? ''));
}

function startOf(list: Element): number {
  const start = Number.parseInt(attribute(list, 'start') ?? '', 10);
  return Number.isSafeInteger(start) ? start : 1;
}

/** As HTML bounds them: a cell is at least one and at most a thousand columns wide. */
function spansOf(cell: Element): Record<string, number> {
  const span = (name: string) => {
    const cells = Number.parseInt(attribute(cell, name) ?? '', 10);
    return cells >= 1 ? Math.min(cells, 1000) : 1;
  };
  return { colspan: span('colspan'), rowspan: span('rowspan') };
}
