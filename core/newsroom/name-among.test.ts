import { expect, it } from 'vitest';
import { nameAmong } from './name-among';

const ann = { id: 'a', name: 'Ann Lee', email: 'ann@desk.test' };
const bo = { id: 'b', name: 'Bo Lind', email: 'bo@desk.test' };

it.each([
  ['alone', ann, [ann], 'Ann Lee'],
  ['beside somebody of another name', ann, [ann, bo], 'Ann Lee'],
  ['beside a namesake', ann, [ann, bo, { ...ann, id: 'c', email: 'lee@desk.test' }], 'Ann Lee (ann@desk.test)'],
  ['beside one who writes the name otherwise', ann, [{ ...ann, id: 'c', name: 'ann lee ' }], 'Ann Lee (ann@desk.test)'],
  ['beside a namesake, without an address', { ...ann, email: null }, [{ ...ann, id: 'c' }], 'Ann Lee'],
] as const)('a person %s', (_, person, others, name) => {
  expect(nameAmong(person, others)).toBe(name);
});
