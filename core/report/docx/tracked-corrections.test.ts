import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { importArticle } from '@/core/article/import/import-article';
import { articleText } from '@/core/article/text';
import type { Anchor, Claim } from '@/core/claim/claim';
import { buildReport } from '../report';
import { AT, anchorOf, claimOf, materialOf } from '../tables/made-report';
import { reportDocx } from './report-docx';
import { readWords, textOf } from './testing/read-words';

const doc = articleOf('The bridge cost 40 million euros. It opened in May.', 'Nobody was there.\nNot one.');
const text = articleText(doc);

function on(words: string, about: Partial<Anchor> = {}): Anchor {
  const start = text.text.indexOf(words);
  const [from, to] = [text.positionAt(start), text.positionAt(start + words.length)];
  return anchorOf(words, from, words, { to, ...about });
}

function correct(words: string, correction: string, about: Partial<Claim> = {}, anchor: Partial<Anchor> = {}): Claim {
  return claimOf(`${words} ${correction}`, [on(words, anchor)], {
    correction,
    verdict: 'false',
    verdictBy: 'tomas',
    verdictAt: AT,
    ...about,
  });
}

function written(claims: Claim[], of = doc): Uint8Array {
  return reportDocx(buildReport(materialOf([], claims, { doc: of.toJSON() }), 'internal'));
}

/** What is put in and taken away, in the order of the document. */
function changes(bytes: Uint8Array): string[] {
  const found = textOf(bytes, 'word/document.xml').matchAll(/<w:(ins|del) [^>]*>(.*?)<\/w:\1>/gs);
  return [...found].map(([, kind, runs]) => {
    const words = runs!.replaceAll('<w:br/>', '\n').replace(/<[^>]*>/g, '');
    return `${kind === 'ins' ? '+' : '-'}${words}`;
  });
}

const notes = (bytes: Uint8Array) =>
  [...textOf(bytes, 'word/comments.xml').matchAll(/"StetNote"\/><\/w:pPr><w:r><w:t [^>]*>([^<]*)/g)].map(
    ([, note]) => note,
  );

describe('a correction in a Word document', () => {
  it.each([
    ['takes one word for another', 'cost 40 million', 'cost 60 million', ['-40', '+60']],
    ['puts words in', 'opened in May', 'opened late in May', ['+late ']],
    ['puts words in at the end', 'in May', 'in May 2021', ['+ 2021']],
    ['puts words in at the beginning', 'euros', 'old euros', ['+old ']],
    ['takes words away', 'cost 40 million euros', 'cost euros', ['-40 million ']],
    ['takes all words away', 'It opened in May.', '', ['-It opened in May.']],
    ['puts lines in', 'Not one.', 'Not one.\nNone.', ['+\nNone.']],
    ['takes a line end away', 'there.\nNot', 'there. Not', ['-\n', '+ ']],
  ])('%s', (_, words, correction, expected) => {
    const bytes = written([correct(words, correction)]);
    expect(changes(bytes)).toEqual(expected);
    expect(readWords(bytes, 'rejected').text).toBe(text.text);
    expect(readWords(bytes, 'accepted').text).toBe(text.text.replace(words, correction));
    expect(readWords(bytes, 'accepted').comments.get(0)).toBe(correction);
  });

  it('bears the name and the time of who judged it, as its comment does', () => {
    const bytes = written([correct('40', '60')]);
    expect(textOf(bytes, 'word/document.xml')).toContain(
      '<w:del w:id="0" w:author="Tomás Rey" w:date="2026-03-02T09:30:00Z">',
    );
    expect(textOf(bytes, 'word/comments.xml')).toContain('w:author="Tomás Rey" w:date="2026-03-02T09:30:00Z"');
  });

  it('keeps the look of the words that it replaces, and stays in their link', () => {
    const html = '<p>It cost <a href="https://example.org/"><b>40</b> million</a> euros.</p>';
    const linked = importArticle({ format: 'html', content: html }).doc;
    const anchor = anchorOf('a', 9, '40 million euros');
    const xml = textOf(
      written([claimOf('a', [anchor], { correction: '60 million pounds' })], linked),
      'word/document.xml',
    );
    const link = /<w:hyperlink .*?<\/w:hyperlink>/s.exec(xml)![0];
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:rPr>.{0,80}<\/w:rPr><w:delText [^>]*>40</);
    expect(link).toMatch(
      /<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="Hyperlink"\/><w:b\/><w:bCs\/><\/w:rPr><w:t [^>]*>60</,
    );
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*>pounds</);
  });

  it('looks as the first of the words that it replaces', () => {
    const html = '<p>It cost <i>40</i><b> million</b> euros.</p>';
    const mixed = importArticle({ format: 'html', content: html }).doc;
    const claim = claimOf('a', [anchorOf('a', 9, '40 million')], { correction: 'sixty' });
    expect(textOf(written([claim], mixed), 'word/document.xml')).toMatch(
      /<w:ins [^>]*><w:r><w:rPr><w:i\/><w:iCs\/><\/w:rPr><w:t [^>]*>sixty</,
    );
  });

  it.each<[string, Claim[], string[], string]>([
    [
      'share a letter with one before',
      [correct('cost 40', 'cost 60'), correct('0 million', '1 million')],
      ['-4', '-0', '+60'],
      'Another correction is tracked in these words: this one has to be made by hand.',
    ],
    [
      'overlap one before',
      [correct('cost 40 million', 'cost 60 million'), correct('million euros', 'million pounds')],
      ['-40', '+60'],
      'Another correction is tracked in these words: this one has to be made by hand.',
    ],
    [
      'go over the end of a paragraph',
      [correct('in May.\nNobody', 'in June.\nNobody')],
      [],
      'The correction goes over more than one paragraph: it has to be made by hand.',
    ],
    [
      'are of words that have changed',
      [correct('40', '60', {}, { exact: '30', state: 'changed' })],
      [],
      'The words have changed since the correction was proposed: it is not in the text.',
    ],
    ['say what stands there', [correct('40', '40')], [], 'The words read so already.'],
  ])('is in its comment alone where its words %s', (_, claims, expected, note) => {
    const bytes = written(claims);
    expect(changes(bytes)).toEqual(expected);
    expect(notes(bytes)).toContain(note);
  });

  it('stands beside another that ends where it begins', () => {
    const bytes = written([correct('cost', 'costs'), correct(' 40', ' 60'), correct(' million', ' thousand')]);
    expect(readWords(bytes, 'accepted').text).toBe(text.text.replace('cost 40 million', 'costs 60 thousand'));
    expect([...readWords(bytes, 'accepted').comments.values()]).toEqual(['costs', ' 60', ' thousand']);
  });

  it('is made at every place of its claim', () => {
    const twice = articleOf('Some 40 came.', 'Again, 40 came.');
    const anchors = [anchorOf('b', 23, '40'), anchorOf('a', 6, '40')];
    const bytes = written([claimOf('a', anchors, { correction: '41' })], twice);
    expect(readWords(bytes, 'accepted').text).toBe('Some 41 came.\nAgain, 41 came.');
  });
});
