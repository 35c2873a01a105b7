import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AddMarkStep, AttrStep, ReplaceAroundStep, ReplaceStep, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { applySteps, readSteps } from './apply-steps';
import { ARTICLE_WORDS } from './article';
import { articleSchema } from './schema';
import { articleText } from './text';

const { nodes, marks } = articleSchema;
const doc = articleOf('Ten men saw nine boats.', 'It rained.');
const slice = (...content: Node[]) => new Slice(Fragment.from(content), 0, 0);
const put = (...content: Node[]) => new ReplaceStep(5, 5, slice(...content)).toJSON();
const putBlock = (...content: Node[]) => new ReplaceStep(0, 0, slice(...content)).toJSON();
const linked = (href: string) => articleSchema.text('here', [marks.link.create({ href })]);
const quotes = (depth: number) => {
  let node = nodes.paragraph.create();
  for (let at = 0; at < depth; at++) node = nodes.blockquote.create(null, node);
  return node;
};
const words = (text: string) => ({ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text }] } });
const headingOf = (level: number) => ({ content: [{ type: 'heading', attrs: { level } }] });
const heading = nodes.doc.create(null, nodes.heading.create(null, articleSchema.text('Boats')));
const list = nodes.doc.create(
  null,
  nodes.bullet_list.create(null, nodes.list_item.create(null, nodes.paragraph.create(null, articleSchema.text('One')))),
);

describe('what is no step', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a type that nobody knows', { stepType: 'explode' }],
    ['a step that changes the whole document’s attributes', { stepType: 'docAttr', attr: 'x', value: 1 }],
    ['a mark on nodes', { stepType: 'addNodeMark', pos: 0, mark: { type: 'strong' } }],
    ['positions that are no numbers', { stepType: 'replace', from: '1', to: 2 }],
    ['a node that the schema lacks', { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'script' }] } }],
    ['a mark that the schema lacks', { stepType: 'addMark', from: 1, to: 2, mark: { type: 'blink' } }],
    ['an empty text', { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '' }] } }],
    ['a link to no words', { stepType: 'addMark', from: 1, to: 2, mark: { type: 'link', attrs: { href: 7 } } }],
    ['from after to before', { stepType: 'replace', from: 9, to: 2 }],
    ['a mark from after to before', { stepType: 'addMark', from: 9, to: 2, mark: { type: 'strong' } }],
    ['half a position', { stepType: 'replace', from: 1.5, to: 2 }],
    ['before the beginning', { stepType: 'replace', from: -1, to: 2 }],
    ['a slice that is open by less than nothing', { ...words('x'), slice: { ...words('x').slice, openStart: -1 } }],
    ['a slice that is open deeper than it goes', { ...words('x'), slice: { ...words('x').slice, openEnd: 1 } }],
    [
      'a gap outside of what is replaced',
      { stepType: 'replaceAround', from: 5, to: 9, gapFrom: 1, gapTo: 12, insert: 0 },
    ],
    ['a gap with nowhere to go', { stepType: 'replaceAround', from: 0, to: 9, gapFrom: 1, gapTo: 8, insert: 5 }],
    ['a heading of level 9', { stepType: 'replace', from: 0, to: 0, slice: headingOf(9) }],
    ['a heading of level 1.5', { stepType: 'replace', from: 0, to: 0, slice: headingOf(1.5) }],
  ])('is refused: %s', (_, step) => {
    expect(() => readSteps([step])).toThrow(
      expect.objectContaining({ code: 'step-impossible', values: { number: 1 } }),
    );
  });

  it('is counted among the steps', () => {
    expect(() => readSteps([put(articleSchema.text('x')), { stepType: 'no' }])).toThrow(
      expect.objectContaining({ values: { number: 2 } }),
    );
  });
});

describe('steps from a stranger', () => {
  it.each<[string, unknown, string, Node?]>([
    ['a javascript link', put(linked('javascript:alert(1)')), 'step-impossible'],
    ['a data link', put(linked('data:text/html,x')), 'step-impossible'],
    ['a link with a line feed in it', put(linked('https://example.org/\nx')), 'step-impossible'],
    [
      'a javascript link put on words',
      new AddMarkStep(1, 4, marks.link.create({ href: 'javascript:alert(1)' })).toJSON(),
      'step-impossible',
    ],
    [
      'a javascript link in a block',
      putBlock(nodes.paragraph.create(null, linked('javascript:alert(1)'))),
      'step-impossible',
    ],
    [
      'a picture from no web address',
      putBlock(nodes.figure.create(null, nodes.image.create({ src: 'file:///etc/passwd' }))),
      'step-impossible',
    ],
    ['a control character', put(articleSchema.text('a\u0000b')), 'text-control-character-typed'],
    ['half a surrogate pair', put(articleSchema.text('\ud83d')), 'text-control-character-typed'],
    [
      'a control character in what a picture shows',
      putBlock(nodes.figure.create(null, nodes.image.create({ alt: '\u0001' }))),
      'text-control-character-typed',
    ],
    ['a step past the end', new ReplaceStep(900, 901, Slice.empty).toJSON(), 'step-impossible'],
    ['a paragraph in a paragraph', put(nodes.paragraph.create()), 'step-impossible'],
    ['a list item on its own', putBlock(nodes.list_item.create(null, nodes.paragraph.create())), 'step-impossible'],
    ['a list without an item', putBlock(nodes.bullet_list.create()), 'step-impossible'],
    ['an empty article', new ReplaceStep(0, doc.content.size, Slice.empty).toJSON(), 'step-impossible'],
    [
      'bold code',
      putBlock(nodes.code_block.create(null, articleSchema.text('x', [marks.strong.create()]))),
      'step-impossible',
    ],
    ['quotes nested without end', putBlock(quotes(80)), 'step-impossible'],
    [
      'one more quote around what is deep already',
      new ReplaceAroundStep(0, 122, 0, 122, slice(nodes.blockquote.create()), 1).toJSON(),
      'step-impossible',
      nodes.doc.create(null, quotes(60)),
    ],
    ['a heading made level 9', new AttrStep(0, 'level', 9).toJSON(), 'step-impossible', heading],
    ['a heading made level “1 onclick”', new AttrStep(0, 'level', '1 onclick').toJSON(), 'step-impossible', heading],
    ['an item taken out of its list', new ReplaceStep(1, 8, Slice.empty).toJSON(), 'step-impossible', list],
    [
      'more words than an article may have',
      putBlock(...articleOf('word '.repeat(ARTICLE_WORDS + 1)).children),
      'too-many-words',
    ],
  ])('may not bring in %s', (_, step, code, before = doc) => {
    const as = before.toJSON();
    expect(() => applySteps(before, readSteps([step]))).toThrow(expect.objectContaining({ code }));
    expect(before.toJSON()).toEqual(as);
  });

  it('counts the words of a long article again once it grew enough, and lets one at the limit shrink', () => {
    const full = articleOf('word '.repeat(ARTICLE_WORDS - 2));
    const more = applySteps(full, new Transform(full).insert(1, articleSchema.text('one two ')).steps);
    const tooMany = new Transform(more).insert(1, articleSchema.text('three ')).steps;
    expect(() => applySteps(more, tooMany)).toThrow(
      expect.objectContaining({ code: 'too-many-words', values: { words: ARTICLE_WORDS + 1, limit: ARTICLE_WORDS } }),
    );
    expect(applySteps(more, new Transform(more).delete(1, 5).steps).content.size).toBe(more.content.size - 4);
  });

  it('refuses a step between good ones, saying which', () => {
    const good = put(articleSchema.text('x'));
    expect(() => applySteps(doc, readSteps([good, put(linked('javascript:0')), good]))).toThrow(
      expect.objectContaining({ code: 'step-impossible', values: { number: 2 } }),
    );
  });

  it('apply in order, and leave the document before as it was', () => {
    const { steps } = new Transform(doc)
      .insert(5, articleSchema.text('old '))
      .split(9)
      .addMark(1, 4, marks.link.create({ href: 'https://example.org/' }))
      .join(10);
    const after = applySteps(doc, readSteps(steps.map((step) => step.toJSON())));
    expect(articleText(after).text).toBe('Ten old men saw nine boats.\nIt rained.');
    expect(articleText(doc).text).toBe('Ten men saw nine boats.\nIt rained.');
  });
});
