import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { Tally } from '../dropped';
import { fromPage } from './from-page';
import { headlineOf } from './headline';

const address = 'https://gazette.example/news/bridge.html';
const read = (html: string) => {
  const found = fromPage(html, address, new Tally());
  found.doc.check();
  return found;
};
const textOf = (html: string) => articleText(read(html).doc).text;

const sentences = [
  'The council closed the old bridge over the Ure on Monday, after two cracks were found in its northern arch.',
  'Some 1,200 cars a day will have to go round by Masham, which is eleven miles longer, the county said.',
  'Nobody could say on Tuesday how long the work would take, nor what it would cost the town and its shops.',
  'The bridge was built in 1786, and was last repaired in the summer of 2009, when it was shut for five weeks.',
  'Shopkeepers in the market place said that they had lost a third of their trade in the first two days alone.',
];
const body = sentences.map((sentence) => `<p>${sentence}</p>`).join('');

/** A page with what surrounds an article everywhere. */
const page = (article: string, head = '') => `<!doctype html><html lang="en-GB"><head>${head}</head><body>
  <header><a href="/">The Gazette</a><nav><ul>${'<li><a href="/x">Section</a></li>'.repeat(8)}</ul></nav></header>
  <main><article>${article}</article></main>
  <aside class="related"><h3>Read on</h3><ul><li><a href="/b">Ducks win the cup</a></li></ul></aside>
  <div id="comments"><p>First! What a shame, I say, and I would know.</p></div>
  <footer><p>All rights reserved.</p></footer></body></html>`;

describe('fromPage', () => {
  it('gives the article without what stands around it', () => {
    expect(textOf(page(`<h1>The bridge closes</h1>${body}`, '<title>The bridge closes</title>'))).toBe(
      sentences.join('\n'),
    );
  });

  it('keeps what an article is made of', () => {
    const { doc } = read(
      page(`${body}<h2>Figures</h2><p>a <b>b</b><sup>1</sup></p>
        <figure><img src="/p.jpg" alt="The arch"><figcaption>The arch in May</figcaption></figure>
        <ul><li>One of two things to know</li><li>Two</li></ul><ol start="3"><li>Three</li></ol>
        <blockquote><p>We shall see.</p></blockquote><pre>a  b</pre>
        <table><caption>Cars</caption><tr><th>Year</th><th>Cars a day</th></tr><tr><td>2024</td><td>1,200</td></tr></table>
        ${body}`),
    );
    const shape = doc.children.slice(sentences.length, -sentences.length).map(String);
    expect(shape).toEqual([
      'heading("Figures")',
      'paragraph("a ", strong("b"), superscript("1"))',
      'figure(image, caption("The arch in May"))',
      'bullet_list(list_item(paragraph("One of two things to know")), list_item(paragraph("Two")))',
      'ordered_list(list_item(paragraph("Three")))',
      'blockquote(paragraph("We shall see."))',
      'code_block("a  b")',
      'table(caption("Cars"), table_row(table_header(paragraph("Year")), table_header(paragraph("Cars a day"))), table_row(table_cell(paragraph("2024")), table_cell(paragraph("1,200"))))',
    ]);
    expect(doc.child(sentences.length + 4).attrs.start).toBe(3);
  });

  it('says what the page says about itself', () => {
    const { doc, ...about } = read(
      page(
        `<h1>The bridge closes</h1>${body}`,
        `<title>The bridge closes | The Gazette</title><meta property="og:site_name" content="The Gazette">
         <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2025-10-28T09:05:00+00:00">`,
      ),
    );
    expect(about).toEqual({
      title: 'The bridge closes',
      language: 'en-GB',
      byline: 'Ann Lee',
      publisher: 'The Gazette',
      publishedAt: '2025-10-28T09:05:00Z',
    });
    expect(articleText(doc).text).toBe(sentences.join('\n'));
  });

  it.each<[string, string, string, string]>([
    ['a path', '', '/a?b#c', 'https://gazette.example/a?b#c'],
    ['a neighbour', '', 'a.html', 'https://gazette.example/news/a.html'],
    ['a place on the page', '', '#note', `${address}#note`],
    ['another host', '', '//other.example/a', 'https://other.example/a'],
    ['what the page is relative to', '<base href="/old/">', 'a.html', 'https://gazette.example/old/a.html'],
    ['a base elsewhere', '<base href="https://other.example/x/">', 'a', 'https://other.example/x/a'],
    ['a base that is none', '<base href="data:text/html,">', 'a.html', 'https://gazette.example/news/a.html'],
    ['a script', '', 'javascript:alert(1)', ''],
    ['a file', '', 'file:///etc/passwd', ''],
  ])('makes links absolute: %s', (_case, head, href, absolute) => {
    const { doc } = read(page(`${body}<p>See <a href="${href}">here</a>, if you like.</p>`, head));
    const links = new Set<string>();
    doc.descendants(({ marks }) => {
      for (const mark of marks) links.add(mark.attrs.href);
    });
    expect([...links].join()).toBe(absolute);
    expect(articleText(doc).text).toContain('See here, if you like.');
  });

  it.each([
    ['its source', 'src="/p.jpg"', 'https://gazette.example/p.jpg'],
    ['what waits behind a blank picture', 'src="/blank.gif" data-src="/p.jpg"', 'https://gazette.example/p.jpg'],
    [
      'what waits behind a placeholder',
      'src="data:image/gif;base64,R0" data-src="/p.jpg"',
      'https://gazette.example/p.jpg',
    ],
    ['the first of a set', 'srcset="p-1.jpg 1x, p-2.jpg 2x"', 'https://gazette.example/news/p-1.jpg'],
    ['nothing that is not on the web', 'src="file:///p.jpg"', ''],
  ])('takes for the address of a picture %s', (_case, attributes, src) => {
    const { doc } = read(
      page(`${body}<figure><img ${attributes} alt="The arch"><figcaption>c</figcaption></figure>${body}`),
    );
    const pictures: string[] = [];
    doc.descendants((node) => void (node.type.name === 'image' && pictures.push(node.attrs.src)));
    expect(pictures).toEqual([src]);
  });

  it.each([
    ['in the article', body, 1],
    ['in what is too short for one, once', '<p>Only a few words.</p>', 1],
  ])('counts what it leaves out %s', (_case, words, count) => {
    const tally = new Tally();
    fromPage(`<article>${words}<p>a <a href="file:///x">b</a></p></article>`, address, tally);
    expect(tally.list()).toEqual([{ kind: 'local-link', count }]);
  });

  it.each<[string, string, string]>([
    ['no paragraph', 'Only <b>a few</b> words', 'Only a few words'],
    ['nothing but a list', '<ul><li>a<li>b</ul>', 'a\nb'],
    ['nothing at all', '', ''],
    [
      'a heading that is all of it',
      `<nav><a href="/">Home</a></nav><h1>${sentences.join(' ').repeat(2)}</h1>`,
      `Home\n${sentences.join(' ').repeat(2)}`,
    ],
  ])('reads all of a page with %s', (_case, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it.each<[string, string]>([
    ['nested without end', '<div>'.repeat(50_000)],
    ['of quotes without end', '<blockquote>'.repeat(5_000)],
    ['that is deep in many places', ('<div>'.repeat(190) + '</div>'.repeat(190)).repeat(100)],
    ['of links without end', '<a href="/a">x</a>'.repeat(25_000)],
    ['with an attribute without end', `<p class="${'x '.repeat(1_000_000)}">x`],
    ['that never ends', '<plaintext>'],
    ['of comments', '<!-- x -->'.repeat(50_000)],
    ['of things with strange names', '<a"b c"=d <e>x</a"b><x:y>z</x:y>'.repeat(100)],
  ])('keeps every sentence of a page %s', (_case, trap) => {
    const text = textOf(page(`${body}${trap}<p>The last word.`));
    for (const sentence of [...sentences, 'The last word.']) expect(text).toContain(sentence);
  });

  it('keeps what stands deeper than anybody lays out a page', () => {
    const deep = '<p>The river rose again, and nobody, the mayor said, had seen it as high.</p>'.repeat(6);
    expect(textOf(`<article>${body}${body}${'<div>x, '.repeat(700)}${deep}`)).toContain('The river rose again');
  });

  it('takes names that no DOM knows for nothing but bounds of words', () => {
    const { doc } = read(page(`${body}<p>One <a"b c"=d>two</a"b> <x:y>three</x:y>, as they say.</p>`));
    expect(doc.lastChild?.toString()).toBe('paragraph("One two three, as they say.")');
  });

  it('makes a valid article of any markup at all', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div class="comment">',
        '</div>',
        '<table><tr><td>',
        '</table>',
        '<h1>',
        '</h1>',
        '<ul><li>',
        '<a href="?x">',
      ],
      ...[
        '<article>',
        '<br>',
        '<br><br>',
        '<noscript><img src=a>',
        '</noscript>',
        '<img data-src=b>',
        '<svg><p>',
        '<template>',
        '<base href=x:>',
      ],
      ...[
        '<form>',
        '<font>',
        '<iframe src=https://youtube.com/embed/x></iframe>',
        '<title>t</title>',
        '\0',
        '&#0;',
        '<body class=x>',
        sentences[0]!,
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { doc, title } = fromPage(pieces.join(''), address, new Tally());
        doc.check();
        expect(title.length).toBeLessThanOrEqual(500);
      }),
    );
  });
});

describe('headlineOf', () => {
  const about = { headline: null, socialTitle: null, pageTitle: null, headings: [], publisher: null };
  it.each<[string, Partial<Parameters<typeof headlineOf>[0]>, string]>([
    ['the linked data', { headline: 'A', socialTitle: 'B', pageTitle: 'C', headings: ['D'] }, 'A'],
    ['the title for sharing', { socialTitle: 'B', pageTitle: 'C', headings: ['D'] }, 'B'],
    ['the title of the page', { pageTitle: 'C', headings: ['D'] }, 'C'],
    ['the first heading', { headings: ['', 'D'] }, 'D'],
    ['nothing', {}, ''],
    [
      'the heading that a title begins with',
      { pageTitle: 'Town - Bridge closes - The Gazette', headings: ['Town - Bridge closes'] },
      'Town - Bridge closes',
    ],
    [
      'no heading with the name of the site',
      { pageTitle: 'The Gazette | Home', headings: ['The Gazette'], publisher: 'The Gazette' },
      'The Gazette | Home',
    ],
    [
      'a title without the name of the site',
      { socialTitle: 'Town – bridge | The Gazette', publisher: 'the gazette' },
      'Town – bridge',
    ],
    ['a title with what may be its own', { pageTitle: 'Bridge closes - again' }, 'Bridge closes - again'],
    ['a title with a hyphen', { pageTitle: 'Well-known', publisher: 'known' }, 'Well-known'],
  ])('takes %s', (_case, page, title) => {
    expect(headlineOf({ ...about, ...page } as Parameters<typeof headlineOf>[0])).toBe(title);
  });
});
