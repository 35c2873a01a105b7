import { writePackage } from '@/core/opc/write-package';
import { DEFAULT_LOCALE } from '@/core/words/words';
import { type Reading, readingOf } from '../reading';
import type { Report } from '../report';
import { aboutFields } from './about-fields';
import { claimTables } from './claim-tables';
import type { Cell, Table } from './table';
import { fitted, type LongText, longTextsTable } from './xlsx/long-texts';
import { styleSheet } from './xlsx/looks';
import {
  contentTypes,
  coreProperties,
  extendedProperties,
  packageRelationships,
  workbook,
  workbookRelationships,
} from './xlsx/package-parts';
import { sheet } from './xlsx/sheet';
import { SharedStrings } from './xlsx/spreadsheet-text';

/**
 * The Report as a workbook (SpreadsheetML, ECMA-376): a sheet of claims, one of citations, and one that says what the report is
 * of. A text longer than a cell may be has its beginning in its cell and is whole on a sheet of its own.
 */
export function reportXlsx(report: Report, locale = DEFAULT_LOCALE): Uint8Array {
  const reading = readingOf(report, locale);
  const tables = tablesOf(reading);
  const strings = new SharedStrings();
  const sheets = tables.map((table) => sheet(table, strings));
  const parts = [
    { name: '[Content_Types].xml', data: contentTypes(sheets.length) },
    { name: '_rels/.rels', data: packageRelationships },
    { name: 'docProps/core.xml', data: coreProperties(report) },
    { name: 'docProps/app.xml', data: extendedProperties },
    { name: 'xl/workbook.xml', data: workbook(tables) },
    { name: 'xl/_rels/workbook.xml.rels', data: workbookRelationships(sheets.length) },
    { name: 'xl/styles.xml', data: styleSheet },
    { name: 'xl/sharedStrings.xml', data: strings.xml() },
  ];
  sheets.forEach(({ xml, relationships }, index) => {
    parts.push({ name: `xl/worksheets/sheet${index + 1}.xml`, data: xml });
    if (relationships) parts.push({ name: `xl/worksheets/_rels/sheet${index + 1}.xml.rels`, data: relationships });
  });
  return writePackage(parts);
}

function tablesOf(reading: Reading): Table[] {
  const { claims, citations } = claimTables(reading);
  const longTexts: LongText[] = [];
  const drawn = [claims, citations].map((table) => fitted(table, longTexts, reading));
  const about = aboutTable(reading, longTexts.length);
  return longTexts.length === 0 ? [...drawn, about] : [...drawn, about, longTextsTable(longTexts, reading)];
}

/** What the report says of itself, a line each, and how its file is to be read. */
function aboutTable(reading: Reading, longTexts: number): Table {
  const { report, words, moment, date } = reading;
  const shown = { moment, day: date };
  const facts = aboutFields(reading).map(({ key, kind, cell }): Cell[] => {
    const value = cell(null);
    const show = kind === 'moment' || kind === 'day' ? shown[kind] : null;
    return [words(`table_${key}`), typeof value === 'string' && show ? show(value) : value];
  });
  const scale = report.scale.verdicts.map(({ label, definition }): Cell[] => [label, definition]);
  const notes: Cell[][] = [[words('table_words'), words('table_note_words')]];
  if (longTexts > 0)
    notes.push([words('table_long'), words('table_note_long', { count: longTexts, sheet: words('table_long') })]);
  return {
    name: words('table_about'),
    columns: [
      { key: 'what', heading: words('table_what'), kind: 'text', width: 24 },
      { key: 'value', heading: words('table_value'), kind: 'address', width: 96 },
    ],
    rows: [...facts, ...scale, ...notes],
  };
}
