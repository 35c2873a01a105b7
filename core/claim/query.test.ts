import { describe, expect, it } from 'vitest';
import type { roles } from '@/core/newsroom/vocabulary';
import { answers, waits } from './query';

/** A checker asks another. */
const query = { kind: 'query', to: 'chen', createdBy: 'maya', answeredAt: null } as const;

describe('a query', () => {
  it.each<[string, { id: string; role: (typeof roles)[number] }, boolean, boolean]>([
    ['the one it was put to', { id: 'chen', role: 'checker' }, true, true],
    ['the one it was put to, though they may do little else', { id: 'chen', role: 'viewer' }, true, true],
    ['an editor', { id: 'ed', role: 'editor' }, true, true],
    ['an admin', { id: 'ada', role: 'admin' }, true, true],
    ['who asked', { id: 'maya', role: 'checker' }, false, false],
    ['who asked, an editor: by adding a line they ask on', { id: 'maya', role: 'editor' }, false, true],
    ['a colleague', { id: 'tom', role: 'checker' }, false, false],
  ])('is answered by %s: %o replies %s, resolves %s', (_, person, reply, resolve) => {
    expect([answers(query, person, 'reply'), answers(query, person, 'resolve')]).toEqual([reply, resolve]);
  });

  it('that an editor puts to themself is answered by their own reply', () => {
    const own = { ...query, to: 'maya' };
    expect(answers(own, { id: 'maya', role: 'editor' }, 'reply')).toBe(true);
  });

  it('waits until it is answered; a note never does', () => {
    expect(waits(query)).toBe(true);
    expect(waits({ ...query, answeredAt: '2026-03-01T10:00:00.000Z' })).toBe(false);
    expect(waits({ ...query, kind: 'note' })).toBe(false);
  });
});
