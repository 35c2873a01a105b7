import { XML_HEAD, xmlText } from '@/core/opc/write-xml';

/** The longest text that a cell of a spreadsheet may hold, in UTF-16 units. */
export const CELL_LIMIT = 32_767;

/**
 * Text as it stands in an element of SpreadsheetML. What would be read as an escape (ECMA-376 part 1, 22.9.2.19: `_x000D_`) is
 * escaped itself, so that it reads as it was.
 */
export function spreadsheetText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}

/** The texts of a workbook, each kept once and known by its place in the list (ECMA-376 part 1, 18.4). */
export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The place of a text, which is added if it is new. */
  placeOf(text: string): number {
    this.uses++;
    const place = this.places.get(text) ?? this.places.size;
    this.places.set(text, place);
    return place;
  }

  /** The part of the package that holds them. */
  xml(): string {
    const items = [...this.places.keys()].map(
      (text) => `<si><t xml:space="preserve">${spreadsheetText(text)}</t></si>`,
    );
    return `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.places.size}">${items.join('')}</sst>`;
  }
}
