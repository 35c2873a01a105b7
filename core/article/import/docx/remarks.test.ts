import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { rationaleText, rationaleTree } from '@/core/claim/rationale';
import { Tally } from '../dropped';
import type { TrackedChanges } from '../remark';
import { fromDocx } from './from-docx';
import { escapeXml, from, p, run, style, to, type WordParts, wordDocument } from './testing/word-document';

function read(parts: WordParts, taken: TrackedChanges = 'accepted') {
  const tally = new Tally();
  const found = fromDocx(wordDocument(parts), tally, taken);
  found.doc.check();
  const text = articleText(found.doc);
  return {
    ...found,
    text: text.text,
    words: found.remarks.map(({ places }) => places.map((place) => text.between(place.from, place.to))),
    dropped: Object.fromEntries(tally.list().map(({ kind, count }) => [kind, count])),
  };
}
const comment = (id: number, inside: string, attributes = 'w:author="Ana" w:date="2025-03-01T10:00:00Z"') =>
  `<w:comment w:id="${id}" ${attributes}>${inside}</w:comment>`;
const said = (id: number, words = `Comment ${id}`) => comment(id, p(run(words)));
const line = (paraId: string, words: string) => `<w:p w14:paraId="${paraId}">${run(words)}</w:p>`;
const marked = (id: number, inside: string) => from(id) + inside + to(id);
const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
const note = (id: number, inside: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${inside}`)}</w:footnote>`;
const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A crane"/><a:graphic><a:graphicData uri="x/picture"><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';

describe('remarks of comments', () => {
  it.each<[string, string, string[]]>([
    ['a part of a run', p(run('The ') + marked(0, run('old')) + run(' bridge.')), ['old']],
    [
      'several paragraphs',
      p(run('One ') + from(0) + run('two')) + p(run('three') + to(0) + run(' four')),
      ['two\nthree'],
    ],
    [
      'cells',
      `<w:tbl><w:tr>${cell(p(run('a') + from(0) + run('b')))}${cell(p(run('c') + to(0)))}</w:tr></w:tbl>`,
      ['b\nc'],
    ],
    ['words with the space and the line end after them', p(from(0) + run('a ')) + p(to(0) + run('b')), ['a']],
    ['whole paragraphs, marked between them', from(0) + p(run('a')) + p(run('b')) + to(0) + p(run('c')), ['a\nb']],
    ['the last paragraph, marked after it', p(run('a')) + from(0) + p(run('b')) + to(0), ['b']],
    ['nothing, at a point in a sentence', p(run('One is. Two ') + marked(0, '') + run('are. Three.')), ['Two are.']],
    ['nothing, where a sentence begins', p(run('One is. ') + marked(0, '') + run('Two are.')), ['Two are.']],
    ['nothing, without a range', p(run('One is. Two are.') + to(0).replace(/^.*?\/>/, '')), ['Two are.']],
    ['a picture', p(run('One is. Two are.')) + p(marked(0, picture)) + p(run('Three.')), ['Two are.']],
    [
      'words that were deleted',
      p(
        run('One is. Two ') +
          marked(0, '<w:del w:id="9" w:author="B"><w:r><w:delText>old</w:delText></w:r></w:del>') +
          run('are.'),
      ),
      ['Two are.'],
    ],
    [
      'a row that was deleted',
      `<w:tbl><w:tr>${cell(p(run('One.')))}</w:tr><w:tr><w:trPr><w:del w:id="1" w:author="B"/></w:trPr>${cell(p(marked(0, run('Two.'))))}</w:tr></w:tbl>`,
      ['One.'],
    ],
    [
      'a list of contents',
      p(run('One.')) +
        p(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
            marked(0, run('x')) +
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
      ['One.'],
    ],
    ['ends that stand the wrong way round', p(to(0) + run('a') + from(0) + run('b')), ['a']],
  ])('are on %s', (_name, body, words) => {
    expect(read({ body, comments: said(0) }).words).toEqual([words]);
  });

  it('keep overlapping ranges apart and put threads on the same words together, in reading order', () => {
    const body = p(
      run('a ') +
        from(1) +
        from(3) +
        run('b ') +
        from(0) +
        from(2) +
        run('c') +
        to(1) +
        to(3) +
        run(' d') +
        to(0) +
        to(2),
    );
    const { words, remarks } = read({ body, comments: [0, 1, 2, 3].map((id) => said(id)).join('') });
    expect(words).toEqual([['b c'], ['c d']]);
    expect(remarks.map(({ threads }) => threads.map(({ comments }) => comments[0]!.body))).toEqual([
      ['Comment 1', 'Comment 3'],
      ['Comment 0', 'Comment 2'],
    ]);
  });

  it('are in notes, text boxes and lists too', () => {
    const body = p(run('One.') + mark(1));
    const { words } = read({ body, footnotes: note(1, run(' See ') + marked(0, run('there'))), comments: said(0) });
    expect(words).toEqual([['there']]);
  });

  it('count a comment whose place the document does not say', () => {
    expect(read({ body: p(run('a')), comments: said(7) })).toMatchObject({ remarks: [], dropped: { comment: 1 } });
  });

  it('have author, time, thread and whether it is resolved', () => {
    const { remarks } = read({
      body: p(marked(0, run('a')) + marked(1, run(' b'))),
      comments:
        comment(0, line('0000000a', 'first'), 'w:author="Ana  Lopez" w:date="2025-03-01T10:00:00"') +
        comment(1, line('0000000B', 'other'), 'w:author="" w:date="0001-01-01T00:00:00Z"') +
        comment(2, line('0000000C', 'late'), 'w:author="Bo" w:date="2025-03-03T10:00:00Z"') +
        comment(
          3,
          line('0000000D', 'early') + line('0000000E', 'and more'),
          'w:author="Cy" w:date="2025-03-02T12:00:00+02:00"',
        ),
      threads:
        '<w15:commentEx w15:paraId="0000000A" w15:done="1"/><w15:commentEx w15:paraId="0000000B" w15:done="0"/>' +
        '<w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000A"/><w15:commentEx w15:paraId="0000000E" w15:paraIdParent="0000000C"/>',
      commentIds: '<w16cid:commentId w16cid:paraId="0000000C" w16cid:durableId="11"/>',
      commentTimes: '<w16cex:commentExtensible w16cex:durableId="11" w16cex:dateUtc="2025-03-03T08:00:00Z"/>',
    });
    expect(remarks.map(({ threads }) => threads)).toEqual([
      [
        {
          resolved: true,
          comments: [
            { author: 'Ana Lopez', at: '2025-03-01T10:00:00.000Z', body: 'first' },
            { author: 'Cy', at: '2025-03-02T10:00:00.000Z', body: 'early\n\nand more' },
            { author: 'Bo', at: '2025-03-03T08:00:00.000Z', body: 'late' },
          ],
        },
      ],
      [{ resolved: false, comments: [{ author: '', at: null, body: 'other' }] }],
    ]);
  });

  it('survive threads that go in a circle', () => {
    const { remarks } = read({
      body: p(marked(0, run('a')) + marked(1, run(' b'))),
      comments: comment(0, line('0A', 'x')) + comment(1, line('0B', 'y')),
      threads:
        '<w15:commentEx w15:paraId="0A" w15:paraIdParent="0B"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>',
    });
    expect(remarks).toHaveLength(2);
  });

  it('read as they were written, whatever their signs mean in Markdown', () => {
    const words = '1. *not* _a_ list # <b> [x](y) `c` ~~d~~ a|b &amp; \\ 2024. https://example.org/a_b_c.';
    const { remarks } = read({ body: p(marked(0, run('a'))), comments: comment(0, p(run(words)) + p(run('- so'))) });
    expect(rationaleText(rationaleTree(remarks[0]!.threads[0]!.comments[0]!.body))).toBe(`${words} - so`);
  });

  it('read as they were written, property', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '**',
        '#',
        '- ',
        '1. ',
        '>',
        '`',
        '```',
        '[a]',
        '](b)',
        '<i>',
        '&lt;',
        '&#39;',
        '|',
        '~~',
        '\\',
        '===',
        '---',
        '+',
        '!',
        '[a]: b',
      ),
      fc.constantFrom('word', ' and ', '2024', 'https://example.org/a_b*c_d ', 'a@example.org', 'www.example.org '),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const words = `x ${pieces.join('')}`;
        const { remarks } = read({
          body: p(marked(0, run('a'))),
          comments: comment(0, p(run(words)) + p(run(pieces.join('')))),
        });
        const { body } = remarks[0]!.threads[0]!.comments[0]!;
        expect(rationaleText(rationaleTree(body))).toBe(`${words} ${pieces.join('')}`.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 300 },
    );
  });
});

describe('sources of remarks', () => {
  const urls = (parts: WordParts) =>
    read(parts).remarks.map(({ sources }) => sources.map(({ url, title }) => `${title} <${url}>`));

  it('are the addresses in a comment, each once, by the best title', () => {
    const body = p(marked(0, run('a')));
    const comments = comment(
      0,
      p(run('See https://example.org/a/b?x=1. And (http://www.example.com/c_(d)), www.example.net!')) +
        p(
          `<w:hyperlink r:id="l">${run('The register')}</w:hyperlink><w:hyperlink r:id="m">${run('mail')}</w:hyperlink>`,
        ),
    );
    const noteLinks = { l: 'https://example.org/a/b?x=1', m: 'mailto:a@example.org' };
    expect(urls({ body, comments, noteLinks })).toEqual([
      [
        'The register <https://example.org/a/b?x=1>',
        'example.com/c_(d) <http://www.example.com/c_(d)>',
        'example.net <https://www.example.net>',
      ],
    ]);
    const [source] = read({ body, comments, noteLinks }).remarks[0]!.sources;
    expect(source).toMatchObject({ stance: 'context', consulted: null, quote: null, locator: null, publisher: null });
  });

  it.each<[string, string, string[]]>([
    ['at its end', run('One is 5. Two are 1.4 m.') + mark(1) + run(' Three.'), ['Two are 1.4 m.']],
    ['within it', run('One. Two') + mark(1) + run(' are. Three.'), ['Two1 are.']],
    ['before its stop', run('One. Two are') + mark(1) + run('. Three.'), ['Two are1.']],
    ['at the end of a paragraph', run('One. Two are in 2019.') + mark(1), ['Two are in 2019.']],
    ['twice', run('One are 5.') + mark(1) + mark(2), ['One are 5.']],
  ])('in a note belong to the sentence that has its mark %s', (_name, inside, words) => {
    const footnotes = note(1, run(' https://example.org/1')) + note(2, run(' https://example.org/2'));
    expect(read({ body: p(inside), footnotes }).words).toEqual([words]);
  });

  it('in a note go to the comment whose words hold its mark, the shortest', () => {
    const body = p(
      from(0) + run('One ') + marked(1, run('two') + mark(1)) + run(' three.') + to(0) + run(' Four.') + mark(2),
    );
    const footnotes = note(1, run(' https://example.org/1')) + note(2, run(' nothing'));
    expect(urls({ body, footnotes, comments: said(0) + said(1) })).toEqual([
      [],
      ['example.org/1 <https://example.org/1>'],
    ]);
  });
});

describe('claims that come back', () => {
  const styles = style('StetVerdict', 'Stet Verdict');
  const field = (id: string, text: string) =>
    p(
      text
        .split('\n')
        .map((part) => run(part))
        .join('<w:r><w:br/></w:r>')
        .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">'),
      `<w:pStyle w:val="${id}"/>`,
    );
  const claim =
    field('StetVerdict', 'Claim 1, verdict\tHalf true') +
    field('StetSeverity', 'Severity\tmajor') +
    field('StetSaid', 'Said by\tThe mayor') +
    field('StetRationale', '*Why*  so') +
    field('StetRationale', '') +
    field('StetRationale', '- 1.4 m') +
    field('StetCorrection', 'Better\tone\nline') +
    field('StetNote', 'Judged by Ana') +
    p(
      `${run('Source')}<w:r><w:tab/></w:r><w:hyperlink r:id="l">${run('Register')}</w:hyperlink>`,
      '<w:pStyle w:val="StetSource"/>',
    ) +
    field('StetStance', 'Stance\trefutes') +
    field('StetPublisher', 'Publisher\tThe office') +
    field('StetConsulted', 'Consulted\t2025-03-01 10:00:00.500 UTC') +
    field('StetLocator', 'At\tp. 3') +
    field('StetQuote', 'Says\t “so”') +
    field('StetSource', 'Source\tA talk') +
    field('StetConfidential', 'Confidential') +
    field('StetSource', 'Source\tA book');

  it('with all that was said of them, in all their places', () => {
    const { remarks, words, dropped } = read({
      styles,
      noteLinks: { l: 'https://example.org/r' },
      body:
        p(run('a ') + marked(1, run('same ')) + run('b')) + p('') + p(marked(0, run('same')) + marked(4, run(' x'))),
      comments:
        comment(1, field('StetSame', 'Same claim as comment 1')) +
        comment(0, `<w:p w14:paraId="0A"/>`.slice(0, 0) + claim) +
        comment(4, field('StetOpen', 'Claim 2')),
    });
    expect(words).toEqual([['same ', 'same'], [' x']]);
    expect(dropped).toEqual({ 'confidential-source': 1 });
    const plain = { url: null, publisher: null, stance: 'context', quote: null, locator: null, consulted: null };
    expect(remarks[0]).toMatchObject({
      verdict: 'Half true',
      severity: 'major',
      attributedTo: 'The mayor',
      rationale: '*Why*  so\n\n- 1.4 m',
      correction: 'one\nline',
      threads: [],
      sources: [
        {
          url: 'https://example.org/r',
          title: 'Register',
          publisher: 'The office',
          stance: 'refutes',
          quote: ' “so”',
          locator: 'p. 3',
          consulted: '2025-03-01T10:00:00.500Z',
        },
        { ...plain, title: 'A book' },
      ],
    });
    expect(remarks[1]).toMatchObject({ verdict: null, rationale: null, correction: null, sources: [], threads: [] });
  });

  it('with their threads, and what was written in a word processor after them', () => {
    const by = (name: string) => `w:author="${name}" w:date="2025-03-01T10:00:00Z"`;
    const withId = (id: string, xml: string) => xml.replace('<w:p>', `<w:p w14:paraId="${id}">`);
    const parent = (id: string) => `<w15:commentEx w15:paraId="${id}" w15:paraIdParent="0A"/>`;
    const { remarks } = read({
      styles,
      body: p(marked(0, run('a'))),
      comments:
        comment(0, withId('0A', field('StetOpen', 'Claim 1')) + p(run('A line')), by('Ana')) +
        comment(
          1,
          withId('0B', field('StetThread', '**One**')) +
            field('StetThread', 'more') +
            field('StetResolved', 'Resolved'),
          by('Bo'),
        ) +
        comment(2, withId('0C', field('StetReply', 'Two')), by('Cy')) +
        comment(3, withId('0D', field('StetThread', 'Three')), by('Bo')) +
        comment(4, withId('0E', p(run('*Four*'))), by('Di')),
      threads: ['0B', '0C', '0D', '0E'].map(parent).join(''),
    });
    const at = '2025-03-01T10:00:00.000Z';
    expect(remarks[0]!.threads).toEqual([
      {
        resolved: true,
        comments: [
          { author: 'Bo', at, body: '**One**\nmore' },
          { author: 'Cy', at, body: 'Two' },
        ],
      },
      { resolved: false, comments: [{ author: 'Bo', at, body: 'Three' }] },
      {
        resolved: false,
        comments: [
          { author: '', at: null, body: 'A line' },
          { author: 'Di', at, body: '\\*Four\\*' },
        ],
      },
    ]);
  });

  const proposal = (inside: string) =>
    `<w:del w:id="1" w:author="Ana" w:date="2025-03-01T10:00:00Z"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2" w:author="Ana" w:date="2025-03-01T10:00:00Z">${run('new')}</w:ins>${inside}`;
  const corrected = comment(0, field('StetVerdict', 'Claim 1\tFalse') + field('StetCorrection', 'Better\tnew'));
  it.each<[string, string, string, object]>([
    [
      'comes back as a proposal on the words that it would replace',
      p(marked(0, proposal(''))),
      'old',
      { verdict: 'False', correction: 'new' },
    ],
    [
      'is done when its writer took it, and the verdict was of other words',
      p(marked(0, run('new'))),
      'new',
      { verdict: null, correction: null },
    ],
    [
      'stays proposed when its writer turned it down',
      p(marked(0, run('old'))),
      'old',
      { verdict: 'False', correction: 'new' },
    ],
  ])('with a correction that %s', (_name, body, words, remark) => {
    const found = read({ styles, body, comments: corrected });
    expect(found).toMatchObject({ words: [[words]], changes: 0 });
    expect(found.remarks[0]).toMatchObject(remark);
  });

  it('without a verdict where the words had changed before they went out', () => {
    const comments = comment(
      0,
      field('StetVerdict', 'Claim 1\tFalse') + field('StetChanged', 'Judged\twere') + field('StetRationale', 'Why'),
    );
    const { remarks } = read({ styles, body: p(marked(0, run('are'))), comments });
    expect(remarks[0]).toMatchObject({ verdict: null, rationale: 'Why' });
  });
});

describe('fromDocx', () => {
  it('reads the same text and the same words of every range, wherever the runs are cut', () => {
    const block = fc
      .array(
        fc.oneof(
          fc.constantFrom('a', 'The bridge', ' ', '.', ' is 1.4 m', 'é', '😀', '<&>', 'لا', '\u00a0', '\t'),
          fc.string({ unit: 'grapheme', maxLength: 3 }),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => `x${parts.join('').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')}`);
    const ranges = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), ranges, cuts, (blocks, wanted, cutAt) => {
        const text = blocks.join('\n');
        const places = wanted.map(([one, other]) => {
          const [start, end] = [one % text.length, other % text.length].sort((a, b) => a - b);
          return { start: whole(text, start!), end: whole(text, end!) };
        });
        const stops = new Set(cutAt.map((at) => whole(text, at % text.length)));
        for (const { start, end } of places) stops.add(start).add(end);
        const body = paragraphsOf(text, stops, places);
        const found = read({ body, comments: places.map((_, id) => said(id)).join('') });
        expect(found.text).toBe(text);
        for (const { start, end } of places) {
          const words = text.slice(start, end).trim();
          if (words !== '') expect(found.words).toContainEqual([words]);
        }
        expect(found.remarks.flatMap(({ threads }) => threads)).toHaveLength(places.length);
      }),
      { numRuns: 200 },
    );
  });
});

/** An offset that does not part a character of two units. */
function whole(text: string, offset: number): number {
  return /[\ud800-\udbff]/.test(text[offset - 1] ?? '') ? offset - 1 : offset;
}

function paragraphsOf(
  text: string,
  stops: ReadonlySet<number>,
  places: readonly { start: number; end: number }[],
): string {
  const marks = (at: number) =>
    places.map(({ start }, id) => (start === at ? from(id) : '')).join('') +
    places.map(({ end }, id) => (end === at ? to(id) : '')).join('');
  let body = '';
  let inside = '';
  let from_ = 0;
  const flush = (at: number) => {
    if (at > from_)
      inside += `<w:r><w:t xml:space="preserve">${escapeXml(text.slice(from_, at)).replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')}</w:t></w:r>`;
    from_ = at;
  };
  for (let at = 0; at <= text.length; at++) {
    if (stops.has(at)) {
      flush(at);
      inside += marks(at);
    }
    if (at < text.length && text[at] !== '\n') continue;
    flush(at);
    body += p(inside);
    inside = '';
    from_ = at + 1;
  }
  return body;
}
