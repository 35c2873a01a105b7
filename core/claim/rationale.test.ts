import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWebAddress } from '@/core/web-address';
import {
  DEPTH_LIMIT,
  MARKUP_LIMIT,
  type RationaleInline,
  type RationaleNode,
  rationaleText,
  rationaleTree,
} from './rationale';

const text = (words: string): RationaleInline => ({ kind: 'text', text: words });
const depthOf = (value: unknown): number =>
  value && typeof value === 'object' ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
const paragraph = (...children: RationaleInline[]): RationaleNode => ({ kind: 'paragraph', children });

/** Property tests take their time on a busy machine. */
const patient = { timeout: 60_000 };

describe('rationaleTree', () => {
  it.each<[string, string, RationaleNode[]]>([
    ['nothing', '  \n', []],
    ['a plain line', 'The register says 1,204.', [paragraph(text('The register says 1,204.'))]],
    [
      'emphasis, strong and code',
      '*a* **b** `c*d*`',
      [
        paragraph(
          { kind: 'emphasis', children: [text('a')] },
          text(' '),
          { kind: 'strong', children: [text('b')] },
          text(' '),
          { kind: 'code', text: 'c*d*' },
        ),
      ],
    ],
    ['two paragraphs', 'one\n\ntwo', [paragraph(text('one')), paragraph(text('two'))]],
    ['a line end as a break', 'one\ntwo', [paragraph(text('one'), { kind: 'break' }, text('two'))]],
    [
      'a link to a web address',
      '[the register](https://example.org/r?a=1&amp;b=2)',
      [
        paragraph({
          kind: 'link',
          href: 'https://example.org/r?a=1&b=2',
          children: [text('the register')],
        }),
      ],
    ],
    [
      'a bare address as a link',
      'https://example.org',
      [paragraph({ kind: 'link', href: 'https://example.org', children: [text('https://example.org')] })],
    ],
    [
      'a list that does not begin at one',
      '3. c\n4. d',
      [{ kind: 'list', ordered: true, start: 3, items: [[paragraph(text('c'))], [paragraph(text('d'))]] }],
    ],
    [
      'a list in a list',
      '- a\n  - b',
      [
        {
          kind: 'list',
          ordered: false,
          start: 1,
          items: [[paragraph(text('a')), { kind: 'list', ordered: false, start: 1, items: [[paragraph(text('b'))]] }]],
        },
      ],
    ],
    ['a quote', '> said so', [{ kind: 'quote', children: [paragraph(text('said so'))] }]],
    ['a heading as a strong line', '# Sum', [paragraph({ kind: 'strong', children: [text('Sum')] })]],
    ['a block of code', '```js\n1 < 2\n```', [{ kind: 'code', text: '1 < 2' }]],
    ['character references', 'R&amp;D &lt;b&gt; &copy;', [paragraph(text('R&D <b> &copy;'))]],
    ['an escaped sign', 'a\\*b', [paragraph(text('a'), text('*'), text('b'))]],
    ['struck words, signs kept', '~~not~~ so', [paragraph(text('~~'), text('not'), text('~~'), text(' so'))]],
    [
      'a tight task list',
      '- [x] rang them',
      [{ kind: 'list', ordered: false, start: 1, items: [[paragraph(text('[x] '), text('rang them'))]] }],
    ],
  ])('reads %s', (_, markdown, tree) => {
    expect(rationaleTree(markdown)).toEqual(tree);
  });

  it.each([
    ['javascript', '[press](javascript:alert(1))'],
    ['javascript behind a character reference', '[press](javascript&#58;alert(1))'],
    ['javascript in capitals with a tab', '[press](JaVa\tScript:alert(1))'],
    ['data', '[press](data:text/html;base64,PHNjcmlwdD4=)'],
    ['a mail address', '[press](mailto:a@example.org)'],
    ['a path', '[press](/settings)'],
    ['a protocol-relative address', '[press](//example.org)'],
    ['a reference to javascript', '[press]\n\n[press]: javascript:alert(1)'],
  ])('makes a link to %s its words', (_, markdown) => {
    const tree = rationaleTree(markdown);
    expect(JSON.stringify(tree)).not.toContain('"link"');
    expect(rationaleText(tree)).toContain('press');
  });

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a handler', 'x <img src=x onerror=alert(1)> y'],
    ['an svg', '<svg><animate onbegin=alert(1)></svg>'],
    ['a comment', '<!-- hidden -->'],
  ])('keeps %s as the text that it is', (_, markdown) => {
    expect(rationaleText(rationaleTree(markdown))).toBe(markdown);
  });

  it('keeps a picture as its description and loads nothing', () => {
    expect(rationaleTree('![a chart](https://example.org/c.png)')).toEqual([paragraph(text('a chart'))]);
  });

  it('keeps a table as it was typed', () => {
    expect(rationaleText(rationaleTree('| a | b |\n|---|---|\n| 1 | 2 |'))).toBe('| a | b | |---|---| | 1 | 2 |');
  });

  it.each([
    ['nested quotes', '>'.repeat(MARKUP_LIMIT - 1)],
    ['nested lists', '1. '.repeat(6_000)],
    ['open brackets', '['.repeat(MARKUP_LIMIT)],
  ])('survives thousands of %s', (_, markdown) => {
    expect(rationaleText(rationaleTree(markdown)).length).toBeGreaterThan(0);
  });

  it.each([
    ['quotes', `${'>'.repeat(300)} deep`],
    ['lists', `${'- '.repeat(300)}deep`],
    ['emphasis', `${'*a _b '.repeat(100)}deep${' c_ d*'.repeat(100)}`],
  ])('gives a shallow tree of deep %s', (_, markdown) => {
    const tree = rationaleTree(markdown);
    expect(depthOf(tree)).toBeLessThan(4 * DEPTH_LIMIT);
    expect(rationaleText(tree)).toContain('deep');
  });

  it('shows a rationale longer than its bound as plain paragraphs', () => {
    const long = `${'word '.repeat(MARKUP_LIMIT / 5)}\n\n*end*\nof it`;
    expect(rationaleTree(long).at(-1)).toEqual(paragraph(text('*end*'), { kind: 'break' }, text('of it')));
  });

  it('never gives a link to anything but a web address, whatever is typed', patient, () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      'javascript:',
      'https://a.org',
      ' ',
      '\n',
      '!',
      '&#58;',
      '*',
      '`',
      'a',
      ':',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        (markdown) => {
          const links = JSON.stringify(rationaleTree(markdown)).matchAll(/"href":("(?:[^"\\]|\\.)*")/g);
          for (const [, href] of links) expect(isWebAddress(JSON.parse(href ?? ''))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('rationaleText', () => {
  it('is one line with the words of every block', () => {
    const markdown = '# Sum\n\nOne *two*\nthree [four](https://example.org).\n\n- five\n- six\n\n> seven';
    expect(rationaleText(rationaleTree(markdown))).toBe('Sum One two three four. five six seven');
  });
});
