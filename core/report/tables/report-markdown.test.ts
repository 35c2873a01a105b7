import fc from 'fast-check';
import { marked } from 'marked';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { character } from '@/core/anchor/generated-article';
import { buildReport } from '../report';
import { AT, anchorOf, citationOf, claimOf, commentOf, GONE, madeMaterial, materialOf, sourceOf } from './made-report';
import { markdownAddress, markdownText } from './markdown/markdown-text';
import { rationaleMarkdown } from './markdown/rationale-markdown';
import { reportMarkdown } from './report-markdown';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What another program draws of the Markdown. */
function drawn(markdown: string): Node[] {
  return parseFragment(marked.parse(markdown, { gfm: true, async: false })).childNodes;
}

function all(nodes: readonly Node[], tag: string): Node[] {
  return nodes.flatMap((node) => [
    ...(node.nodeName === tag ? [node] : []),
    ...('childNodes' in node ? all(node.childNodes, tag) : []),
  ]);
}

/** The words that a reader sees; a `<br>` is a line end. */
function seen(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(seen).join('') : '';
}

/** The names of every element but those given. */
function elements(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node.tagName, ...elements(node.childNodes)] : []));
}

const signs = fc.constantFrom(
  ...'\\`*_{}[]<>()#+-.!|~&:;=@"\'/$^'.split(''),
  '\n',
  '\t',
  '\r',
  '  ',
  '1.',
  '---',
  '```',
  '&amp;',
  '&#42;',
  '<br>',
  '<script>',
  'http://a.example',
  'www.a.example',
  'a@b.example',
  'mailto:',
  '[x](y)',
  '![x](y)',
  '[^1]',
  '[x]: y',
  '\u2028',
  '\u00a0',
  '\ufeff',
);
const typed = fc.array(fc.oneof(character, signs), { maxLength: 12 }).map((parts) => parts.join(''));

describe('markdownText', () => {
  it.each([
    ['a pipe', 'a | b', 'a \\| b'],
    ['emphasis', '*a* _b_', '\\*a\\* \\_b\\_'],
    ['a link', '[a](b)', '\\[a\\](b)'],
    ['HTML', '<b>', '\\<b>'],
    ['a reference', '&amp; & R&D', '\\&amp; & R\\&D'],
    ['a heading', '# a #1', '\\# a #1'],
    ['a list', '1. a', '1\\. a'],
    ['an address', 'https://a.example www.b.example', 'https\\://a.example www\\.b.example'],
    ['lines', 'a\nb', 'a<br>b'],
    ['spaces at the ends', ' a ', '&#32;a&#32;'],
    [
      'nothing special',
      'It cost $40 million (in 2019), she said: "No."',
      'It cost $40 million (in 2019), she said: "No."',
    ],
  ])('%s', (_name, words, markdown) => {
    expect(markdownText(words)).toBe(markdown);
  });

  it.each([
    ['a cell of a table', (words: string) => `| a |\n| --- |\n| ${markdownText(words)} |`, 'td', ['br']],
    ['a paragraph', (words: string) => `${markdownText(words)}\n\nmore`, 'p', ['br']],
    ['a quote', (words: string) => `> ${markdownText(words)}`, 'p', ['br']],
    ['an item of a list', (words: string) => `- x: ${markdownText(words)}`, 'li', ['br']],
  ] as const)('reads in %s as it was typed, and is nothing but words', (_name, written, tag, may) => {
    fc.assert(
      fc.property(
        typed.filter((words) => words.trim() !== ''),
        (words) => {
          const found = all(drawn(written(words)), tag)[0]!;
          expect(seen(found).replace(/^x: /, '')).toBe(words.replace(/\r\n?/g, '\n'));
          expect(elements('childNodes' in found ? found.childNodes : [])).toEqual(
            elements('childNodes' in found ? found.childNodes : []).filter((name) =>
              (may as readonly string[]).includes(name),
            ),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('markdownAddress', () => {
  it.each([
    ['a plain one', 'https://a.example/b', 'https://a.example/b'],
    ['one with signs', 'https://a.example/(b)_c*?d=[e]&copy=1#f', 'https://a.example/(b)_c*?d=%5Be%5D&copy=1#f'],
    ['one with a pipe and brackets', 'https://a.example/?q=a|b<c>`d`', 'https://a.example/?q=a%7Cb%3Cc%3E%60d%60'],
  ])('leads where %s leads', (_name, address, href) => {
    const cell = drawn(`| a |\n| --- |\n| [b](${markdownAddress(address)}) |`);
    const [link] = all(cell, 'a') as DefaultTreeAdapterTypes.Element[];
    expect(new URL(link!.attrs.find(({ name }) => name === 'href')!.value).href).toBe(new URL(href).href);
  });
});

describe('rationaleMarkdown', () => {
  it.each([
    ['words', 'It cost 60 million.', 'It cost 60 million.'],
    ['emphasis', '*a* and **b**', '*a* and **b**'],
    ['a list', '- a\n- b\n  - c', '- a\n- b\n\n  - c'],
    ['a heading, which is strong', '# a', '**a**'],
    ['HTML, which is words', '<b>a</b>', '\\<b>a\\</b>'],
    ['a link to anywhere else, which is words', '[a](javascript:b)', 'a'],
    ['a fence that is left open', '```\na', '```\na\n```'],
    ['the address of a link', '[a]: https://a.example', '\\[a\\]: https\\://a.example'],
    ['lines', 'a\nb', 'a\\\nb'],
  ])('writes %s', (_name, rationale, markdown) => {
    expect(rationaleMarkdown(rationale)).toBe(markdown);
  });

  it('draws only what a rationale may hold, whatever was typed, and does not reach beyond itself', () => {
    const may = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'em', 'strong', 'br', 'a']);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(typed, fc.constantFrom('\n\n', '> ', '- ', '1. ', '    ')), { maxLength: 8 }),
        (parts) => {
          const nodes = drawn(`${rationaleMarkdown(parts.join(''))}\n\n## END\n\n[x]`);
          const heads = all(nodes, 'h2');
          expect(heads.map(seen)).toEqual(['END']);
          expect(nodes).toContain(heads[0]);
          expect(elements(nodes).filter((name) => !may.has(name))).toEqual(['h2']);
          expect(seen(nodes.filter(({ nodeName }) => nodeName === 'p').at(-1)!)).toBe('[x]');
          for (const link of all(nodes, 'a') as DefaultTreeAdapterTypes.Element[])
            expect(link.attrs.find(({ name }) => name === 'href')?.value).toMatch(/^https?:/i);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('reportMarkdown', () => {
  const words = ['The bridge | cost *40* million. It opened in May.'];
  const claims = [
    claimOf('cost', [anchorOf('a', 1, 'The bridge | cost *40* million.')], {
      verdict: 'false',
      verdictBy: 'maya',
      verdictAt: AT,
      attributedTo: 'The mayor',
      rationale: 'It cost **60 million**.\n\n# Not a heading',
      correction: 'The bridge cost 60 million.',
      comments: [commentOf('c', 'Ask the harbour.'), commentOf('d', 'Done.', { parentId: 'c', author: 'A. Writer' })],
      citations: [
        citationOf('x', sourceOf('x', { title: 'The | ledger', url: 'https://example.org/x' }), {
          quote: '60 | million',
        }),
        citationOf('y', sourceOf('y', { confidential: true }), { accessedAt: null, note: 'a note' }),
      ],
    }),
    claimOf('gone', [anchorOf('b', 1, 'gone', GONE)], { closed: { by: 'jun', at: AT, reason: 'Cut.' } }),
  ];
  const markdown = reportMarkdown(buildReport(materialOf(words, claims, { byline: 'Jo Doe' }), 'internal'));
  const nodes = drawn(markdown);
  const rows = (table: Node | undefined) =>
    all([table!], 'tr').map((row) => [...all([row], 'th'), ...all([row], 'td')].map(seen));

  it('has the claims and the citations as tables', () => {
    const [, claimRows, citationRows] = all(nodes, 'table').map(rows);
    expect(claimRows?.[1]).toEqual([
      '1',
      'The bridge | cost *40* million.',
      'False',
      'open',
      'The mayor',
      'Maya Osei',
      '',
    ]);
    expect(claimRows).toHaveLength(3);
    expect(citationRows?.[1]?.slice(0, 4)).toEqual(['1', 'Refutes', 'The | ledger', '']);
    expect(citationRows?.[1]?.[6]).toBe('60 | million');
    expect(citationRows).toHaveLength(3);
  });

  it('has a section a claim, and no heading that a rationale made', () => {
    expect(all(nodes, 'h3').map(seen)).toEqual(['1. False', '2. No verdict']);
    expect(all(nodes, 'h1').map(seen)).toEqual(['The bridge opens']);
    expect(markdown).toContain('It cost **60 million**.\n\n**Not a heading**');
  });

  it('names the text, the state and who checked', () => {
    for (const said of [
      'ab'.repeat(32),
      'Checked by Maya Osei.',
      'By Jo Doe',
      'Closed by Jun Park',
      'Not consulted yet',
    ])
      expect(markdown).toContain(said);
  });

  it('tells the newsroom’s own in its edition alone', () => {
    const published = reportMarkdown(buildReport(materialOf(words, claims), 'public'));
    for (const own of ['Ask the harbour.', 'a note', 'Ledger y', 'Cut.', 'Internal']) {
      expect(markdown).toContain(own);
      expect(published).not.toContain(own);
    }
  });

  it('says that nothing was marked where nothing was', () => {
    expect(reportMarkdown(buildReport(materialOf(words, []), 'public'))).toContain('No statement of this article');
  });

  it('gives the same bytes for the same state', () => {
    const made = () => reportMarkdown(buildReport(madeMaterial(1000, 30), 'internal'));
    expect(made()).toBe(made());
  });
});
