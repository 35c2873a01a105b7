import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { importArticle } from '@/core/article/import/import-article';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim } from '@/core/claim/claim';
import { buildReport, type Edition } from '../report';
import {
  AT,
  anchorOf,
  citationOf,
  claimOf,
  commentOf,
  GONE,
  madeMaterial,
  materialOf,
  sourceOf,
} from '../tables/made-report';
import { reportDocx } from './report-docx';
import { readWords, textOf } from './testing/read-words';

const html = `
<h2>The harbour, in figures</h2>
<p>The bridge cost <b>40 million</b> euros, the <a href="https://example.org/a?b=1&amp;c=2">mayor <i>told</i> a meeting</a> in March.<br>Nobody was there.</p>
<ul><li>Twelve boats<ul><li>three of them sank</li></ul></li><li><p>A pier</p><p>of wood</p></li></ul>
<ol start="4"><li>four</li><li>five</li></ol>
<blockquote><p>We never paid, said the clerk.</p></blockquote>
<figure><img src="https://example.org/ship.png" alt="A ship at the quay"><figcaption>The ship in 2021</figcaption></figure>
<table><caption>Costs</caption><tr><th>Year</th><th>Cost</th><th>Note</th></tr><tr><td rowspan="2">2024</td><td>10 million</td><td>first</td></tr><tr><td colspan="2">30 million in all</td></tr></table>
<table><tr><td>another table</td></tr></table>
<pre><code>let x = 1;
\tlet y = 2;</code></pre><hr>
<p>قال العمدة إن الجسر كلف 40 مليون يورو.</p>
<p>H<sub>2</sub>O, m<sup>2</sup>, <s>old</s>, <u>under</u>, <code>code</code>, 😀</p>`;
const { doc } = importArticle({ format: 'html', content: html, title: 'The bridge' });
const article = articleText(doc);

let made = 0;
/** An anchor from the first words to the end of the others, or of the same. */
function on(words: string, until = words, about: Partial<Anchor> = {}, text = article): Anchor {
  const start = text.text.indexOf(words);
  const end = text.text.indexOf(until, start) + until.length;
  const exact = text.text.slice(start, end);
  return anchorOf(`anchor-${made++}`, text.positionAt(start), exact, { to: text.positionAt(end), ...about });
}

const judged = { verdict: 'false', verdictBy: 'maya', verdictAt: AT } as const;

function written(claims: Claim[], about: { doc?: Node; edition?: Edition; language?: string } = {}): Uint8Array {
  const { edition = 'internal', language = 'en' } = about;
  const material = materialOf([], claims, { doc: (about.doc ?? doc).toJSON(), language });
  return reportDocx(buildReport(material, edition));
}

const documentOf = (bytes: Uint8Array) => textOf(bytes, 'word/document.xml');
const commentsOf = (bytes: Uint8Array) => textOf(bytes, 'word/comments.xml');

/** The paragraphs of a comment as style and words, without its number's mark. */
function told(bytes: Uint8Array, id: number): [style: string, text: string][] {
  const comment = new RegExp(`<w:comment w:id="${id}" .*?</w:comment>`, 's').exec(commentsOf(bytes))![0];
  return [...comment.matchAll(/<w:p[ >].*?<w:pStyle w:val="(\w+)"\/>(.*?)<\/w:p>/gs)].map(([, style, runs]) => [
    style!,
    [...runs!.matchAll(/<w:tab\/>|<w:br\/>|<w:t [^>]*>(.*?)<\/w:t>/gs)]
      .map(([all, text]) => (all === '<w:tab/>' ? '\t' : all === '<w:br/>' ? '\n' : text))
      .join(''),
  ]);
}

describe('the article in a Word document', () => {
  const xml = documentOf(written([]));

  it('has the article’s words and no others', () => {
    expect(readWords(written([]), 'accepted').text).toBe(article.text);
  });

  it.each([
    [
      'headings',
      '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t xml:space="preserve">The harbour, in figures',
    ],
    ['bold words', '<w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">40 million</w:t>'],
    ['links', '<w:rPr><w:rStyle w:val="Hyperlink"/><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">told</w:t>'],
    ['line breaks', '<w:r><w:br/></w:r><w:r><w:t xml:space="preserve">Nobody was there.'],
    [
      'items',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Twelve boats',
    ],
    [
      'nested items',
      '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">three of',
    ],
    [
      'items that go on',
      '<w:pStyle w:val="ListContinue"/><w:ind w:left="425"/></w:pPr><w:r><w:t xml:space="preserve">of wood',
    ],
    ['quotes', '<w:pStyle w:val="Quote"/></w:pPr><w:r><w:t xml:space="preserve">We never paid'],
    ['images', '<w:alias w:val="A ship at the quay"/><w:tag w:val="stet-image"/>'],
    ['captions', '<w:pStyle w:val="Caption"/></w:pPr><w:r><w:t xml:space="preserve">The ship in 2021'],
    ['rows of headings', '<w:tr><w:trPr><w:tblHeader/></w:trPr>'],
    [
      'cells of several rows',
      '<w:vMerge w:val="restart"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="StetCell"/></w:pPr><w:r><w:t xml:space="preserve">2024',
    ],
    ['cells that go on', '<w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="StetFiller"/></w:pPr></w:p></w:tc>'],
    ['cells of several columns', '<w:gridSpan w:val="2"/>'],
    ['the gap between two tables', '</w:tbl><w:sdt><w:sdtPr><w:tag w:val="stet-gap"/>'],
    ['code', '<w:t xml:space="preserve">let x = 1;</w:t><w:br/><w:tab/><w:t xml:space="preserve">let y = 2;</w:t>'],
    ['rules', '<w:p><w:pPr><w:pBdr><w:bottom '],
    ['words from right to left', '<w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">قال'],
    ['lowered words', '<w:vertAlign w:val="subscript"/></w:rPr><w:t xml:space="preserve">2</w:t>'],
    ['struck words', '<w:strike/></w:rPr><w:t xml:space="preserve">old</w:t>'],
  ])('has %s', (_, expected) => {
    expect(xml).toContain(expected);
  });

  it('numbers a list from where it begins', () => {
    expect(textOf(written([]), 'word/numbering.xml')).toContain(
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>',
    );
  });

  it('links to web addresses alone, each once', () => {
    const links = [
      ...textOf(written([]), 'word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g),
    ];
    expect(links.map(([, target]) => target)).toEqual(['https://example.org/a?b=1&#38;c=2']);
  });

  it('names the languages of its words', () => {
    const lang = (language: string) =>
      /<w:rPrDefault>.*?(<w:lang [^>]*>)/s.exec(textOf(written([], { language }), 'word/styles.xml'))![1];
    expect(lang('de-CH')).toBe('<w:lang w:val="de-CH"/>');
    expect(lang('ja')).toBe('<w:lang w:val="ja" w:eastAsia="ja"/>');
    expect(lang('he')).toBe('<w:lang w:val="he" w:bidi="he"/>');
  });

  it('has no parts for comments where there are none', () => {
    expect(textOf(written([]), '[Content_Types].xml')).not.toContain('comments');
  });

  it('is the same bytes for the same state', () => {
    const bytes = () => Buffer.from(reportDocx(buildReport(madeMaterial(1000, 40), 'internal')));
    expect(bytes().equals(bytes())).toBe(true);
  });

  it('says the fingerprint, and who checked and approved it, when', () => {
    const claims = [
      claimOf('a', [on('four')], {
        ...judged,
        status: 'approved',
        approvedBy: 'jun',
        approvedAt: AT,
        approvals: [{ by: 'jun', at: AT }],
      }),
    ];
    const report = documentOf(written(claims));
    expect(report).toContain('ab'.repeat(32));
    expect(report).toContain(
      'Judged by Maya Osei, March 2, 2026 at 9:30 AM UTC. Approved by Jun Park, March 2, 2026 at 9:30 AM UTC.',
    );
  });
});

describe('a comment', () => {
  it.each([
    ['a part of a run', on('bridge cost')],
    ['several runs', on('cost 40', 'million euros')],
    ['a part of a link', on('yor told', 'a meet')],
    ['words with a break', on('March.', 'Nobody')],
    ['several paragraphs', on('in March', 'three of them')],
    ['cells', on('10 million', '30 million')],
    ['lines of code', on('x = 1', 'let y')],
    ['characters of two units', on('😀')],
    ['words from right to left', on('الجسر كلف 40')],
    ['the whole article', on('The harbour', '😀')],
  ])('stands on %s, to the character', (_, anchor) => {
    const bytes = written([claimOf('a', [anchor], judged)]);
    expect(readWords(bytes, 'rejected').comments.get(0)).toBe(anchor.current);
  });

  it('whose anchor ends between blocks stands on the words within', () => {
    const quote = on('We never paid, said the clerk.');
    const anchor = { ...quote, from: quote.from! - 2, to: quote.to! + 2 };
    const bytes = written([claimOf('a', [anchor], judged)]);
    expect(readWords(bytes, 'rejected').comments.get(0)).toBe(quote.current);
  });

  it('says what was found, in paragraphs that tell which is which', () => {
    const ledger = sourceOf('ledger', {
      url: 'https://example.org/ledger',
      publisher: 'Harbour office',
      author: 'R. Clerk',
      publishedAt: '2025-10',
      archivedUrl: 'https://archive.example.org/1',
    });
    const claim = claimOf('a', [on('The bridge', 'euros')], {
      ...judged,
      severity: 'major',
      attributedTo: 'The mayor',
      rationale: 'It was **more**.\n\n\t- see p. 12',
      correction: 'The bridge cost\n60 million euros',
      citations: [
        citationOf('k', ledger, {
          quote: 'sixty\tmillion,\nall told',
          locator: 'p. 12',
          note: 'ask',
          accessedAt: '2026-03-02T09:31:12.345Z',
        }),
        citationOf('l', sourceOf('call', { title: 'A call', kind: 'interview', confidential: true }), {
          accessedAt: null,
          stance: 'context',
        }),
      ],
    });
    const bytes = written([claim]);
    expect(told(bytes, 0)).toEqual([
      ['StetVerdict', 'Claim 1\tFalse'],
      ['StetSeverity', 'Severity\tmajor'],
      ['StetSaid', 'Said by\tThe mayor'],
      ['StetRationale', 'It was **more**.'],
      ['StetRationale', ''],
      ['StetRationale', '\t- see p. 12'],
      ['StetCorrection', 'Correction\tThe bridge cost\n60 million euros'],
      ['StetNote', 'The correction stands in the text as a tracked change.'],
      ['StetNote', 'Judged by Maya Osei, March 2, 2026 at 9:30 AM UTC. Not approved yet: open.'],
      ['StetSource', 'Source\tLedger ledger'],
      ['StetStance', 'Stance\trefutes'],
      ['StetPublisher', 'Publisher\tHarbour office'],
      ['StetConsulted', 'Consulted\t2026-03-02 09:31:12.345 UTC'],
      ['StetLocator', 'Where in the source\tp. 12'],
      ['StetQuote', 'Quote\tsixty\tmillion,\nall told'],
      ['StetNote', 'Document · R. Clerk · October 2025 · Archived copy: https://archive.example.org/1'],
      ['StetNote', 'Note: ask'],
      ['StetSource', 'Source\tA call'],
      ['StetStance', 'Stance\tcontext'],
      ['StetConfidential', 'Confidential'],
      ['StetNote', 'Interview · Not consulted yet'],
    ]);
    expect(commentsOf(bytes)).toContain('w:author="Maya Osei" w:date="2026-03-02T09:30:00Z" w:initials="MO"');
  });

  it('says which words were judged where others stand now', () => {
    const bytes = written([claimOf('a', [on('four', 'four', { exact: 'three', state: 'changed' })], judged)]);
    expect(told(bytes, 0)[1]).toEqual(['StetChanged', 'Judged as\tthree']);
  });

  it('at another place names its claim, and at a place that is gone is none', () => {
    const bytes = written([
      claimOf('a', [on('five'), anchorOf('gone', 0, 'gone words', GONE), on('four')], judged),
      claimOf('b', [anchorOf('gone too', 0, 'gone too', GONE)], judged),
    ]);
    expect([...commentsOf(bytes).matchAll(/<w:comment /g)]).toHaveLength(2);
    expect(readWords(bytes, 'rejected').comments).toEqual(
      new Map([
        [0, 'four'],
        [1, 'five'],
      ]),
    );
    expect(told(bytes, 1)).toEqual([['StetSame', 'Same as claim 1']]);
    expect(told(bytes, 0)).toContainEqual([
      'StetNote',
      'Another place of it no longer stands in the article: gone words',
    ]);
    expect(documentOf(bytes)).toContain('gone too');
  });

  it('has the threads as its replies, and is done when its claim is approved', () => {
    const later = '2026-03-02T10:00:00.000Z';
    const comments = [
      commentOf('1', 'Can **we**?\nSecond line', { author: 'Rita', resolvedAt: AT, resolvedBy: 'jun' }),
      commentOf('2', 'Another thread', { createdAt: later }),
      commentOf('3', 'Yes.', { parentId: '1', createdBy: 'tomas', createdAt: '2026-03-02T11:00:00.000Z' }),
    ];
    const bytes = written([
      claimOf('a', [on('four')], {
        ...judged,
        comments,
        status: 'approved',
        approvedBy: 'jun',
        approvedAt: AT,
        approvals: [{ by: 'jun', at: AT }],
      }),
      claimOf('b', [on('five')], judged),
    ]);
    expect([1, 2, 3].flatMap((id) => told(bytes, id))).toEqual([
      ['StetThread', 'Can **we**?'],
      ['StetThread', 'Second line'],
      ['StetResolved', 'Resolved by Jun Park, March 2, 2026 at 9:30 AM UTC'],
      ['StetReply', 'Yes.'],
      ['StetThread', 'Another thread'],
    ]);
    const extended = textOf(bytes, 'word/commentsExtended.xml').matchAll(
      /paraId="(\w+)"(?: w15:paraIdParent="(\w+)")? w15:done="(\d)"/g,
    );
    expect([...extended].map((found) => found.slice(1))).toEqual([
      ['00000001', undefined, '1'],
      ['00000002', '00000001', '1'],
      ['00000003', '00000001', '1'],
      ['00000004', '00000001', '1'],
      ['00000005', undefined, '0'],
    ]);
    expect([...commentsOf(bytes).matchAll(/w14:paraId="(\w+)"/g)].map(([, id]) => id)).toEqual([
      '00000001',
      '00000002',
      '00000003',
      '00000004',
      '00000005',
    ]);
    expect([...readWords(bytes, 'accepted').comments.values()]).toEqual(['four', 'four', 'four', 'four', 'five']);
  });

  it('holds no control character and no markup of its words', () => {
    const claim = claimOf('a', [on('four')], { ...judged, rationale: '<w:p>&\u0001 ]]>', attributedTo: '"x" <y>' });
    const xml = commentsOf(written([claim]));
    expect(xml).toContain('&#60;w:p&#62;&#38;� ]]&#62;');
    expect(xml).toContain('"x" &#60;y&#62;');
  });
});
