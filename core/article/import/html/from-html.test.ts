import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { forbiddenCharacter, isWebAddress } from '@/core/record';
import { Tally } from '../dropped';
import { fromHtml } from './from-html';

function read(html: string): { doc: Node; shape: string; dropped: Record<string, number> } {
  const tally = new Tally();
  const { doc } = fromHtml(html, tally);
  doc.check();
  const shape = doc.toString().slice(4, -1);
  return { doc, shape, dropped: Object.fromEntries(tally.list().map(({ kind, count }) => [kind, count])) };
}

describe('fromHtml', () => {
  it.each([
    ['white space collapses', '<p> a \n b<b> c </b> d </p>', 'paragraph("a b", strong(" c "), "d")'],
    ['a no-break space stays', '<p>a&nbsp; b</p>', 'paragraph("a\u00a0 b")'],
    ['code keeps its white space', '<pre>\n a\n  b\n</pre>', 'code_block(" a\\n  b")'],
    [
      'words outside blocks get a paragraph',
      'a <b>b</b><p>c</p>d',
      'paragraph("a ", strong("b")), paragraph("c"), paragraph("d")',
    ],
    [
      'blocks inside inline markup keep it',
      '<b><p>a</p><p>b</p></b>',
      'paragraph(strong("a")), paragraph(strong("b"))',
    ],
    ['divisions are boundaries', '<div>a<div>b</div>c</div>', 'paragraph("a"), paragraph("b"), paragraph("c")'],
    ['a break is a break', '<p>a<br>b<br></p>', 'paragraph("a", hard_break, "b")'],
    ['two breaks are a new paragraph', '<p>a<br><br>b</p>', 'paragraph("a"), paragraph("b")'],
    ['headings keep their level and lines', '<h3>a<br><br>b</h3>', 'heading("a", hard_break, "b")'],
    ['empty blocks go', '<p></p><p>&nbsp;</p><h2> </h2><ul><li></li></ul><p>a', 'paragraph("a")'],
    [
      'lists nest',
      '<ul><li>a<ol><li>b</ol><li>c</ul>',
      'bullet_list(list_item(paragraph("a"), ordered_list(list_item(paragraph("b")))), list_item(paragraph("c")))',
    ],
    [
      'a list right in a list belongs to the item before',
      '<ul><li>a</li><ul><li>b</li></ul></ul>',
      'bullet_list(list_item(paragraph("a"), bullet_list(list_item(paragraph("b")))))',
    ],
    [
      'items without a list get one',
      '<li>a</li><li>b</li>',
      'bullet_list(list_item(paragraph("a")), list_item(paragraph("b")))',
    ],
    ['terms and definitions are paragraphs', '<dl><dt>a<dd>b</dl>', 'paragraph(strong("a")), paragraph("b")'],
    ['quotes hold blocks', '<blockquote>a<p>b</blockquote>', 'blockquote(paragraph("a"), paragraph("b"))'],
    ['short quotes get their marks', '<p>He said <q>go</q>.', 'paragraph("He said “go”.")'],
    [
      'marks',
      '<p><em>a</em><u>b</u><s>c</s><code>d</code><sup>e</sup><sub>f</sub><ins>g</ins><del>h</del>',
      'paragraph(emphasis("a"), underline("b"), strike("c"), code("d"), superscript("e"), subscript("f"), underline("g"), strike("h"))',
    ],
    ['details open', '<details><summary>a</summary>b</details>', 'paragraph(strong("a")), paragraph("b")'],
    [
      'readings above characters stand in brackets',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>',
      'paragraph("漢(かん)")',
    ],
    [
      'tables with captions and wide cells',
      '<table><caption>c</caption><tr><th colspan=2>a</th></tr><tr><td>b<td></table>',
      'table(caption("c"), table_row(table_header(paragraph("a"))), table_row(table_cell(paragraph("b")), table_cell(paragraph)))',
    ],
    [
      'tables in tables',
      '<table><tr><td><table><tr><td>a</table></table>',
      'table(table_row(table_cell(table(table_row(table_cell(paragraph("a")))))))',
    ],
    [
      'words that stand wrongly in a table come before it',
      '<table>x<tr><td>a</table>',
      'paragraph("x"), table(table_row(table_cell(paragraph("a"))))',
    ],
    [
      'a figure holds its picture and caption',
      '<figure><img src="https://e.org/a.png" alt="A"><figcaption><p>b</p><p>c</p></figcaption></figure>',
      'figure(image, caption("b", hard_break, "c"))',
    ],
    [
      'a caption first',
      '<figure><figcaption>b</figcaption><img src="https://e.org/a.png"></figure>',
      'figure(image, caption("b"))',
    ],
    [
      'a figure of a table gives it the caption',
      '<figure><table><tr><td>a</table><figcaption>b</figcaption></figure>',
      'table(caption("b"), table_row(table_cell(paragraph("a"))))',
    ],
    [
      'a figure of other things',
      '<figure><blockquote>a</blockquote><figcaption>b</figcaption></figure>',
      'blockquote(paragraph("a")), figure(caption("b"))',
    ],
    [
      'several pictures under one caption',
      '<figure><img src="https://e.org/a.png"><img src="https://e.org/b.png"><figcaption>c</figcaption></figure>',
      'image, figure(image, caption("c"))',
    ],
    [
      'a picture in a sentence waits for its end',
      '<p>a <img src="https://e.org/a.png"> b</p><p>c',
      'paragraph("a b"), image, paragraph("c")',
    ],
    ['a picture of an emoji is that emoji', '<p>a <img class="emoji" alt="😀" src="x.png"></p>', 'paragraph("a 😀")'],
    ['a rule', 'a<hr>b', 'paragraph("a"), horizontal_rule, paragraph("b")'],
    ['structure in a heading becomes its lines', '<h2>a<ul><li>b</ul></h2>', 'heading("a", hard_break, "b")'],
    ['entities', '<p>&lt;b&gt; &amp;amp; &eacute; &#x1F600;', 'paragraph("<b> &amp; é 😀")'],
    ['right-to-left text', '<p dir=rtl>مرحبا <b>بكم</b></p>', 'paragraph("مرحبا ", strong("بكم"))'],
  ])('holds that %s', (_rule, html, shape) => {
    expect(read(html).shape.replaceAll('\n', '\\n')).toBe(shape);
  });

  it('keeps numbers that lists start at and the spans of cells', () => {
    const { doc } = read(
      '<ol start=5><li>a</ol><table><tr><td colspan=3 rowspan=2>b<td colspan=99999>c<td colspan=-1>d</table>',
    );
    expect(doc.firstChild?.attrs).toEqual({ start: 5 });
    const cells = doc
      .child(1)
      .child(0)
      .children.map(({ attrs }) => attrs);
    expect(cells).toEqual([
      { colspan: 3, rowspan: 2 },
      { colspan: 1000, rowspan: 1 },
      { colspan: 1, rowspan: 1 },
    ]);
  });

  it('keeps where pictures came from only when that is the web, and always what they show', () => {
    const { doc, dropped } = read(
      '<img src="https://e.org/a.png" alt="A\n cat"><img src="data:image/png;base64,AA" alt="B"><img src="a.png"><img src="https://t.example/p.gif" width=1 height=1>',
    );
    expect(doc.children.map(({ attrs }) => attrs)).toEqual([
      { src: 'https://e.org/a.png', alt: 'A cat' },
      { src: '', alt: 'B' },
      { src: '', alt: '' },
    ]);
    expect(dropped).toEqual({ 'picture-address': 2, 'tracking-picture': 1 });
  });

  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    [' HTTP://example.org ', 'HTTP://example.org'],
    ['//example.org/a', 'https://example.org/a'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['javascript:alert(1)', null],
    [' java\tscript:alert(1)', null],
    ['&#106;avascript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['vbscript:x', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['mailto:a@example.org', null],
    ['/relative', null],
    ['#note', null],
    ['https://', null],
  ])('links to %j become %j, with their words', (href, kept) => {
    const { doc } = read(`<p><a href="${href}">words</a>`);
    expect(doc.textContent).toBe('words');
    expect(doc.firstChild?.firstChild?.marks[0]?.attrs.href ?? null).toBe(kept);
  });

  it('leaves out what acts, draws or asks, and counts it by kind', () => {
    const { shape, dropped } = read(`
      <style>p{color:red}</style><link rel=stylesheet href=x.css><base href="https://evil.example/">
      <script>alert(1)</script><svg onload="alert(1)"><text>drawn</text><script>2</script></svg><canvas>c</canvas>
      <iframe src="https://evil.example">f</iframe><object data=x>o</object><embed src=x>
      <form action="https://evil.example" onsubmit=steal()>Your name <input value=secret><button>Send</button><select><option>1</select></form>
      <video src=x>v</video><audio></audio><template><p>t</template><noscript>n</noscript><!-- editor: check this --><!--[if mso]>x<![endif]-->
      <p hidden>h</p><p style="DISPLAY : none">h</p><math><mi>x</mi></math>
      <p onclick="alert(1)" ONMOUSEOVER=alert(1)>kept <a href="javascript:alert(1)">words</a> <a href=#x>here</a>&#1;</p>`);
    expect(shape).toBe('paragraph("Your name"), paragraph("x"), paragraph("kept words here")');
    expect(dropped).toEqual({
      script: 1,
      handler: 4,
      'script-link': 1,
      'local-link': 1,
      style: 2,
      drawing: 2,
      frame: 3,
      form: 1,
      control: 3,
      media: 2,
      'hidden-text': 3,
      template: 1,
      comment: 1,
      'control-character': 1,
      markup: 1,
    });
  });

  it('reads what Google Docs puts on the clipboard', () => {
    const { shape, dropped } = read(
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">Plain  and </span><span style="font-weight:700;white-space:pre-wrap;">bold</span><span style="font-style:italic;font-weight:400;"> slanted</span></p><br /><ul><li dir="ltr" aria-level="1"><p role="presentation"><span>item</span></p></li></ul><p><a href="https://e.org" style="text-decoration:none;"><span style="text-decoration:underline;">link</span></a></p></b>',
    );
    expect(shape).toBe(
      'paragraph("Plain  and ", strong("bold"), emphasis(" slanted")), bullet_list(list_item(paragraph("item"))), paragraph(link("link"))',
    );
    expect(dropped).toEqual({});
  });

  it('reads what Word puts on the clipboard', () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
    const { shape } = read(
      `<html xmlns:o="urn:x"><head><!--[if gte mso 9]><xml></xml><![endif]--></head><body lang=EN-GB><!--StartFragment--><p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=EN-GB>Bold</span></b><span> and\nplain</span><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>${item(1, '·', 'one')}${item(2, '1.', 'two')}${item(2, '2.', 'three')}${item(1, '·', 'four')}<p class=MsoNormal>End<o:p></o:p></p><!--EndFragment--></body></html>`,
    );
    expect(shape).toBe(
      'paragraph(strong("Bold"), " and plain"), bullet_list(list_item(paragraph("one"), ordered_list(list_item(paragraph("two")), list_item(paragraph("three")))), list_item(paragraph("four"))), paragraph("End")',
    );
  });

  it.each([
    ['divisions', '<div>', 50_000],
    ['quotes', '<blockquote>', 50_000],
    ['lists', '<ul><li>a', 20_000],
    ['tables', '<table><tr><td>', 10_000],
    ['bold', '<b>', 50_000],
    ['different formats', '<b><i><u><font color=red>', 5_000],
    ['headings and lists', '<h1><ul><li>', 10_000],
    ['figures', '<figure><figcaption>a', 10_000],
    ['templates', '<template>', 20_000],
    ['drawings', '<svg><g>', 20_000],
  ])(
    'reads %s nested without end, and stays shallow',
    (_name, open, times) => {
      const { doc } = read(`<p>start${open.repeat(times)}end`);
      let deepest = 0;
      doc.descendants((_node, pos) => {
        deepest = Math.max(deepest, doc.resolve(pos).depth);
      });
      expect(deepest).toBeLessThan(80);
      expect(doc.textContent.startsWith('start')).toBe(true);
    },
    20_000,
  );

  it('makes a valid, harmless article of any markup at all, with its words in order', () => {
    const tags =
      'p div b i a ul ol li table tr td th caption tbody figure figcaption img h1 h2 pre blockquote br hr span dl dt dd details summary svg math form input select option q ruby rt sup button template style section center font o:p body html head title'.split(
        ' ',
      );
    const attributes = fc.constantFrom(
      '',
      ' href="javascript:x"',
      ' href="https://e.org/?a=<b>"',
      ' onclick=x',
      ' style="font-weight:bold;display:block"',
      ' style="white-space:pre-wrap"',
      ' style="mso-list:l0 level3 lfo1"',
      ' src=data:x',
      ' src="https://e.org/i.png" alt="A"',
      ' colspan=0 rowspan=70000',
      ' start=-3',
      ' class="emoji"',
      ' hidden',
    );
    const piece = fc.oneof(
      fc.tuple(fc.constantFrom(...tags), attributes).map(([tag, attribute]) => `<${tag}${attribute}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constantFrom(
        'one',
        ' two ',
        '\n',
        '\t',
        '&nbsp;',
        '&#0;',
        '&#x1b;',
        '<',
        '<!--',
        '-->',
        '<![CDATA[x]]>',
        '😀',
        'é',
        '</',
        '>',
        '"',
        "'",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { doc } = read(pieces.join(''));
        doc.descendants((node) => {
          for (const mark of node.marks)
            if (mark.type.name === 'link') expect(isWebAddress(mark.attrs.href)).toBe(true);
          if (node.type.name === 'image' && node.attrs.src !== '') expect(isWebAddress(node.attrs.src)).toBe(true);
        });
        expect(forbiddenCharacter(articleText(doc).text)).toBe(-1);
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('keeps the visible words of plain paragraphs in their order', () => {
    const words = fc.array(
      fc.constantFrom(
        'alpha',
        'beta',
        'gamma',
        '<b>delta</b>',
        '<a href="#x">eps</a>',
        '<br>',
        '<span>zeta</span>',
        '</p><p>',
        '<div>eta</div>',
        '<ul><li>theta</li></ul>',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, (pieces) => {
        const expected = pieces
          .join(' ')
          .replace(/<[^>]*>/g, ' ')
          .split(/\s+/)
          .filter(Boolean);
        expect(
          articleText(read(`<p>${pieces.join(' ')}</p>`).doc)
            .text.split(/\s+/)
            .filter(Boolean),
        ).toEqual(expected);
      }),
    );
  });
});
