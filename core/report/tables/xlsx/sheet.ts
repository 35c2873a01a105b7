import { XML_HEAD, xmlAttribute } from '@/core/opc/write-xml';
import { isWebAddress } from '@/core/record';
import type { Cell, Column, ColumnKind, Table } from '../table';
import { dayNumber, momentNumber } from './day-number';
import { type Look, lookOf } from './looks';
import { rowHeight } from './row-height';
import type { SharedStrings } from './spreadsheet-text';

/** A sheet of the workbook: its part, and the part that says where its links lead, which is null where it has none. */
export interface Sheet {
  xml: string;
  relationships: string | null;
}

/** The most links that a sheet may have, and the longest that one may be; an address beyond either is words. */
const LINKS = 65_530;
const LINK_LENGTH = 2_079;

/**
 * A table as a worksheet (ECMA-376 part 1, 18.3): its headings frozen and with a filter, every cell of words a string and never
 * a formula, times and days as numbers that the cell shows as dates (UTC), addresses as links.
 */
export function sheet({ columns, rows }: Table, strings: SharedStrings): Sheet {
  const last = columnName(columns.length - 1);
  const links = new Links();
  const heads = columns.map(({ heading }, index) => written(`${columnName(index)}1`, 'heading', heading, strings));
  const body = rows.map((cells, row) => {
    const number = row + 2;
    const drawn = cells.map((cell, index) =>
      drawnCell(columns[index]!, `${columnName(index)}${number}`, cell, strings, links),
    );
    return `<row r="${number}" ht="${rowHeight(cells, columns)}">${drawn.join('')}</row>`;
  });
  const range = `A1:${last}${rows.length + 1}`;
  const xml = `${XML_HEAD}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData><row r="1">${heads.join('')}</row>${body.join('')}</sheetData><autoFilter ref="${range}"/>${links.xml()}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
  return { xml, relationships: links.relationships() };
}

/** The name of a column by its index: A, …, Z, AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function drawnCell({ kind }: Column, at: string, cell: Cell, strings: SharedStrings, links: Links): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${lookOf('number')}"><v>${cell}</v></c>`;
  const days = dayOf(kind, cell);
  if (days !== null) return `<c r="${at}" s="${lookOf(kind === 'moment' ? 'moment' : 'day')}"><v>${days}</v></c>`;
  if (kind === 'address' && links.add(at, cell)) return written(at, 'link', cell, strings);
  return written(at, BEGINS_LIKE_MORE.test(cell) ? 'quoted' : 'words', cell, strings);
}

/** What a spreadsheet takes for more than words when somebody edits the cell: a formula, or an apostrophe that it hides. */
const BEGINS_LIKE_MORE = /^[\s\p{Cc}\p{Cf}]*[=+\-@'＝＋－＠]|^\s/u;

function dayOf(kind: ColumnKind, value: string): number | null {
  if (kind === 'moment') return momentNumber(value);
  return kind === 'day' ? dayNumber(value) : null;
}

function written(at: string, look: Look, text: string, strings: SharedStrings): string {
  return `<c r="${at}" s="${lookOf(look)}" t="s"><v>${strings.placeOf(text)}</v></c>`;
}

/** Where a sheet's cells lead. */
class Links {
  private readonly cells: string[] = [];
  private readonly targets = new Map<string, string>();

  /** Whether the cell leads to the address now. */
  add(at: string, address: string): boolean {
    if (this.cells.length === LINKS || !isWebAddress(address)) return false;
    // A program refuses the whole file for one address that is not written as RFC 3986 has it: `href` always is.
    const { href } = new URL(address);
    if (href.length > LINK_LENGTH) return false;
    const id = this.targets.get(href) ?? `rId${this.targets.size + 1}`;
    this.targets.set(href, id);
    this.cells.push(`<hyperlink ref="${at}" r:id="${id}"/>`);
    return true;
  }

  xml(): string {
    return this.cells.length === 0 ? '' : `<hyperlinks>${this.cells.join('')}</hyperlinks>`;
  }

  relationships(): string | null {
    if (this.targets.size === 0) return null;
    const entries = [...this.targets].map(
      ([href, id]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${xmlAttribute(href)}" TargetMode="External"/>`,
    );
    return `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
  }
}
