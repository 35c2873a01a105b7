import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rationaleText, rationaleTree } from './rationale';
import { unmarkedText } from './unmarked-text';

describe('unmarkedText', () => {
  it.each([
    ['plain words', 'Checked against\nthe  register.\n\nTwice.', 'Checked against the register. Twice.'],
    ['nothing', '', ''],
    ['an address', 'See https://example.org/a-b?c=1 for it.', 'See https://example.org/a-b?c=1 for it.'],
    ['a hyphen within a line', 'A well-known fact - twice.', 'A well-known fact - twice.'],
    ['emphasis', 'It is *not* so.', null],
    ['a list', 'Two:\n- one\n- two', null],
    ['a numbered list', '1. one', null],
    ['a heading by its underline', 'Title\n=====', null],
    ['indented code', '    code', null],
    ['a character reference', 'A&amp;B', null],
  ])('%s', (_, rationale, words) => {
    expect(unmarkedText(rationale)).toBe(words);
  });

  it('is what reading the markup gives, or null', () => {
    const signs = fc.constantFrom(
      ...'ab1 2.)-+=*_`#>~|![]()<&;:\\\n\t\u00a0\u2028ß',
      '    ',
      '\n\n',
      'http://a.b/c',
      'www.a.b',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (parts) => {
        const rationale = parts.join('');
        const plain = unmarkedText(rationale);
        if (plain !== null) expect(plain).toBe(rationaleText(rationaleTree(rationale)));
      }),
      { numRuns: 3000 },
    );
  });
});
