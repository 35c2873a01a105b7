import { describe, expect, it } from 'vitest';
import { detailsShown, misfitDetails, SourceDetails, withDetails } from './details';
import { likeness } from './doubles';
import { CreateSource, SetStanding } from './source';
import { detailsOfKind, sourceKinds, worsens } from './vocabulary';

describe('the details of a source', () => {
  it('has every field of every kind, and no other', () => {
    const named = new Set(sourceKinds.flatMap((kind) => [...detailsOfKind[kind]]));
    expect(Object.keys(SourceDetails.shape).sort()).toEqual([...named].sort());
  });

  it('shows what its kind has, and keeps the rest for when it is of that kind again', () => {
    const details = { whom: 'Ane Holt', edition: '2nd' };
    expect(detailsShown('interview', details)).toEqual({ whom: 'Ane Holt' });
    expect(detailsShown('book', details)).toEqual({ edition: '2nd' });
    expect(detailsShown('web', details)).toBeNull();
    expect(misfitDetails('book', { whom: 'Ane Holt', edition: '2nd', role: null })).toEqual(['whom']);
  });

  it.each([
    ['puts one beside another', { whom: 'Ane' }, { role: 'keeper' }, { role: 'keeper', whom: 'Ane' }],
    ['empties one', { whom: 'Ane', role: 'keeper' }, { role: null }, { whom: 'Ane' }],
    ['has none once the last is emptied', { whom: 'Ane' }, { whom: null }, null],
    ['keeps a no', null, { consent: false }, { consent: false }],
    ['empties all', { whom: 'Ane' }, null, null],
  ])('%s', (_, had, said, then) => {
    expect(withDetails(had, said)).toEqual(then);
  });

  it('are refused where a new source of this kind has no such field', () => {
    const body = { title: 'A', details: { isbn: '978' } };
    expect(CreateSource.safeParse({ ...body, kind: 'book' }).success).toBe(true);
    expect(CreateSource.safeParse({ ...body, kind: 'interview' }).success).toBe(false);
    expect(CreateSource.safeParse(body).success).toBe(false);
  });
});

describe('a standing', () => {
  it.each([
    ['fallen', '', false],
    ['doubtful', undefined, false],
    ['doubtful', 'Old.', true],
    ['sound', undefined, true],
    ['sound', null, true],
  ])('%s, since “%s”: %s', (standing, reason, fits) => {
    expect(SetStanding.safeParse({ standing, reason }).success).toBe(fits);
  });

  it('gets worse from sound to doubtful to fallen', () => {
    expect(worsens('sound', 'doubtful') && worsens('doubtful', 'fallen') && worsens('sound', 'fallen')).toBe(true);
    expect(worsens('fallen', 'doubtful') || worsens('sound', 'sound') || worsens('doubtful', 'sound')).toBe(false);
  });
});

describe('likeness', () => {
  const of = (title: string, url: string | null = null) => ({ title, url });
  it.each([
    ['one page', of('A', 'https://www.a.example/x/'), of('B', 'http://a.example/x?utm_source=b'), 'address'],
    ['two pages of other titles', of('Fish', 'https://a.example/x'), of('Fowl', 'https://a.example/y'), null],
    ['a title with an article', of('The tide letters'), of('Tide letters'), 'title'],
    ['a title in another order and case', of('Letters, TIDE, the'), of('The tide letters'), 'title'],
    ['accents', of('Öresund bron'), of('Oresund bron'), 'title'],
    ['half a title', of('The tide letters of 1871'), of('The tide tables of 1902'), null],
    ['titles without letters', of('…'), of('—'), null],
  ])('of %s', (_, one, other, by) => {
    expect(likeness(one, other)).toBe(by);
    expect(likeness(other, one)).toBe(by);
  });
});
