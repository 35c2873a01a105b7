import { describe, expect, it } from 'vitest';
import { offeredFor, typedBefore } from './mention-completion';

describe('what is typed after the sign', () => {
  it.each<[string, string, string | null]>([
    ['a name begun', 'Ask @Ma', 'Ma'],
    ['nothing yet', 'Ask @', ''],
    ['a name of two words', 'Ask @Maya O', 'Maya O'],
    ['an address', 'Write to desk@ex', null],
    ['an earlier line', '@Maya\nthen', null],
    ['code', '`@`x', null],
    ['a lone sign and a space', 'At @ noon', null],
    ['no sign', 'Ask her', null],
  ])('is found in %s', (_, text, typed) => {
    expect(typedBefore(text, text.length)?.typed ?? null).toBe(typed);
    if (typed !== null) expect(text[typedBefore(text, text.length)!.at]).toBe('@');
  });
});

describe('who is offered', () => {
  const people = ['Maya Osei', 'Tom Hale', 'Otto Maier', 'Zoë Maas', 'Jo'].map((name) => ({ name }));
  it.each<[string, string[]]>([
    ['ma', ['Maya Osei', 'Otto Maier', 'Zoë Maas']],
    ['zoe', ['Zoë Maas']],
    ['', ['Jo', 'Maya Osei', 'Otto Maier', 'Tom Hale', 'Zoë Maas']],
    ['maya osei', []],
    ['maya osei is', []],
    ['x', []],
  ])('for “%s”', (typed, names) => {
    expect(offeredFor(typed, people).map(({ name }) => name)).toEqual(names);
  });
});
