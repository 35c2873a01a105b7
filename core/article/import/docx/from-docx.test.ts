import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { Tally } from '../dropped';
import type { TrackedChanges } from '../remark';
import { fromDocx } from './from-docx';
import { p, run, style, type WordParts, wordDocument } from './testing/word-document';

function read(parts: WordParts, taken: TrackedChanges = 'accepted') {
  const tally = new Tally();
  const found = fromDocx(wordDocument(parts), tally, taken);
  found.doc.check();
  return {
    ...found,
    shape: found.doc.toString().slice(4, -1),
    text: articleText(found.doc).text,
    dropped: Object.fromEntries(tally.list().map(({ kind, count }) => [kind, count])),
  };
}

const lists =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
const item = (text: string, list: number, level = 0) =>
  p(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const based = (name: string) => `<w:basedOn w:val="${name}"/>`;
const styles =
  style('Titel', 'Title') +
  style('berschrift2', 'heading 2') +
  style('Own', 'Section of ours', `${based('berschrift2')}<w:pPr/>`) +
  style('Out', 'Our outline', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
  style('Ring', 'Ring', based('Ring2')) +
  style('Ring2', 'Ring 2', based('Ring')) +
  style('Q', 'Intense Quote') +
  style('Src', 'HTML Preformatted') +
  style('Cap', 'caption') +
  style('Cont', 'List Continue') +
  style('Hid', 'Secret', '<w:rPr><w:vanish/></w:rPr>') +
  '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:styleId="Mono"><w:name w:val="HTML Code"/></w:style>';
const styled = (id: string, text: string) => p(run(text), `<w:pStyle w:val="${id}"/>`);
const cell = (inside: string, properties = '') =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside}</w:tc>`;
const row = (inside: string, properties = '') =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${inside}</w:tr>`;
const picture = (alt: string) =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:link="out"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const box = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="b"/><a:graphic><a:graphicData uri="u"><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const control = (properties: string, inside: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

describe('fromDocx, blocks', () => {
  it.each<[string, string, string]>([
    [
      'paragraphs, the empty ones between them left out',
      p(run('a')) + p('') + p(run(' ')) + p(run('b')),
      'paragraph("a"), paragraph("b")',
    ],
    ['a paragraph in the style of a title', styled('Titel', 'a'), 'heading("a")'],
    [
      'a paragraph that says its outline level',
      p(run('a'), '<w:outlineLvl w:val="0"/>') + p(run('b'), '<w:outlineLvl w:val="9"/>'),
      'heading("a"), paragraph("b")',
    ],
    ['styles in a circle', styled('Ring', 'a'), 'paragraph("a")'],
    [
      'quoted paragraphs that follow each other',
      styled('Q', 'a') + styled('Q', 'b') + p(run('c')),
      'blockquote(paragraph("a"), paragraph("b")), paragraph("c")',
    ],
    [
      'lines of code',
      styled('Src', 'a  b') + styled('Src', '') + styled('Src', ' c') + styled('Src', ''),
      'code_block("a  b\\n\\n c")',
    ],
    [
      'nested items',
      item('a', 1) + item('b', 1, 1) + item('c', 1),
      'bullet_list(list_item(paragraph("a"), bullet_list(list_item(paragraph("b")))), list_item(paragraph("c")))',
    ],
    [
      'an item that goes on',
      item('a', 1) + styled('Cont', 'more') + item('b', 1),
      'bullet_list(list_item(paragraph("a"), paragraph("more")), list_item(paragraph("b")))',
    ],
    ['a list that is not there', item('a', 0) + item('b', 77), 'paragraph("a"), paragraph("b")'],
    [
      'a rule',
      p('', '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>') + p(run('a')),
      'horizontal_rule, paragraph("a")',
    ],
    ['a picture in the middle of a sentence', p(run('a ') + picture('A crane') + run('b')), 'paragraph("a b"), image'],
    ['a picture and its caption', p(picture('A')) + styled('Cap', 'b'), 'figure(image, caption("b"))'],
    [
      'a caption above a table',
      `${styled('Cap', 'b')}<w:tbl>${row(cell(p(run('c'))))}</w:tbl>`,
      'table(caption("b"), table_row(table_cell(paragraph("c"))))',
    ],
    ['a caption of nothing', styled('Cap', 'b') + p(run('c')), 'paragraph("b"), paragraph("c")'],
    [
      'a text box, once',
      p(run('a ') + box(p(run('in the box')) + p(run('second'))) + run('b')),
      'paragraph("a b"), paragraph("in the box"), paragraph("second")',
    ],
    [
      'a control around blocks and one in a line',
      control('', p(run('a')) + p(control('', run('b')) + run('c'))),
      'paragraph("a"), paragraph("bc")',
    ],
    [
      'a control that nobody has filled in',
      p(run('a') + control('<w:showingPlcHdr/>', run('Click here'))),
      'paragraph("a")',
    ],
    ["pages of Stet's own", control('<w:tag w:val="stet-report"/>', p(run('Report'))) + p(run('a')), 'paragraph("a")'],
    [
      'a list of contents',
      control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', p(run('Contents'))) +
        p(run('a')),
      'paragraph("a")',
    ],
    ['nothing at all', '', 'paragraph'],
  ])('reads %s', (_name, body, shape) => {
    expect(read({ body, styles, numbering: lists }).shape).toBe(shape);
  });

  it('takes the level of a heading from its style, whatever its name and the ones that it stands on', () => {
    const body = ['berschrift2', 'Own', 'Out', 'Überschrift 4'].map((id) => styled(id, id)).join('');
    const { doc } = read({ body, styles: styles + style('Überschrift 4', 'Überschrift 4') });
    expect(doc.children.map(({ type, attrs }) => `${type.name} ${attrs.level}`)).toEqual([
      'heading 2',
      'heading 2',
      'heading 3',
      'heading 4',
    ]);
  });

  it('counts items as Word does: on after an interruption, anew where a list says so', () => {
    const body =
      item('a', 2) + item('x', 2, 1) + p(run('between')) + item('b', 2) + p(run('and')) + item('c', 3) + item('d', 3);
    const { doc } = read({ body, numbering: lists });
    const starts: unknown[] = [];
    doc.descendants((node) => {
      if (node.type.name === 'ordered_list') starts.push([node.attrs.start, node.childCount]);
    });
    expect(starts).toEqual([
      [3, 1],
      [1, 1],
      [4, 1],
      [1, 2],
    ]);
  });

  it.each<[string, string, string]>([
    [
      'heads of columns and wide cells',
      row(cell(p(run('a')), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>') + row(cell(p(run('b'))) + cell(p(run('c')))),
      'th2x1:a | td1x1:b td1x1:c',
    ],
    [
      'cells over several rows',
      row(cell(p(run('a')), '<w:vMerge w:val="restart"/>') + cell(p(run('b')))) +
        row(cell(p(''), '<w:vMerge/>') + cell(p(run('c')))),
      'td1x2:a td1x1:b | td1x1:c',
    ],
    [
      'a row of which nothing is left',
      row(cell(p(run('a')), '<w:vMerge w:val="restart"/>')) + row(cell(p(''), '<w:vMerge/>')) + row(cell(p(run('c')))),
      'td1x1:a | td1x1:c',
    ],
    [
      'words that a merge hides',
      row(cell(p(run('a')), '<w:vMerge w:val="restart"/>') + cell(p(run('b')))) +
        row(cell(p(run('x')), '<w:vMerge/>') + cell(p(run('c')))),
      'td1x2:ax td1x1:b | td1x1:c',
    ],
    [
      'old merges to the left',
      row(cell(p(run('a')), '<w:hMerge w:val="restart"/>') + cell(p(''), '<w:hMerge/>') + cell(p(run('b')))),
      'td2x1:a td1x1:b',
    ],
    ['a table in a cell', row(cell(`<w:tbl>${row(cell(p(run('a'))))}</w:tbl>${p('')}`)), 'td1x1:a'],
    ['a cell wider than any', row(cell(p(run('a')), '<w:gridSpan w:val="999999999"/>')), 'td1000x1:a'],
  ])('reads a table with %s', (_name, rows, grid) => {
    const table = read({ body: `<w:tbl>${rows}</w:tbl>` }).doc.firstChild!;
    const told = table.children.map((one) =>
      one.children
        .map(
          ({ type, attrs, textContent }) =>
            `${type.name === 'table_header' ? 'th' : 'td'}${attrs.colspan}x${attrs.rowspan}:${textContent}`,
        )
        .join(' '),
    );
    expect(told.join(' | ')).toBe(grid);
  });

  it('flattens tables that stand too deep in one another, and keeps their words', () => {
    const nest = (depth: number): string =>
      depth === 0 ? p(run('deep')) : `<w:tbl>${row(cell(nest(depth - 1)))}</w:tbl>${p('')}`;
    const { text, dropped } = read({ body: nest(60) });
    expect(text).toBe('deep');
    expect(dropped).toEqual({ nesting: 48 });
  });
});

describe('fromDocx, words', () => {
  it.each<[string, string, string]>([
    [
      'white space at the ends of a text only where it says so',
      '<w:r><w:t> a </w:t><w:t xml:space="preserve"> b </w:t></w:r>',
      '"a b "',
    ],
    ['line ends in a text as spaces', '<w:r><w:t>a\nb</w:t></w:r>', '"a b"'],
    [
      'tabs, breaks and hyphens',
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:cr/><w:t>f</w:t></w:r>',
      '"a\\tb", hard_break, "c\u2011d\u00ade", hard_break, "f"',
    ],
    [
      'the end of a page between words, and where none follow',
      '<w:r><w:br w:type="page"/><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t><w:br w:type="page"/></w:r>',
      '"a", hard_break, "b"',
    ],
    [
      'a sentence that its program cut into pieces',
      run('a') +
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/>' +
        run('b') +
        `<w:smartTag>${run('c')}</w:smartTag>`,
      '"abc"',
    ],
    [
      'marks',
      run('a', '<w:b/>') +
        run('b', '<w:i/>') +
        run('c', '<w:u w:val="single"/>') +
        run('d', '<w:strike/>') +
        run('e', '<w:vertAlign w:val="superscript"/>') +
        run('f', '<w:vertAlign w:val="subscript"/>') +
        run('g', '<w:rStyle w:val="Mono"/>'),
      'strong("a"), emphasis("b"), underline("c"), strike("d"), superscript("e"), subscript("f"), code("g")',
    ],
    [
      'marks that are switched off',
      run('a', '<w:rStyle w:val="Strong"/>') +
        run('b', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>') +
        run('c', '<w:u w:val="none"/><w:b w:val="false"/>'),
      'strong("a"), "bc"',
    ],
    ['bold right-to-left words', run('א', '<w:rtl/><w:bCs/>') + run('ב', '<w:rtl/><w:b/>'), 'strong("א"), "ב"'],
    ['hidden words not', run('a') + run('b', '<w:vanish/>') + run('c'), '"ac"'],
    ['a link', `<w:hyperlink r:id="web">${run('a', '<w:rStyle w:val="Link"/>')}</w:hyperlink>`, 'link("a")'],
    [
      'links that lead elsewhere',
      `<w:hyperlink r:id="mail">${run('a')}</w:hyperlink><w:hyperlink r:id="js">${run('b')}</w:hyperlink><w:hyperlink w:anchor="x">${run('c')}</w:hyperlink>`,
      '"abc"',
    ],
    [
      'a field that is a link',
      sign('begin') +
        code(' HYPERLINK "https://example.org/a" \\l "b" ') +
        sign('separate') +
        run('a') +
        sign('end') +
        run('b'),
      'link("a"), "b"',
    ],
    ['the result of a field', sign('begin') + code(' PAGEREF x ') + sign('separate') + run('7') + sign('end'), '"7"'],
    [
      'a field in the code of another',
      sign('begin') +
        code('IF ') +
        sign('begin') +
        code('DATE') +
        sign('separate') +
        run('today') +
        sign('end') +
        sign('separate') +
        run('yes') +
        sign('end'),
      '"yes"',
    ],
    ['a field that never ends', run('a') + sign('begin') + code('X') + run('b'), '"ab"'],
    [
      'a simple field',
      `<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/&quot; ">${run('a')}</w:fldSimple>`,
      'link("a")',
    ],
    [
      'readings above characters in brackets after them',
      '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>かん</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '"漢(かん)"',
    ],
    [
      'the characters of a formula',
      '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>',
      '"x", superscript("2"), "1/3"',
    ],
    [
      'symbols',
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Own" w:char="F041"/><w:sym w:font="Arial" w:char="20AC"/></w:r>',
      '"≥✔\ufffd€"',
    ],
    ['signs of XML and characters beyond it', run('<a> & "b" 😀 \u00a0\u200d'), '"<a> & \\"b\\" 😀 \u00a0\u200d"'],
  ])('reads %s', (_name, inside, shape) => {
    const links = { web: 'https://example.org/?a=1&b=2', mail: 'mailto:a@example.org', js: 'javascript:alert(1)' };
    expect(read({ body: p(inside), styles, links }).shape).toBe(`paragraph(${shape})`);
  });

  it('reads an address with its place in the page', () => {
    const body = p(`<w:hyperlink r:id="web" w:anchor="part">${run('a')}</w:hyperlink>`);
    const { doc } = read({ body, links: { web: 'https://example.org/?a=1&b=2' } });
    expect(doc.firstChild!.firstChild!.marks[0]!.attrs.href).toBe('https://example.org/?a=1&b=2#part');
  });

  it('reads UTF-16, other prefixes and strict documents', () => {
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Grüße</x:t></x:r></x:p></x:body></x:document>';
    const bytes = new Uint8Array(2 + xml.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, true);
    for (const [index, letter] of Array.from(xml).entries()) view.setUint16(2 + index * 2, letter.charCodeAt(0), true);
    expect(read({ body: '', files: { 'word/document.xml': bytes } }).text).toBe('Grüße');
  });

  it('counts what it leaves out', () => {
    const body =
      p(`${run('a') + run('b', '<w:vanish/>') + run('c', '<w:vanish/>') + picture('x')}<w:r><w:object/></w:r>`) +
      p(`<w:hyperlink r:id="js">${run('d')}</w:hyperlink><w:hyperlink w:anchor="y">${run('e')}</w:hyperlink>`) +
      p('<w:r><w:sym w:font="Own" w:char="F041"/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>') +
      p(sign('begin') + code(' TOC \\o "1-3" ') + sign('separate') + run('One')) +
      p(run('Two') + sign('end')) +
      '<w:altChunk r:id="z"/><w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>';
    const { dropped, text } = read({ body, header: p(run('Draft 3')), links: { js: 'javascript:x' } });
    expect(text).toBe('a\nde\n\ufffdx');
    expect(dropped).toEqual({
      'script-link': 1,
      'local-link': 1,
      'hidden-text': 1,
      picture: 1,
      embedded: 2,
      formula: 1,
      symbol: 1,
      'contents-list': 1,
      'header-footer': 1,
    });
  });
});

describe('fromDocx, notes', () => {
  const note = (id: number, inside: string, kind = 'footnote') =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${inside}`)}</w:${kind}>`;
  const mark = (id: number, kind = 'footnote', own = '') => `<w:r><w:${kind}Reference${own} w:id="${id}"/></w:r>`;

  it('puts them at the end under their numbers, footnotes first', () => {
    const { shape } = read({
      body: p(run('a') + mark(5) + run(' b') + mark(3, 'endnote')) + p(run('c') + mark(2)),
      footnotes:
        `<w:footnote w:type="separator" w:id="-1">${p(run('----'))}</w:footnote>` +
        note(2, run(' two')) +
        note(5, run('one')) +
        note(9, run('nobody refers to this')),
      endnotes: note(3, run(' at the end')),
    });
    expect(shape).toBe(
      'paragraph("a", superscript("1"), " b", superscript("i")), paragraph("c", superscript("2")), ' +
        'paragraph(superscript("1"), " one"), paragraph(superscript("2"), " two"), paragraph(superscript("i"), " at the end")',
    );
  });

  it('numbers them as the document says, and keeps marks of the writer’s own', () => {
    const { text } = read({
      body:
        p(run('a') + mark(1, 'footnote', ' w:customMarkFollows="1"') + run('§') + run(' b') + mark(2)) +
        p(run('c') + mark(1, 'endnote')),
      footnotes: `<w:footnote w:id="1">${p(run('§ own'))}</w:footnote>${note(2, run(' first'))}`,
      endnotes: note(1, run(' last')),
      settings:
        '<w:footnotePr><w:numFmt w:val="upperRoman"/></w:footnotePr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
    });
    expect(text).toBe('a§ bI\nc1\n§ own\nI first\n1 last');
  });
});

describe('fromDocx, tracked changes', () => {
  const by = 'w:author="Ana" w:date="2025-03-01T10:00:00Z"';
  const ins = (inside: string, who = by) => `<w:ins w:id="1" ${who}>${inside}</w:ins>`;
  const del = (text: string, who = by) =>
    `<w:del w:id="2" ${who}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
  const end = (kind: string) => `<w:rPr><w:${kind} w:id="3" ${by}/></w:rPr>`;
  it.each<[string, string, string, string, number]>([
    ['words', p(run('The ') + del('old') + ins(run('new')) + run(' bridge')), 'The new bridge', 'The old bridge', 2],
    ['one insertion in several runs', p(ins(run('a')) + ins(run('b', '<w:b/>')) + run('c')), 'abc', 'c', 1],
    [
      'an insertion that was deleted again',
      p(`${run('a')}<w:ins w:id="4" ${by}>${del('b', 'w:author="Bo" w:date="2025-03-02T10:00:00Z"')}</w:ins>`),
      'a',
      'a',
      1,
    ],
    [
      'a paragraph end that was deleted',
      p(run('One'), end('del')) + p(run(' two')) + p(run('three')),
      'One two\nthree',
      'One\n two\nthree',
      1,
    ],
    ['a paragraph end that was inserted', p(run('One'), end('ins')) + p(run('two')), 'One\ntwo', 'Onetwo', 1],
    ['a whole paragraph that was deleted', p(run('a')) + p(del('b'), end('del')) + p(run('c')), 'a\nc', 'a\nb\nc', 1],
    ['an end before a table', `${p(run('a'), end('del'))}<w:tbl>${row(cell(p(run('b'))))}</w:tbl>`, 'a\nb', 'a\nb', 1],
    [
      'words that moved',
      p(
        `<w:moveFromRangeStart w:id="7" w:name="m"/><w:moveFrom w:id="8" ${by}>${run('x')}</w:moveFrom><w:moveFromRangeEnd w:id="7"/>` +
          run('a'),
      ) + p(`${run('b')}<w:moveTo w:id="9" ${by}>${run('x')}</w:moveTo>`),
      'a\nbx',
      'xa\nb',
      1,
    ],
    [
      'rows',
      `<w:tbl>${row(cell(p(run('a'))))}${row(cell(p(ins(run('b')))), `<w:ins w:id="1" ${by}/>`)}${row(cell(p(run('c'))), `<w:del w:id="1" w:author="Bo"/>`)}</w:tbl>`,
      'a\nb',
      'a\nc',
      2,
    ],
    ['formats, which are none', p(run('a', `<w:b/><w:rPrChange w:id="1" ${by}><w:rPr/></w:rPrChange>`)), 'a', 'a', 0],
    [
      'a deleted link field',
      p(
        `<w:del w:id="1" ${by}>${sign('begin')}${code('HYPERLINK "https://example.org"')}${sign('separate')}</w:del>` +
          run('a'),
      ),
      'a',
      'a',
      0,
    ],
  ])('takes %s as accepted or as they were', (_name, body, accepted, original, changes) => {
    expect(read({ body })).toMatchObject({ text: accepted, changes });
    expect(read({ body }, 'original')).toMatchObject({ text: original, changes });
  });
});

describe('fromDocx, about the document', () => {
  const core = (title: string, creator: string) => `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator>`;
  it.each<[string, WordParts, string, string | null]>([
    [
      'the styled title',
      { body: styled('Titel', 'The  Bridge'), styles, core: core('Old template', 'Ana Lopez') },
      'The Bridge',
      'Ana Lopez',
    ],
    [
      'its properties',
      { body: p(run('a')), core: core('The Bridge', 'Dr. Ana Lopez, Bo Ek') },
      'The Bridge',
      'Dr. Ana Lopez, Bo Ek',
    ],
    [
      'the first heading, where its properties say what programs say',
      {
        body: styled('H', 'Bridges'),
        styles: style('H', 'heading 1'),
        core: core('Microsoft Word - Document1.docx', 'Microsoft Office User'),
      },
      'Bridges',
      null,
    ],
    ['nothing', { body: p(run('a')), core: core('Untitled', 'alopez') }, '', null],
  ])('takes title and byline from %s', (_name, parts, title, byline) => {
    expect(read(parts)).toMatchObject({ title, byline });
  });

  const german = 'Der Stadtrat hat am Dienstag beschlossen, die alte Brücke für zwei Jahre zu schließen. '.repeat(4);
  const defaults = (tag: string) =>
    `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${tag}"/></w:rPr></w:rPrDefault></w:docDefaults>`;
  it.each<[string, WordParts, string | null]>([
    [
      'most of its words',
      { body: p(run(german, '<w:lang w:val="de-AT"/>') + run('Hello', '<w:lang w:val="en-GB"/>')) },
      'de-AT',
    ],
    ['its defaults, when the words look like it', { body: p(run(german)), styles: defaults('de-CH') }, 'de-CH'],
    ['nothing that the words speak against', { body: p(run(german)), styles: defaults('en-US') }, null],
    [
      'its properties, likewise',
      { body: p(run(german)), styles: defaults('en-US'), core: '<dc:language>de-DE</dc:language>' },
      'de-DE',
    ],
    ['its defaults, when the words are few', { body: p(run('Brücke zu')), styles: defaults('en-US') }, 'en-US'],
    [
      'right-to-left words',
      { body: p(run('مرحبا بالعالم', '<w:rtl/><w:lang w:val="en-US" w:bidi="ar-EG"/>')) },
      'ar-EG',
    ],
  ])('takes the language from %s', (_name, parts, language) => {
    expect(read(parts).language).toBe(language);
  });
});
