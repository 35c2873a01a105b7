import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { character } from '@/core/anchor/generated-article';
import { buildReport } from '../report';
import { AT, anchorOf, citationOf, claimOf, GONE, madeMaterial, materialOf, sourceOf } from './made-report';
import { reportXlsx } from './report-xlsx';
import { dayNumber, momentNumber } from './xlsx/day-number';
import { rowHeight } from './xlsx/row-height';
import { columnName } from './xlsx/sheet';
import { CELL_LIMIT, spreadsheetText } from './xlsx/spreadsheet-text';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stet-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PYTHON = '/usr/bin/python3';
const has = (command: string, ...about: string[]) => spawnSync(command, about).status === 0;

/** Whether a program of somebody else's can be asked; says so where it cannot. */
function asked(name: string, there: boolean): boolean {
  if (!there) console.info(`${name} is not installed: not asked`);
  return there;
}

const hostile = [
  '=1+1',
  '+49 30 1234',
  '-4 percent',
  '@handle',
  '\t=1',
  '_x000D_ and _x0041_',
  '_x005F_',
  '<b>&amp;"\'</b>',
  ' spaces at the ends ',
  'a\nb\n\nc',
  'tab\tin it',
  "'tis",
  '😀 👩‍👩‍👧 مرحبا',
  'a\u0085b\u2028c',
  '007',
  '1e5',
  '3-12',
  'TRUE',
  '#N/A',
];
const words = ['The bridge cost 40 million. It opened in May.'];
const claims = hostile.map((exact, index) => claimOf(`${index}`, [anchorOf(`${index}`, index * 100 + 1, exact)]));

/** The part of a workbook, as text. */
const part = (bytes: Uint8Array, name: string) => strFromU8(unzipSync(bytes)[name]!);

/** The strings of the workbook, read as ECMA-376 has them. */
function sharedStrings(bytes: Uint8Array): string[] {
  return [...part(bytes, 'xl/sharedStrings.xml').matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) =>
    text!
      .replace(/\r\n?/g, '\n')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
      .replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

describe('spreadsheetText', () => {
  it.each([
    ['a sign of XML', '<&>"', '&#60;&#38;&#62;"'],
    ['an escape', '_x000D_', '_x005F_x000D_'],
    ['an escape of an escape', '_x005F_x000D_', '_x005F_x005F_x005F_x000D_'],
    ['what only looks like one', '_x00_', '_x00_'],
    ['a return', 'a\rb', 'a&#13;b'],
    ['a character that XML forbids', 'a\u0001b', 'a\ufffdb'],
    ['half a pair', 'a\ud800b', 'a\ufffdb'],
  ])('writes %s', (_name, text, xml) => {
    expect(spreadsheetText(text)).toBe(xml);
  });
});

describe('days', () => {
  it.each([
    ['the first of all', '1900-03-01', 61],
    ['a day', '2025-10-28', 45958],
    ['a leap day', '2024-02-29', 45351],
    ['the day of a time', '2025-10-28T23:59:59Z', 45958],
    ['a month', '2025-10', null],
    ['a year', '2025', null],
    ['a day that never was', '2025-02-30', null],
    ['a month that never was', '2025-13-01', null],
    ['a day before spreadsheets count', '1789-07-14', null],
  ])('%s', (_name, value, days) => {
    expect(dayNumber(value)).toBe(days);
  });

  it('counts a time of day as a part of the day', () => {
    expect(momentNumber('2025-10-28T12:00:00.000Z')).toBe(45958.5);
  });
});

describe('columnName', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
  });
});

describe('rowHeight', () => {
  const column = { key: 'a', heading: 'A', kind: 'text', width: 10 } as const;
  it.each([
    ['nothing', [null], 15],
    ['a line', ['a word'], 15],
    ['a number', [123_456_789_012], 15],
    ['three lines', ['a\nb\nc'], 45],
    ['words that go over the end', ['twenty-one letters ab'], 45],
    ['wide characters', ['語語語語語語'], 30],
    ['the longest of several', ['a', 'a\nb'], 30],
    ['more than a row may be high', ['a\n'.repeat(100)], 409],
  ])('of %s', (_name, cells, height) => {
    expect(rowHeight(cells, [column, column])).toBe(height);
  });
});

describe('reportXlsx', () => {
  it('has every cell of words as a string, and no formula', () => {
    const bytes = reportXlsx(buildReport(materialOf(words, claims), 'public'));
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).not.toMatch(/<f[ >]/);
    for (const [cell] of sheet.matchAll(/<c [^>]*>/g)) expect(cell).toMatch(/ t="s">$| s="[456]">$/);
    expect(sharedStrings(bytes)).toEqual(expect.arrayContaining(hostile));
  });

  it('keeps words that begin like a formula words when somebody edits the cell', () => {
    const bytes = reportXlsx(buildReport(materialOf(words, [claims[0]!, claims[14]!]), 'public'));
    const [sum, plain] = ['B2', 'B3'].map(
      (at) => new RegExp(`<c r="${at}" s="(\\d+)"`).exec(part(bytes, 'xl/worksheets/sheet1.xml'))![1]!,
    );
    const looks = [
      ...part(bytes, 'xl/styles.xml')
        .split('<cellXfs')[1]!
        .matchAll(/<xf [^>]*>/g),
    ].map(([look]) => look);
    expect(looks[Number(sum)]).toContain('quotePrefix="1"');
    expect(looks[Number(plain)]).not.toContain('quotePrefix');
  });

  it('holds words to the character, whatever they are', () => {
    const typed = fc
      .array(fc.oneof(character, fc.constantFrom('=', '_x000D_', '_', 'x0', '\n', '\t', '\r', '&', '<', '"', '\u0085')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (all) => {
        const made = all.map((exact, index) => claimOf(`${index}`, [anchorOf(`${index}`, index * 100 + 1, exact)]));
        expect(sharedStrings(reportXlsx(buildReport(materialOf(words, made), 'public')))).toEqual(
          expect.arrayContaining(all),
        );
      }),
    );
  });

  it('says where the whole of a text is that is too long for a cell, and has it there', () => {
    const long = `${'😀'.repeat(CELL_LIMIT)}!`;
    const bytes = reportXlsx(
      buildReport(materialOf(words, [claimOf('a', [anchorOf('a', 1, 'The')], { rationale: long })]), 'public'),
    );
    const strings = sharedStrings(bytes);
    for (const text of strings) expect(text.length).toBeLessThanOrEqual(CELL_LIMIT);
    expect(strings.filter((text) => text.endsWith('… (the whole is on the sheet “Long texts”)'))).toHaveLength(1);
    const cells = [...part(bytes, 'xl/worksheets/sheet4.xml').matchAll(/<c r="E(\d+)"[^>]*><v>(\d+)<\/v>/g)].slice(1);
    expect(cells.map(([, , place]) => strings[Number(place)]).join('')).toBe(long);
  });

  it('leads to http and https alone', () => {
    const cited = (id: string, url: string) => citationOf(id, sourceOf(id, { url }));
    const bytes = reportXlsx(
      buildReport(
        materialOf(words, [
          claimOf('a', [anchorOf('a', 1, 'The')], {
            citations: [
              cited('a', 'https://example.org/a?b="c"&d'),
              cited('b', 'javascript:alert(1)'),
              cited('c', `https://example.org/${'c'.repeat(3000)}`),
            ],
          }),
        ]),
        'public',
      ),
    );
    const targets = [...part(bytes, 'xl/worksheets/_rels/sheet2.xml.rels').matchAll(/Target="([^"]*)"/g)];
    expect(targets.map(([, target]) => target)).toEqual(['https://example.org/a?b=%22c%22&#38;d']);
  });

  it('gives the same bytes for the same state', () => {
    const made = () => Buffer.from(reportXlsx(buildReport(madeMaterial(1000, 30), 'internal')));
    expect(made().equals(made())).toBe(true);
  });

  it('reads in openpyxl as what went in', () => {
    if (!asked('openpyxl', has(PYTHON, '-c', 'import openpyxl'))) return;
    const plain = claims.filter(({ anchors }) => !anchors[0]!.exact.includes('x005F_'));
    const file = path.join(folder, 'a.xlsx');
    writeFileSync(file, reportXlsx(buildReport(materialOf(words, [...plain, dated]), 'public')));
    const script = `
import json, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
rows = lambda sheet: [[c.isoformat() if hasattr(c, 'isoformat') else c for c in row] for row in sheet.iter_rows(values_only=True)]
print(json.dumps({'names': book.sheetnames, 'rows': [rows(sheet) for sheet in book], 'types': sorted({c.data_type for sheet in book for row in sheet.iter_rows() for c in row}), 'freeze': [sheet.freeze_panes for sheet in book], 'filter': book.worksheets[0].auto_filter.ref, 'link': book.worksheets[1]['I2'].hyperlink.target}))`;
    const read = JSON.parse(execFileSync(PYTHON, ['-c', script, file], { encoding: 'utf8' }));
    expect(read.names).toEqual(['Claims', 'Citations', 'About']);
    const told = read.rows[0].slice(1).map((row: unknown[]) => row[1]);
    expect(told).toEqual([...plain, dated].map(({ anchors }) => anchors[0]!.exact));
    expect(read.types).toEqual(['d', 'n', 's']);
    expect(read.rows[0].at(-1)).toContain('2026-03-02T09:30:00');
    expect(read.rows[1][1]).toEqual(expect.arrayContaining(['2025-10-28T00:00:00', 'https://example.org/x']));
    expect(read.freeze).toEqual(['A2', 'A2', 'A2']);
    expect(read.filter).toBe(`A1:T${plain.length + 2}`);
    expect(read.link).toBe('https://example.org/x');
  });

  it('reads in LibreOffice as what went in', () => {
    if (!asked('LibreOffice', has('soffice', '--version'))) return;
    const file = path.join(folder, 'b.xlsx');
    writeFileSync(file, reportXlsx(buildReport(materialOf(words, [...claims, dated]), 'public')));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    // Comma, quote, UTF-8, from line 1, cells as they are shown, the first sheet alone.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1';
    execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const csv = readFileSync(path.join(folder, 'b-Claims.csv'), 'utf8');
    for (const exact of hostile) expect(csv).toContain(exact.replaceAll('"', '""'));
    expect(csv).toContain('2026-03-02 09:30');
  });
});

const dated = claimOf('dated', [anchorOf('dated', 1, 'gone', GONE)], {
  verdict: 'true',
  verdictBy: 'maya',
  verdictAt: AT,
  citations: [citationOf('x', sourceOf('x', { url: 'https://example.org/x', publishedAt: '2025-10-28' }))],
});
