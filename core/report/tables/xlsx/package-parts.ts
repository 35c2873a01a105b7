import { XML_HEAD, xmlAttribute, xmlText } from '@/core/opc/write-xml';
import type { Report } from '../../report';
import type { Table } from '../table';
import { columnName } from './sheet';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What each part of the package is (ECMA-376 part 2, 10.1.2.2). */
export function contentTypes(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', `${MAIN}.sheet.main+xml`],
    ['/xl/styles.xml', `${MAIN}.styles+xml`],
    ['/xl/sharedStrings.xml', `${MAIN}.sharedStrings+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...counted(sheets, (number) => [`/xl/worksheets/sheet${number}.xml`, `${MAIN}.worksheet+xml`]),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** Where a program begins to read the package. */
export const packageRelationships = relationships([
  ['rId1', `${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
  ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ['rId3', `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
]);

/** The sheets in their order, each with its filter, and with its headings and first column repeated on every printed page. */
export function workbook(tables: readonly Table[]): string {
  const sheets = tables.map(
    ({ name }, index) => `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const headings = tables.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheetName(name)}!$A:$A,${sheetName(name)}!$1:$1</definedName>`,
  );
  const filters = tables.map(
    ({ name, columns, rows }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheetName(name)}!$A$1:$${columnName(columns.length - 1)}$${rows.length + 1}</definedName>`,
  );
  return `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="17000"/></bookViews><sheets>${sheets.join('')}</sheets><definedNames>${filters.join('')}${headings.join('')}</definedNames></workbook>`;
}

/** Where the workbook finds its sheets, looks and texts. */
export function workbookRelationships(sheets: number): string {
  return relationships([
    ...counted(sheets, (number) => [
      `rId${number}`,
      `${OFFICE}/relationships/worksheet`,
      `worksheets/sheet${number}.xml`,
    ]),
    [`rId${sheets + 1}`, `${OFFICE}/relationships/styles`, 'styles.xml'],
    [`rId${sheets + 2}`, `${OFFICE}/relationships/sharedStrings`, 'sharedStrings.xml'],
  ]);
}

/** Title, whose it is, and of when: the article's last change, since an export has no time of its own. */
export function coreProperties({ article, newsroom }: Report): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(article.title)}</dc:title><dc:creator>${xmlText(newsroom)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${article.updatedAt}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${article.updatedAt}</dcterms:modified></cp:coreProperties>`;
}

export const extendedProperties = `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>Stet</Application></Properties>`;

function relationships(entries: readonly (readonly string[])[]): string {
  const drawn = entries.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${drawn.join('')}</Relationships>`;
}

function counted<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}

function sheetName(name: string): string {
  return xmlText(`'${name.replaceAll("'", "''")}'`);
}
