import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleText } from '@/core/article/text';
import { Problem } from '@/core/problem';
import { importArticle } from './import-article';

const textOf = (content: string) => articleText(importArticle({ format: 'text', content }).doc).text;
function problemOf(input: Parameters<typeof importArticle>[0]): unknown {
  try {
    importArticle(input);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, ...error.values };
    throw error;
  }
  return 'imported';
}

describe('importArticle of plain text', () => {
  it.each([
    ['every line is a block where there are no blank lines', 'one\ntwo', 'doc(paragraph("one"), paragraph("two"))'],
    [
      'blank lines part blocks, single line ends are breaks',
      'one\ntwo\n\nthree',
      'doc(paragraph("one", hard_break, "two"), paragraph("three"))',
    ],
    ['several blank lines are one boundary', 'one\n\n\n\ntwo', 'doc(paragraph("one"), paragraph("two"))'],
    ['line ends at the very end part nothing', '\n\none\ntwo\n\n\n', 'doc(paragraph("one"), paragraph("two"))'],
    ['old line ends are line ends', 'one\r\ntwo\rthree', 'doc(paragraph("one"), paragraph("two"), paragraph("three"))'],
    [
      'a line of spaces parts blocks and stays',
      'one\n  \ntwo',
      'doc(paragraph("one"), paragraph("  "), paragraph("two"))',
    ],
    ['a byte order mark goes', '\ufeffone', 'doc(paragraph("one"))'],
    ['markup is text', '<b>one</b> *two*', 'doc(paragraph("<b>one</b> *two*"))'],
  ])('holds that %s', (_rule, content, doc) => {
    expect(importArticle({ format: 'text', content }).doc.toString()).toBe(doc);
  });

  it('keeps every character: tabs, double and no-break spaces, joiners, combining marks', () => {
    const odd = '\tdouble  space\u00a0no-break \u200bzero\u200dwidth\ufeff e\u0301 👩‍👩‍👧 \u2028 \u0085 مرحبا ';
    expect(textOf(odd)).toBe(odd);
  });

  it('is that text, character for character, with runs of line ends as one', () => {
    const piece = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/\p{Cc}/gu, '')),
      },
      fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u2003', '\u200d', '\u200f', '😀', '<p>', '# ', '\\', '&amp;'),
      { weight: 2, arbitrary: fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n \n') },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const content = `x${pieces.join('')}`;
        const expected = content.replace(/\r\n?/g, '\n').replace(/\n+/g, '\n').replace(/\n$/, '');
        const { doc } = importArticle({ format: 'text', content });
        expect(articleText(doc).text).toBe(expected);
        expect(textOf(articleText(doc).text)).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['NUL', 'one\ntw\0o', 2, 3],
    ['escape, after an emoji that counts once', '😀\u001b', 1, 2],
    ['form feed', 'a\r\nb\fc', 2, 2],
    ['half a surrogate pair', 'a\ud800', 1, 2],
    ['a noncharacter', '\uffff', 1, 1],
  ])('refuses %s and says where', (_name, content, line, column) => {
    expect(problemOf({ format: 'text', content })).toEqual({ code: 'text-control-character', line, column });
  });

  it.each(['', '   \n\t\n', '\ufeff', '\u00a0'])('refuses the empty text %j', (content) => {
    expect(problemOf({ format: 'text', content })).toEqual({ code: 'text-empty' });
  });

  it('takes 200,000 words and no more, 10 MB and no more', () => {
    expect(importArticle({ format: 'text', content: 'word '.repeat(200_000) }).words).toBe(200_000);
    expect(problemOf({ format: 'text', content: 'word '.repeat(200_001) })).toEqual({
      code: 'too-many-words',
      words: 200_001,
      limit: 200_000,
    });
    expect(problemOf({ format: 'text', content: 'é'.repeat(5 * 1024 * 1024 + 1) })).toEqual({
      code: 'too-large',
      limit: '10 MB',
    });
    expect(importArticle({ format: 'text', content: 'é'.repeat(5 * 1024 * 1024) }).words).toBe(1);
  });

  it('takes its title from the first line, shortened between words, and keeps the line', () => {
    const line =
      'The council voted on Tuesday to close the old Northgate bridge for repairs that will take at least two years';
    const { title, doc } = importArticle({ format: 'text', content: `${line}\n\nIt said so.` });
    expect(title).toBe('The council voted on Tuesday to close the old Northgate bridge for repairs that…');
    expect(articleText(doc).text).toBe(`${line}\nIt said so.`);
    expect(importArticle({ format: 'text', content: '***\nShort line\nmore' }).title).toBe('Short line');
    expect(importArticle({ format: 'text', content: '***', fileName: 'my draft.txt' }).title).toBe('my draft');
    expect(importArticle({ format: 'text', content: 'x', title: ' Given  title ' }).title).toBe('Given title');
    const japanese = importArticle({ format: 'text', content: '首相は東京で会談し、合意した。'.repeat(10) }).title;
    expect(Array.from(japanese).length).toBeLessThanOrEqual(81);
    expect(japanese.endsWith('…')).toBe(true);
  });

  it.each([
    ['The council voted on Tuesday to close the old bridge for two years.', 'en'],
    ['Der Stadtrat hat am Dienstag beschlossen, die alte Brücke zu schließen.', 'de'],
    ['Le conseil municipal a décidé mardi de fermer le vieux pont pendant deux ans.', 'fr'],
    ['首相は東京で会談し、合意した。', 'ja'],
    ['总理在北京会谈，并达成协议。', 'zh'],
    ['اجتمع رئيس الوزراء يوم الثلاثاء في العاصمة مع الوفد.', 'ar'],
    ['ראש הממשלה נפגש ביום שלישי עם המשלחת.', 'he'],
    ['12 34', 'en'],
  ])('finds the language of “%s”', (content, language) => {
    expect(importArticle({ format: 'text', content }).language).toBe(language);
  });

  it('prefers the language it is told, as a tag in its usual form', () => {
    expect(importArticle({ format: 'text', content: 'Hello there', language: 'pt_br' }).language).toBe('pt-BR');
  });
});

describe('importArticle of Markdown', () => {
  const markdown = (content: string) => importArticle({ format: 'markdown', content });

  it('reads front matter, and counts what it does not use', () => {
    const { title, language, dropped, doc } = markdown(
      '---\ntitle: "A bridge closes"\nlang: de\nlayout: x\ntags:\n  - a\n---\nText.',
    );
    expect([title, language, dropped]).toEqual(['A bridge closes', 'de', [{ kind: 'front-matter', count: 2 }]]);
    expect(doc.toString()).toBe('doc(paragraph("Text."))');
  });

  it('takes a rule at the top for a rule', () => {
    expect(markdown('---\nText\n\n---\nmore').doc.toString()).toContain('horizontal_rule');
  });

  it('takes the first top heading for the title and out of the text', () => {
    const { title, doc } = markdown('# A *bridge* closes\n\nText.\n\n# Second');
    expect(title).toBe('A bridge closes');
    expect(doc.toString()).toBe('doc(paragraph("Text."), heading("Second"))');
  });

  it('keeps the heading when the title is another, or when it is all there is', () => {
    const told = importArticle({ format: 'markdown', content: '# One\n\nText.', title: 'Two' });
    expect(told.doc.toString()).toBe('doc(heading("One"), paragraph("Text."))');
    expect(markdown('# One').doc.toString()).toBe('doc(heading("One"))');
  });

  it('keeps lists, tables, quotes, code, strikes, bare links, footnotes and task boxes', () => {
    const { doc } = markdown(
      '- a\n  1. b\n- [x] c\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n> q\n\n```\nx  y\n```\n\n~~s~~ https://example.org n[^1]  \nm\n\n[^1]: *Note*.',
    );
    expect(doc.toString()).toBe(
      'doc(bullet_list(list_item(paragraph("a"), ordered_list(list_item(paragraph("b")))), list_item(paragraph("☑ c"))), ' +
        'table(table_row(table_header(paragraph("h")), table_header(paragraph("i"))), table_row(table_cell(paragraph("1")), table_cell(paragraph("2")))), ' +
        'blockquote(paragraph("q")), code_block("x  y"), ' +
        'paragraph(strike("s"), " ", link("https://example.org"), " n", superscript("1"), hard_break, "m"), ' +
        'paragraph(superscript("1"), " ", emphasis("Note"), "."))',
    );
  });

  it('treats raw HTML as strangers’ HTML', () => {
    const { doc, dropped } = markdown(
      '<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>',
    );
    expect(doc.toString()).toBe('doc(paragraph("x"), image)');
    expect(dropped.map(({ kind }) => kind)).toEqual(['script', 'handler', 'script-link', 'picture-address']);
  });

  it.each(['[', '![', '_a_', '*a **', 'a`b``'])('keeps a flood of %s as characters, and says so', (mark) => {
    const { doc, dropped } = markdown(`${mark.repeat(100_000)}end`);
    expect(articleText(doc).text.endsWith('end')).toBe(true);
    expect(dropped).toEqual([{ kind: 'markup', count: 1 }]);
  });

  it('reads what is nested beyond all measure as text', () => {
    const { doc } = markdown(`${'>'.repeat(20_000)} deep`);
    expect(articleText(doc).text.endsWith('deep')).toBe(true);
  });
});

describe('importArticle of HTML', () => {
  const html = (content: string) => importArticle({ format: 'html', content });

  it.each([
    [
      'the headline on the page when the page’s title has more',
      '<title>Bridge closes | The Post</title><h1>Bridge closes</h1><p>x',
      'Bridge closes',
    ],
    [
      'the title made for sharing',
      '<title>Post</title><meta property="og:title" content="Bridge closes"><p>x',
      'Bridge closes',
    ],
    ['the page’s title', '<title>Bridge\n closes</title><h1>Other</h1><p>x', 'Bridge closes'],
    ['the first top heading', '<h2>Kicker</h2><h1>Bridge <i>closes</i></h1><p>x', 'Bridge closes'],
    ['the first words', '<p>Bridge closes', 'Bridge closes'],
  ])('takes %s', (_name, content, title) => {
    expect(html(content).title).toBe(title);
  });

  it('reads the language of the page', () => {
    expect(html('<html lang="EN-gb"><p>Der Stadtrat hat beschlossen').language).toBe('en-GB');
    expect(
      html('<html lang="nonsense!"><p>Der Stadtrat hat am Dienstag beschlossen, die Brücke zu schließen').language,
    ).toBe('de');
  });

  it('refuses a page without a word in it', () => {
    expect(
      problemOf({ format: 'html', content: '<script>x</script><p>&nbsp;</p><img src="https://e.org/a.png">' }),
    ).toEqual({ code: 'text-empty' });
  });
});
