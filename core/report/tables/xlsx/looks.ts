/**
 * How cells look, by the place of each look in the style sheet (`cellXfs`). `quoted` is words that begin like a formula: a
 * spreadsheet keeps them as words after somebody has edited the cell, too.
 */
export const looks = ['plain', 'heading', 'words', 'quoted', 'number', 'moment', 'day', 'link'] as const;
export type Look = (typeof looks)[number];

export function lookOf(look: Look): number {
  return looks.indexOf(look);
}

const top = (more = '') => `<alignment vertical="top"${more}/>`;
const formats: Record<Look, string> = {
  plain: 'numFmtId="0" fontId="0" fillId="0" borderId="0">',
  heading: `numFmtId="0" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${top(' wrapText="1"')}`,
  words: `numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1">${top(' wrapText="1"')}`,
  quoted: `numFmtId="0" fontId="0" fillId="0" borderId="0" quotePrefix="1" applyAlignment="1">${top(' wrapText="1"')}`,
  number: `numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1">${top(' horizontal="left"')}`,
  moment: `numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1">${top(' horizontal="left"')}`,
  day: `numFmtId="165" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1">${top(' horizontal="left"')}`,
  link: `numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1" applyAlignment="1">${top(' wrapText="1"')}`,
};

/** The style sheet of every workbook (ECMA-376 part 1, 18.8). */
export const styleSheet = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><color rgb="FF16181B"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF16181B"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF1B4BCB"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1F2F0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF16181B"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map((look) => `<xf xfId="0" ${formats[look]}</xf>`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
