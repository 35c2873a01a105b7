import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { article } from '@/core/anchor/generated-article';
import { articleText } from '@/core/article/text';
import { buildReport } from '../report';
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
import { reportHtml } from './report-html';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value;
const hasClass = (element: Element, name: string) => (attribute(element, 'class') ?? '').split(' ').includes(name);

/** Every element of the page that a test holds of, in the order of the page. */
function found(nodes: readonly Node[], test: (element: Element) => boolean): Element[] {
  return nodes.flatMap((node) =>
    'tagName' in node ? [...(test(node) ? [node] : []), ...found(node.childNodes, test)] : [],
  );
}

/** The text within, without the references: they are no words of the article. */
function words(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('tagName' in node) || hasClass(node, 'ref') || hasClass(node, 'sns') || hasClass(node, 'image')) return '';
  return node.childNodes.map(words).join('');
}

const page = (html: string) => parse(html).childNodes as Node[];
const section = (nodes: Node[], name: string) => found(nodes, (element) => hasClass(element, name))[0]!;

const body = ['The bridge cost 40 million. It opened in May.'];
const told = [
  claimOf('cost', [anchorOf('a', 1, 'The bridge cost 40 million.')], {
    verdict: 'false',
    verdictBy: 'maya',
    verdictAt: AT,
    severity: 'major',
    rationale: 'It cost **60 million**.',
    comments: [
      commentOf('c', 'Ask the *harbour*. <b>', { author: 'A. Writer', resolvedBy: 'jun', resolvedAt: AT }),
      commentOf('d', 'They said 60.', { parentId: 'c' }),
    ],
    citations: [
      citationOf('x', sourceOf('x', { url: 'https://example.org/x' }), { accessedAt: null }),
      citationOf('y', sourceOf('y', { title: 'Somebody in the office', confidential: true }), { note: 'Rang twice.' }),
    ],
  }),
  claimOf('gone', [anchorOf('b', 1, 'gone', GONE)], { closed: { by: 'jun', at: AT, reason: 'Cut by the desk.' } }),
];
const about = {
  byline: 'Jo Doe',
  publisher: 'The Wire',
  publishedAt: '2025-10-28',
  url: 'https://example.org/bridge',
  signedOff: { by: 'jun', at: AT, version: 4, sha256: 'ab'.repeat(32) },
};
const internal = reportHtml(buildReport(materialOf(body, told, about), 'internal'));
const published = reportHtml(buildReport(materialOf(body, told, about), 'public'));

describe('reportHtml', () => {
  it('says where the article is from, who checked it and who signed it', () => {
    for (const html of [internal, published]) {
      const head = words(section(page(html), 'dh'));
      for (const part of ['By Jo Doe · The Wire', 'The Harbour Post', 'Checked by Maya Osei', 'Signed off by Jun Park'])
        expect(head).toContain(part);
      expect(html).toContain('href="https://example.org/bridge"');
      expect(html).toContain('ab'.repeat(32));
    }
  });

  it('names the newsroom that checked it where that was another one', () => {
    const html = reportHtml(buildReport(materialOf(body, told, { newsroom: 'The Other Post' }), 'public'));
    expect(html).toContain('The Other Post');
    expect(html).not.toContain('The Harbour Post');
  });

  it('says of a source that nobody has consulted it yet', () => {
    expect(published).toContain('Not consulted yet');
  });

  it('has the comments as threads, their words as what they are', () => {
    const [thread] = found(page(internal), (element) => hasClass(element, 'th'));
    expect(words(thread!)).toMatch(/A\. Writer .*Ask the harbour\. <b>Maya Osei .*They said 60\.Resolved by Jun Park/);
    expect(found([thread!], ({ tagName }) => tagName === 'em').map(words)).toEqual(['harbour']);
  });

  it.each([
    'Ask the ',
    'Rang twice.',
    'Somebody in the office',
    'Cut by the desk.',
    'Severity',
    'version 4',
    'Internal',
  ])('has “%s” in the internal edition alone', (own) => {
    expect(internal).toContain(own);
    expect(published).not.toContain(own);
  });

  it('leads from no claim to words that are not there', () => {
    const nodes = page(internal);
    const ids = new Set(
      found(nodes, (element) => attribute(element, 'id') !== undefined).map((one) => attribute(one, 'id')),
    );
    for (const link of found(nodes, ({ tagName }) => tagName === 'a')) {
      const href = attribute(link, 'href')!;
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1));
    }
  });

  it('draws a link to anything but the web as its words', () => {
    const href = 'javascript:alert(1)';
    const text = { type: 'text', text: 'press', marks: [{ type: 'link', attrs: { href } }] };
    const doc = { type: 'doc', content: [{ type: 'paragraph', content: [text] }] };
    const html = reportHtml(buildReport(materialOf([], [], { doc }), 'public'));
    expect(html).toContain('<p dir="auto">press</p>');
    expect(html).not.toContain('javascript:');
  });

  it('gives a note beside the text no more than its beginning', () => {
    const rationale = `${'word '.repeat(100)}end.`;
    const html = reportHtml(buildReport(materialOf(body, [{ ...told[0]!, rationale }]), 'public'));
    const note = words(found(page(html), (element) => hasClass(element, 'sn'))[0]!);
    expect(note).toMatch(/word…$/);
    expect(note.length).toBeLessThan(200);
    expect(words(section(page(html), 'claims'))).toContain(rationale);
  });

  it('gives the same bytes for the same state', () => {
    const made = () => reportHtml(buildReport(madeMaterial(1000, 40), 'internal'));
    expect(made()).toBe(made());
  });

  it('draws every word of an article once, and each claim’s words under its number alone', () => {
    fc.assert(
      fc.property(article, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }), (doc, ends) => {
        const text = articleText(doc);
        const places = ends
          .map(([a, b]) => [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number])
          .filter(([start, end]) => text.text.slice(start, end).trim() !== '');
        const claims = places.map(([start, end], index) =>
          claimOf(String(index).padStart(2, '0'), [
            anchorOf(`${index}`, text.positionAt(start), text.text.slice(start, end), { to: text.positionAt(end) }),
          ]),
        );
        const report = buildReport(materialOf([], claims, { doc: doc.toJSON() }), 'public');
        const txt = section(page(reportHtml(report)), 'txt');
        const plain = (string: string) => string.replaceAll('\n', '');
        expect(plain(words(txt))).toBe(plain(text.text));
        const refs = found([txt], (element) => hasClass(element, 'ref')).map((one) => attribute(one, 'href'));
        expect(refs.toSorted()).toEqual(claims.map((_, index) => `#c${index + 1}`).toSorted());
        const ids = found([txt], (element) => attribute(element, 'id') !== undefined).map((one) =>
          attribute(one, 'id'),
        );
        expect(ids.toSorted()).toEqual(claims.map((_, index) => `t${index + 1}`).toSorted());
        if (claims.length !== 1) return;
        const marks = found([txt], (element) => hasClass(element, 'm'));
        expect(plain(marks.map(words).join(''))).toBe(plain(claims[0]!.anchors[0]!.exact));
      }),
      { numRuns: 500 },
    );
  });

  it('draws the upper underlines of what overlaps deeply, and keeps a way to each', () => {
    const claims = Array.from({ length: 12 }, (_, index) =>
      claimOf(`${10 + index}`, [anchorOf(`${index}`, 1, body[0]!)]),
    );
    const txt = section(page(reportHtml(buildReport(materialOf(body, claims), 'public'))), 'txt');
    expect(found([txt], (element) => hasClass(element, 'm'))).toHaveLength(4);
    for (let number = 1; number <= 12; number++)
      expect(found([txt], (element) => attribute(element, 'id') === `t${number}`)).toHaveLength(1);
  });
});
