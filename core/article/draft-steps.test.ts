import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { ReplaceStep, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { article, articleOf } from '@/core/anchor/generated-article';
import { draftSteps } from './draft-steps';
import { articleSchema } from './schema';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

const { nodes, marks } = articleSchema;
const boats = 'The fleet of Vik has shrunk to nine boats since 1998.';
const record = 'The harbour handled 41,000 containers last year, a record.';
const mayor = 'Nobody doubts the mayor’s word, except for the auditors.';

const text = (words: string) => articleSchema.text(words);
const strong = (words: string) => articleSchema.text(words, [marks.strong.create()]);
const p = (...content: Node[]) => nodes.paragraph.create(null, content);
const doc = (...blocks: Node[]) => nodes.doc.createChecked(null, blocks);
const list = (...items: string[]) =>
  nodes.bullet_list.create(
    null,
    items.map((words) => nodes.list_item.create(null, p(text(words)))),
  );
const table = (...rows: string[][]) =>
  nodes.table.create(
    null,
    rows.map((cells) =>
      nodes.table_row.create(
        null,
        cells.map((words) => nodes.table_cell.create(null, p(text(words)))),
      ),
    ),
  );
const figure = (src: string, caption: string) =>
  nodes.figure.create(null, [nodes.image.create({ src }), nodes.caption.create(null, text(caption))]);

/** Applies the steps, expects the new draft, and tells each as what it takes out and what it puts in. */
function told(before: Node, after: Node): string[] {
  let now = before;
  const steps = draftSteps(before, after).map((step) => {
    expect(step).toBeInstanceOf(ReplaceStep);
    const { from, to, slice } = step as ReplaceStep;
    const out = now.textBetween(from, to, '|', ' ');
    now = step.apply(now).doc!;
    return `${out} > ${slice.content.textBetween(0, slice.content.size, '|', ' ')}`;
  });
  now.check();
  expect(now.eq(after)).toBe(true);
  return steps;
}

/** An article with some of its words marked. */
const marked = fc
  .tuple(article, fc.array(fc.tuple(fc.nat(200), fc.nat(8)), { maxLength: 4 }))
  .map(([plain, wanted]) => {
    const edit = new Transform(plain);
    const { size } = plain.content;
    for (const [at, length] of wanted)
      edit.addMark(
        at % size,
        Math.min(size, (at % size) + length),
        (length % 2 ? marks.strong : marks.emphasis).create(),
      );
    return edit.doc;
  });

describe('draftSteps', () => {
  it.each<[string, Node, Node, string[]]>([
    ['an equal draft', articleOf(boats, record), articleOf(boats, record), []],
    ['a paragraph put in', articleOf(boats, mayor), articleOf(boats, record, mayor), [` > ${record}`]],
    ['a paragraph put in first', articleOf(boats), articleOf(record, boats), [` > ${record}`]],
    ['a paragraph taken out', articleOf(boats, record, mayor), articleOf(boats, mayor), [`${record} > `]],
    ['a number changed', articleOf(boats, record), articleOf(boats, record.replace('41', '43')), ['1 > 3']],
    ['a word put in twice', articleOf('So so.', boats), articleOf('So so so.', boats), [' >  so']],
    ['half of a pair of surrogates', articleOf(`${boats} 😀`), articleOf(`${boats} 😁`), ['😀 > 😁']],
    [
      'two paragraphs changed with one between',
      articleOf(boats, mayor, record),
      articleOf(boats.replace('nine', 'ten'), mayor, record.replace('last', 'this')),
      ['last > this', 'nine > ten'],
    ],
    ['a paragraph written anew', articleOf(boats, mayor), articleOf(record, mayor), [`${boats} > ${record}`]],
    [
      'a paragraph moved down',
      articleOf(boats, record, mayor),
      articleOf(record, mayor, boats),
      [` > ${boats}`, `${boats} > `],
    ],
    [
      'a word made strong',
      doc(p(text(boats))),
      doc(p(text('The '), strong('fleet'), text(boats.slice(9)))),
      ['fleet > fleet'],
    ],
    [
      'a paragraph made a heading',
      doc(p(text(boats))),
      doc(nodes.heading.create({ level: 2 }, text(boats))),
      [`${boats} > ${boats}`],
    ],
    ['an item of a list', doc(list(boats, record)), doc(list(boats, record.replace('41', '43'))), ['1 > 3']],
    ['an item put in', doc(list(boats, record)), doc(list(boats, mayor, record)), [` > ${mayor}`]],
    [
      'a cell of a table',
      doc(table(['Vik', '9 boats'], ['Sund', '12 boats'])),
      doc(table(['Vik', '8 boats'], ['Sund', '12 boats'])),
      ['9 > 8'],
    ],
    ['another picture', doc(figure('a.png', boats)), doc(figure('b.png', boats)), ['  >  ']],
    ['a line broken', articleOf(boats), articleOf(boats.replace('nine ', 'nine\n')), ['  >  ']],
    ['all of it', articleOf(boats), articleOf(mayor, record), [`${boats} > ${mayor}|${record}`]],
    ['empty paragraphs', articleOf('', boats, '', ''), articleOf('', '', boats, ''), [' > ', ' > ']],
  ])('changes no more than is needed: %s', (_, before, after, steps) => {
    expect(told(before, after)).toEqual(steps);
  });

  it('leads from any article to any other', patient, () => {
    fc.assert(
      fc.property(marked, marked, (before, after) => {
        told(before, after);
      }),
      { numRuns: 500 },
    );
  });

  it('leads to what was made of the blocks of an article, and takes no step to itself', patient, () => {
    const changes = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('drop', 'repeat', 'first', 'swap')), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(marked, marked, changes, (before, other, wanted) => {
        const blocks = [...before.children];
        for (const [where, how] of wanted) {
          const at = where % blocks.length;
          if (how === 'drop' && blocks.length > 1) blocks.splice(at, 1);
          else if (how === 'repeat') blocks.push(blocks[at]!);
          else if (how === 'first') blocks.unshift(other.child(where % other.childCount));
          else if (how === 'swap') blocks[at] = other.child(where % other.childCount);
        }
        told(before, doc(...blocks));
        expect(told(before, nodes.doc.create(null, before.content))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
