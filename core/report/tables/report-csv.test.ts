import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { character } from '@/core/anchor/generated-article';
import { buildReport } from '../report';
import { AT, anchorOf, citationOf, claimOf, commentOf, GONE, madeMaterial, materialOf, sourceOf } from './made-report';
import { asCsvCell, reportCsv } from './report-csv';

/** Reads RFC 4180 to the letter: throws at a lone quote, a lone CR or LF outside quotes, or a last line without CRLF. */
function strictRows(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      at++;
      for (;;) {
        const quote = csv.indexOf('"', at);
        if (quote === -1) throw new Error('A quoted cell has no end.');
        cell += csv.slice(at, quote);
        at = quote + 1;
        if (csv[at] !== '"') break;
        cell += '"';
        at++;
      }
    } else {
      cell = /^[^",\r\n]*/.exec(csv.slice(at))![0];
      at += cell.length;
    }
    row.push(cell);
    if (csv[at] === ',') at++;
    else if (csv.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`Neither a comma nor CRLF at ${at}.`);
  }
  if (row.length > 0) throw new Error('The last line has no end.');
  return rows;
}

/** The lines as records by heading. */
function records(csv: string): Record<string, string>[] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const [headings = [], ...rows] = strictRows(csv.slice(1));
  for (const row of rows) expect(row).toHaveLength(headings.length);
  return rows.map((row) => Object.fromEntries(headings.map((heading, index) => [heading, row[index]!])));
}

/** The words of a cell as API.md has it: without the apostrophe that keeps them words. */
const wordsIn = (cell: string) =>
  /^'+(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(cell) ? cell.slice(1) : cell;

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(character, fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r', '\n', '\r\n', '＝')),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

describe('asCsvCell', () => {
  it.each([
    ['nothing', null, ''],
    ['a number', 12, '12'],
    ['plain words', 'The bridge', 'The bridge'],
    ['a comma', 'a, b', '"a, b"'],
    ['a quote', 'a "b"', '"a ""b"""'],
    ['a line end', 'a\nb', '"a\nb"'],
    ['a sum', '=1+1', "'=1+1"],
    ['a sum after a comma', '=A1,B1', '"\'=A1,B1"'],
    ['a plus', '+49 30 1234', "'+49 30 1234"],
    ['a minus', '-4 percent', "'-4 percent"],
    ['an at sign', '@handle', "'@handle"],
    ['a tab', '\tx', '"\'\tx"'],
    ['a return', '\r=1', '"\'\r=1"'],
    ['a sum after spaces', '  =1', "'  =1"],
    ['a sum after what is not seen', '\u200b=1', "'\u200b=1"],
    ['a full-width sum', '＝1', "'＝1"],
    ['an apostrophe of the words', '’tis', '’tis'],
    ['an apostrophe before a sign', "'=1", "''=1"],
    ['an apostrophe before a letter', "'tis", "'tis"],
    ['a sign further on', 'a=1', 'a=1'],
  ])('%s', (_name, words, cell) => {
    expect(asCsvCell(words)).toBe(cell);
  });

  it('reads as the words that went in, and never begins like a formula', () => {
    fc.assert(
      fc.property(typed, (words) => {
        const [[cell = ''] = []] = strictRows(`${asCsvCell(words)}\r\n`);
        expect(wordsIn(cell)).toBe(words);
        expect(cell).not.toMatch(/^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('reportCsv', () => {
  const words = ['The bridge cost 40 million. It opened in May.'];
  const claims = [
    claimOf('cost', [anchorOf('a', 1, 'The bridge cost 40 million.')], {
      verdict: 'false',
      verdictBy: 'maya',
      verdictAt: AT,
      rationale: '=SUM(A1)\n\n- a "quoted" point',
      correction: 'The bridge cost 60 million.',
      comments: [commentOf('c', 'Ask the *harbour*.')],
      citations: [
        citationOf('x', sourceOf('x', { title: '@ledger', url: 'https://example.org/x', tier: null }), { quote: '+1' }),
        citationOf('y', sourceOf('y', { confidential: true }), { accessedAt: null, note: 'a note' }),
      ],
    }),
    claimOf('gone', [anchorOf('b', 1, 'gone', GONE)], { closed: { by: 'jun', at: AT, reason: 'Cut.' } }),
  ];
  const csv = reportCsv(buildReport(materialOf(words, claims), 'internal'));

  it('has one line a claim and one a citation, under one row of headings', () => {
    expect(records(csv).map((record) => [record.Record, record.Claim, record.Words])).toEqual([
      ['claim', '1', 'The bridge cost 40 million.'],
      ['citation', '1', 'The bridge cost 40 million.'],
      ['citation', '1', 'The bridge cost 40 million.'],
      ['claim', '2', 'gone'],
    ]);
  });

  it('says of a claim what was found, by whom, and where it stands', () => {
    expect(records(csv)[0]).toMatchObject({
      Verdict: 'False',
      'Verdict key': 'false',
      Status: 'open',
      Why: '\'=SUM(A1)\n\n- a "quoted" point',
      Correction: 'The bridge cost 60 million.',
      Wording: 'as it was judged',
      Where: '0..27',
      Places: '1',
      Sources: '2',
      'Checked by': 'Maya Osei',
      'Checked (UTC)': AT,
      'Approved by': '',
      Comments: 'Maya Osei: Ask the *harbour*.',
      'Claim id': 'cost',
      'SHA-256 of the text': 'ab'.repeat(32),
      Newsroom: 'The Harbour Post',
    });
    expect(records(csv)[3]).toMatchObject({ Wording: 'no longer in the article', Where: '', 'Closed because': 'Cut.' });
  });

  it('says of a citation what it is and which claim it belongs to', () => {
    expect(records(csv)[1]).toMatchObject({
      Verdict: 'False',
      Why: '',
      Stance: 'Refutes',
      Source: "'@ledger",
      Quote: "'+1",
      Address: 'https://example.org/x',
      'Consulted (UTC)': AT,
    });
    expect(records(csv)[2]).toMatchObject({ Confidential: 'Confidential', Note: 'a note', 'Consulted (UTC)': '' });
  });

  it('has no column of what is internal in the public edition', () => {
    const [record] = records(reportCsv(buildReport(materialOf(words, claims), 'public')));
    expect(Object.keys(record!)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(Comments|Closed because|Confidential|Note.*)$/)]),
    );
  });

  it('names the text that it is of where there is no claim', () => {
    expect(records(reportCsv(buildReport(materialOf(words, []), 'public')))).toEqual([
      expect.objectContaining({ Record: 'article', Words: '', 'SHA-256 of the text': 'ab'.repeat(32) }),
    ]);
  });

  it('gives the same bytes for the same state, and a line for everything', () => {
    const report = buildReport(madeMaterial(2000, 60), 'internal');
    const cited = report.claims.reduce((sum, { citations }) => sum + citations.length, 0);
    expect(records(reportCsv(report))).toHaveLength(60 + cited);
    expect(reportCsv(buildReport(madeMaterial(2000, 60), 'internal'))).toBe(reportCsv(report));
  });

  it('gives every claim’s words to the character', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 5 }), (all) => {
        const made = all.map((exact, index) => claimOf(`${index}`, [anchorOf(`${index}`, index * 100 + 1, exact)]));
        const lines = records(reportCsv(buildReport(materialOf(words, made), 'public')));
        expect(lines.map(({ Words }) => wordsIn(Words!))).toEqual(all);
      }),
    );
  });
});
