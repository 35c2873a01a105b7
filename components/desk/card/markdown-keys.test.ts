import { describe, expect, it } from 'vitest';
import { toggled } from './markdown-keys';

/** Reads `[` and `]` as the selection, and writes the answer the same way. */
function press(before: string, signs: string): string {
  const start = before.indexOf('[');
  const end = before.indexOf(']') - 1;
  const value = before.replace(/[[\]]/g, '');
  const { from, to, text, select } = toggled(value, start, end, signs);
  const after = value.slice(0, from) + text + value.slice(to);
  return `${after.slice(0, select.from)}[${after.slice(select.from, select.to)}]${after.slice(select.to)}`;
}

describe('toggled', () => {
  it.each([
    ['makes words strong', 'the [golf bag] was', '**', 'the **[golf bag]** was'],
    ['takes strong off', 'the **[golf bag]** was', '**', 'the [golf bag] was'],
    ['opens signs at a caret', 'the []', '*', 'the *[]*'],
    ['stresses strong words', '**[bag]**', '*', '***[bag]***'],
    ['takes the stress off stressed strong words', '***[bag]***', '*', '**[bag]**'],
    ['takes emphasis off', '*[bag]*', '*', '[bag]'],
  ])('%s', (_name, before, signs, after) => {
    expect(press(before, signs)).toBe(after);
  });
});
