import { describe, expect, it } from 'vitest';
import { member, members, says, words } from './json-value';

describe('member', () => {
  it.each<[name: string, value: unknown, read: unknown]>([
    ['what an object has', { constructor: 1 }, 1],
    ['nothing that every object has', {}, undefined],
    ['nothing of a list', [], undefined],
    ['nothing of a text', 'constructor', undefined],
    ['nothing of nothing', null, undefined],
  ])('reads %s', (_name, value, read) => {
    expect(member(value, 'constructor')).toBe(read);
  });
});

describe('members, words and says', () => {
  it.each<[name: string, value: unknown, list: unknown[], text: string | null, said: boolean]>([
    ['one value', { of: 'a' }, ['a'], 'a', true],
    ['a list', { of: [1, 'b', 'a'] }, [1, 'b', 'a'], 'b', true],
    ['nothing', { of: null }, [], null, false],
    ['another kind', { of: { a: 'a' } }, [{ a: 'a' }], null, false],
  ])('read %s', (_name, value, list, text, said) => {
    expect(members(value, 'of')).toEqual(list);
    expect(words(value, 'of')).toBe(text);
    expect(says(value, 'of', 'a')).toBe(said);
  });
});
