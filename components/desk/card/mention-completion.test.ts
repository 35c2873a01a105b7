import { describe, expect, it } from 'vitest';
import { eachName, offeredFor, typedBefore } from './mention-completion';

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

describe('a name that several have', () => {
  it.each<[string, string[], [string, number][]]>([
    [
      'names all of them',
      ['Anna Berg', 'Tom Hale', 'Anna Berg'],
      [
        ['0', 2],
        ['1', 1],
      ],
    ],
    ['is the same in any case and spacing', ['Anna Berg', 'anna  berg '], [['0', 2]]],
    [
      'is another with another letter',
      ['Jose Ruiz', 'José Ruiz'],
      [
        ['0', 1],
        ['1', 1],
      ],
    ],
    ['is nobody’s where nobody is', [], []],
  ])('%s', (_, names, offered) => {
    const people = names.map((name, at) => ({ id: String(at), name }));
    expect(eachName(people).map(({ id, named }) => [id, named])).toEqual(offered);
  });
});
