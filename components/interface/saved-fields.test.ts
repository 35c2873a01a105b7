import { describe, expect, it } from 'vitest';
import { type FieldMark, merged, sendable, without } from './saved-fields';

interface Source {
  revision: number;
  title: string;
  publisher: string | null;
}
const base: Source = { revision: 3, title: 'Budget', publisher: 'City' };

describe('sendable', () => {
  it('holds back what was refused and what waits for a choice, and sends the rest', () => {
    const marks: Record<string, FieldMark> = { title: { state: 'refused' }, publisher: { state: 'conflict' } };
    expect(sendable<Source>({ title: '', publisher: 'Town' }, marks)).toEqual({});
    expect(sendable<Source>({ title: 'A', publisher: 'Town' }, { title: { state: 'waiting' } })).toEqual({
      title: 'A',
      publisher: 'Town',
    });
  });
});

describe('without', () => {
  it('keeps what was typed while the change was on its way', () => {
    expect(without<Source>({ title: 'Budget 2', publisher: null }, { title: 'Budget', publisher: null })).toEqual({
      title: 'Budget 2',
    });
  });
});

describe('merged', () => {
  it('lets a field that nobody else touched go out on their revision', () => {
    const theirs = { ...base, revision: 4, publisher: 'Town' };
    const { record, marks } = merged<Source>({ record: base, marks: {} }, theirs, { title: 'Budget 2025' });
    expect(record).toBe(theirs);
    expect(marks.title).toEqual({ state: 'saving' });
  });

  it('puts both versions before the person where someone else changed the same field', () => {
    const theirs = { ...base, revision: 4, title: 'The budget' };
    const { marks } = merged<Source>({ record: base, marks: {} }, theirs, { title: 'Budget 2025' });
    expect(marks.title).toEqual({ state: 'conflict', theirs: 'The budget' });
  });

  it('sees no conflict where both came to the same words', () => {
    const theirs = { ...base, revision: 4, title: 'Budget 2025' };
    const { marks } = merged<Source>({ record: base, marks: {} }, theirs, { title: 'Budget 2025' });
    expect(marks.title).toEqual({ state: 'saving' });
  });
});
