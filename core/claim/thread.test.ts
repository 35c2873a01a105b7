import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openThreads } from './open-threads';
import { isOpen, mayDelete, threadsOf, wroteIt } from './thread';

const said = (id: string, parentId: string | null = null, resolvedAt: string | null = null) => ({
  id,
  parentId,
  resolvedAt,
});

describe('threadsOf', () => {
  it('puts each reply under its first comment, in the order given', () => {
    const [a, b, c, d] = [said('a'), said('b'), said('c', 'a'), said('d', 'a')];
    expect(threadsOf([a, b, c, d])).toEqual([
      { first: a, replies: [c, d] },
      { first: b, replies: [] },
    ]);
  });

  it('begins a thread with a reply whose first comment is gone', () => {
    const reply = said('b', 'a');
    expect(threadsOf([reply])).toEqual([{ first: reply, replies: [] }]);
  });

  it('keeps an answer to an answer in the thread', () => {
    const [a, b, c] = [said('a'), said('b', 'a'), said('c', 'b')];
    expect(threadsOf([a, b, c])).toEqual([{ first: a, replies: [b, c] }]);
    expect(threadsOf([b, c])).toEqual([{ first: b, replies: [c] }]);
  });

  it('holds every comment once, whatever they answer', () => {
    const comments = fc
      .array(fc.option(fc.nat(9), { nil: null }), { maxLength: 10 })
      .map((parents) => parents.map((parent, at) => said(String(at), parent === null ? null : String(parent))));
    fc.assert(
      fc.property(comments, (given) => {
        const all = threadsOf(given).flatMap(({ first, replies }) => [first, ...replies]);
        expect(all.map(({ id }) => id).sort()).toEqual(given.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('openThreads', () => {
  it.each([
    ['none', [], 0],
    ['one with a reply', [said('a'), said('b', 'a')], 1],
    ['one that is resolved', [said('a', null, '2026-03-02T10:00:00.000Z'), said('b', 'a')], 0],
    ['one of two', [said('a', null, '2026-03-02T10:00:00.000Z'), said('b')], 1],
  ] as const)('counts %s', (_, comments, count) => {
    expect(openThreads(comments)).toBe(count);
    expect(threadsOf(comments).filter(isOpen)).toHaveLength(count);
  });
});

describe('whose words they are', () => {
  it.each([
    ['one’s own', { author: null, createdBy: 'me' }, true, true],
    ['another’s', { author: null, createdBy: 'jun' }, false, false],
    ['a document’s that one brought in', { author: 'Jo Writer', createdBy: 'me' }, false, true],
  ])('%s', (_, comment, wrote, deletes) => {
    expect(wroteIt('me', comment)).toBe(wrote);
    expect(mayDelete({ id: 'me', role: 'checker' }, comment)).toBe(deletes);
    expect(mayDelete({ id: 'me', role: 'editor' }, comment)).toBe(true);
  });
});
