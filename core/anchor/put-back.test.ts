import { type Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it, vi } from 'vitest';
import { articleSchema } from '@/core/article/schema';
import { ArticleText, articleText } from '@/core/article/text';
import { articleOf } from './generated-article';
import { putBack } from './put-back';
import { quoteOf } from './quote';

const doc = articleOf('The bridge cost forty million euros. It opened.', 'The mayor came.', 'Rain fell. It opened.');
const long = 'The bridge cost forty million euros.';

/** An orphan that stood at these words of a document, the first time they come in it. */
function lost(before: Node, words: string, id = 'a') {
  const text = articleText(before);
  const start = text.text.indexOf(words);
  const [from, to] = [text.positionAt(start), text.positionAt(start + words.length)];
  return { id, lost: quoteOf(before, from, to) };
}

/** The document after edits, and which words stand where orphans came back. */
function backIn(before: Node, edit: (edit: Transform) => Transform, orphans: Parameters<typeof putBack>[2]) {
  const { doc: after, steps } = edit(new Transform(before));
  return putBack(after, steps, orphans).map(({ id, from, to }) => [id, from, articleText(after).between(from!, to!)]);
}
const put = (words: string) => articleSchema.text(words);
const without = (from: number, to: number) => new Transform(doc).delete(from, to).doc;

describe('putBack', () => {
  it.each<[string, Node, string, (edit: Transform) => Transform, unknown[]]>([
    [
      'long words pasted elsewhere',
      without(1, 37),
      long,
      (edit) => edit.insert(edit.doc.content.size - 1, put(`And: ${long}`)),
      [['a', 57, long]],
    ],
    [
      'a paragraph pasted elsewhere',
      without(0, 49),
      long,
      (edit) => edit.replace(17, 17, new Slice(doc.slice(0, 49).content, 0, 0)),
      [['a', 18, long]],
    ],
    [
      'short words with what stood beside them',
      without(38, 48),
      'It opened',
      (edit) => edit.insert(38, put('It opened.')),
      [['a', 38, 'It opened']],
    ],
    ['short words put in elsewhere', without(38, 48), 'It opened', (edit) => edit.insert(41, put('It opened.')), []],
    [
      'short words between their neighbours',
      without(1, 48),
      'forty',
      (edit) => edit.insert(1, put('The bridge cost forty million euros.')),
      [['a', 17, 'forty']],
    ],
    ['words that are typed in part', without(1, 37), long, (edit) => edit.insert(1, put(long.slice(0, 20))), []],
    [
      'words that two steps put in',
      without(1, 37),
      long,
      (edit) => edit.insert(1, put(long.slice(0, 20))).insert(21, put(long.slice(20))),
      [],
    ],
    ['other letters', without(1, 37), long, (edit) => edit.insert(1, put(long.toUpperCase())), []],
    ['words that are put in twice', without(1, 37), long, (edit) => edit.insert(1, put(`${long} Or: ${long} Or:`)), []],
    [
      'words that one step puts in and the next takes out',
      without(1, 37),
      long,
      (edit) => edit.insert(1, put(long)).delete(1, 30),
      [],
    ],
    [
      'words put in before others',
      without(1, 37),
      long,
      (edit) => edit.insert(1, put(long)).insert(1, put('Once: ')),
      [['a', 7, long]],
    ],
  ])('knows %s', (_, before, words, edit, found) => {
    expect(backIn(before, edit, [lost(doc, words)])).toEqual(found);
  });

  it('tells repeated words apart by what stands beside them', () => {
    const before = without(17, 62);
    const edit = (edit: Transform) => edit.replace(17, 17, doc.slice(17, 62));
    const orphans = [lost(doc, 'million euros. It', 'a')];
    expect(backIn(before, edit, orphans)).toEqual([['a', 23, 'million euros. It']]);
  });

  it('gives one place to no two orphans of other surroundings, but to twins', () => {
    const twin = lost(doc, long, 'b');
    const other = { id: 'c', lost: { ...twin.lost, prefix: 'So it was said: ' } };
    const edit = (edit: Transform) => edit.insert(1, put(long));
    expect(backIn(without(1, 37), edit, [lost(doc, long), twin]).map(([id]) => id)).toEqual(['a', 'b']);
    expect(backIn(without(1, 37), edit, [lost(doc, long), other])).toEqual([]);
  });

  it('reads no text for a key pressed', () => {
    const { doc: after, steps } = new Transform(without(1, 37)).insert(1, put('x'));
    const reads = vi.spyOn(ArticleText.prototype, 'offsetAt');
    expect(
      putBack(
        after,
        steps,
        [lost(doc, long)].filter(() => reads.mockClear()),
      ),
    ).toEqual([]);
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });
});
