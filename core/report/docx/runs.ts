import type { Mark } from 'prosemirror-model';
import { xmlText } from '@/core/opc/write-xml';
import { type Direction, piecesByDirection } from './direction';

/** How the words of a run look, beside their paragraph's style. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
  readonly script?: 'superscript' | 'subscript';
  readonly link?: boolean;
  /** RRGGBB. */
  readonly colour?: string;
  /** The id of a character style; code and links have their own. */
  readonly style?: string;
}

/** What a tracked deletion holds is written by other names (ECMA-376 part 1, 17.4.20). */
export type Standing = 'there' | 'deleted';

/** Words as runs (17.3.2): each character as it is, tabs and line feeds as the elements that they are there. */
export function runsXml(text: string, look: Look, block: Direction = 'ltr', standing: Standing = 'there'): string {
  if (text === '') return '';
  return piecesByDirection(text, block)
    .map(({ text: words, direction }) => `<w:r>${properties(look, direction)}${content(words, standing)}</w:r>`)
    .join('');
}

/** The web address of a link among some marks, or null. */
export function hrefOf(marks: readonly Mark[]): string | null {
  return marks.find(({ type }) => type.name === 'link')?.attrs.href ?? null;
}

export function lookOf(marks: readonly Mark[], link: boolean): Look {
  const has = new Set(marks.map(({ type }) => type.name));
  const script = has.has('superscript') ? 'superscript' : has.has('subscript') ? 'subscript' : null;
  return {
    bold: has.has('strong'),
    italic: has.has('emphasis'),
    underline: has.has('underline'),
    strike: has.has('strike'),
    code: has.has('code'),
    link,
    ...(script && { script }),
  };
}

/** In the order that the schema asks for (17.3.2.28). Letters of right-to-left scripts have switches of their own. */
function properties(look: Look, direction: Direction): string {
  const style = look.code ? 'HTMLCode' : look.link ? 'Hyperlink' : look.style;
  const inside = [
    style && `<w:rStyle w:val="${style}"/>`,
    look.bold && '<w:b/><w:bCs/>',
    look.italic && '<w:i/><w:iCs/>',
    look.strike && '<w:strike/>',
    look.colour && `<w:color w:val="${look.colour}"/>`,
    (look.underline || (look.link && look.code)) && '<w:u w:val="single"/>',
    look.script && `<w:vertAlign w:val="${look.script}"/>`,
    direction === 'rtl' && '<w:rtl/>',
  ];
  const xml = inside.filter(Boolean).join('');
  return xml && `<w:rPr>${xml}</w:rPr>`;
}

function content(text: string, standing: Standing): string {
  const name = standing === 'deleted' ? 'w:delText' : 'w:t';
  if (!/[\t\n]/.test(text)) return `<${name} xml:space="preserve">${xmlText(text)}</${name}>`;
  return text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece && `<${name} xml:space="preserve">${xmlText(piece)}</${name}>`;
    })
    .join('');
}
