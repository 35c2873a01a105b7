import { xmlAttribute } from '@/core/opc/write-xml';
import type { Direction } from './direction';

/** What a paragraph says of itself, beside its words (ECMA-376 part 1, 17.3.1). Lengths are in twentieths of a point. */
export interface ParagraphLook {
  /** The id of a style; null for the default one. */
  readonly style: string | null;
  readonly numbering?: { readonly list: number; readonly level: number };
  readonly direction?: Direction;
  /** From the margin that the paragraph begins at. */
  readonly indent?: number;
  readonly hanging?: number;
  /** More room above than the style gives. */
  readonly before?: number;
  readonly pageBreakBefore?: boolean;
  readonly ruled?: boolean;
}

/** A paragraph of runs. `id` is its `w14:paraId`: eight hexadecimal digits, by which other parts of the document know it. */
export function paragraphXml(look: ParagraphLook, runs: string, id?: string): string {
  const known = id ? ` w14:paraId="${id}"` : '';
  return `<w:p${known}>${properties(look)}${runs}</w:p>`;
}

/** In the order that the schema asks for (17.3.1.26). */
function properties(look: ParagraphLook): string {
  const { style, numbering, direction, indent, hanging, before } = look;
  const inside = [
    style && `<w:pStyle w:val="${style}"/>`,
    look.pageBreakBefore && '<w:pageBreakBefore/>',
    numbering && `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${numbering.list}"/></w:numPr>`,
    look.ruled && '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="CFD2CC"/></w:pBdr>',
    direction === 'rtl' && '<w:bidi/>',
    before !== undefined && `<w:spacing w:before="${before}"/>`,
    indent !== undefined && `<w:ind w:left="${indent}"${hanging ? ` w:hanging="${hanging}"` : ''}/>`,
  ];
  const xml = inside.filter(Boolean).join('');
  return xml && `<w:pPr>${xml}</w:pPr>`;
}

/**
 * Blocks that are none of the article's words, as a content control (17.5.2): `tag` tells a reader what to leave out, `name`
 * what it is.
 */
export function ownBlock(
  tag: 'stet-head' | 'stet-image' | 'stet-gap' | 'stet-report',
  blocks: string,
  name: string | null = null,
): string {
  const alias = name === null ? '' : `<w:alias w:val="${xmlAttribute(name)}"/>`;
  return `<w:sdt><w:sdtPr>${alias}<w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${blocks}</w:sdtContent></w:sdt>`;
}

/** Where Word wants a paragraph and the article has none: after a table at the end of a cell, and in a cell that another covers. */
export const filler = paragraphXml({ style: 'StetFiller' }, '');
