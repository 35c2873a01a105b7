import { describe, expect, it } from 'vitest';
import { awaitsTry, type Contact } from './contact';

const contact = (more: Partial<Contact> = {}): Contact => ({
  id: 'a',
  revision: 1,
  channel: 'phone',
  who: 'Ane Holt',
  at: '2026-03-01T10:00:00Z',
  outcome: 'No answer',
  note: null,
  nextTry: '2026-03-03T10:00:00Z',
  by: 'cy',
  ...more,
});

describe('a next try', () => {
  it('waits until the same person was tried later, by anybody and at any time', () => {
    const first = contact();
    const beside = (more: Partial<Contact>) => awaitsTry(first, [first, contact({ id: 'b', ...more })]);
    expect(awaitsTry(first, [first])).toBe(true);
    expect(beside({ who: 'Bo Lind', at: '2026-03-02T10:00:00Z' })).toBe(true);
    expect(beside({ at: '2026-02-28T10:00:00Z' })).toBe(true);
    expect(beside({ at: '2026-03-01T10:00:00.500Z', by: 'ed', nextTry: null })).toBe(false);
    expect(beside({ who: ' ane  holt', at: '2026-03-02T10:00:00Z' })).toBe(false);
  });

  it('that nobody has to make waits for nobody', () => {
    expect(awaitsTry(contact({ nextTry: null }), [])).toBe(false);
  });
});
