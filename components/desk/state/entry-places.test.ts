import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import type { Entry } from './entry';
import { entriesFollowed, toldByWords } from './entry-places';
import { told } from './text';
import { anchorAdded, anchorIn, claimOf, toldBy } from './told-texts';

const boats = articleOf('Ten men saw nine boats.', 'It rained.');
const nine = anchorIn(boats, 'provisional-1', 'nine boats');
const rain = anchorIn(boats, 'provisional-2', 'rained');
const words = (text: string) => boats.type.schema.text(text);
const quote = ({ exact, prefix, suffix }: typeof nine) => ({ exact, prefix, suffix });
const at = ({ from, to }: typeof nine, version: number) => ({ from, to, version });

const inserted = (edit: Transform) => edit.insert(1, words('So '));
const deleted = (edit: Transform) => edit.delete(nine.from!, nine.to!);

function followed(entry: Entry, edit: (edit: Transform) => Transform): Entry {
  const change = told({ doc: boats, version: 4, steps: [] }, toldBy(edit(new Transform(boats)), 4))!;
  return entriesFollowed([entry], change, 4)[0]!;
}

const marked: Entry = {
  ...anchorAdded(nine, 4),
  kind: 'claim.created',
  body: { id: 'c', anchors: [at(nine, 4), at(rain, 4)] },
  value: null,
  shown: { claim: claimOf('c', [nine, rain]) },
};
const dropped: Entry = {
  ...anchorAdded(nine, 4),
  kind: 'anchor.dropped',
  body: null,
  value: null,
  base: nine,
  shown: null,
};
const field: Entry = {
  ...anchorAdded(nine, 4),
  kind: 'claim.changed',
  body: { verdict: 'true' },
  value: 'true',
  base: null,
  shown: null,
};

describe('entriesFollowed', () => {
  it('takes a new anchor to where its words are, what is shown and what is sent', () => {
    const now = followed(anchorAdded(nine, 4), inserted);
    const { from, to } = nine;
    expect(now.shown).toMatchObject({ anchor: { from: from! + 3, to: to! + 3, current: 'nine boats' } });
    expect(now.body).toEqual({ from: from! + 3, to: to! + 3, version: 5 });
    expect(now.value).toBe(now.body);
  });

  it.each<[string, (edit: Transform) => Transform, unknown[]]>([
    [
      'all of a new claim’s passages',
      inserted,
      [
        { from: 16, to: 26, version: 5 },
        { from: 32, to: 38, version: 5 },
      ],
    ],
    ['by its words what was deleted', deleted, [quote(nine), { from: 19, to: 25, version: 5 }]],
  ])('tells %s', (_, edit, anchors) => {
    expect(followed(marked, edit).body).toEqual({ id: 'c', anchors });
  });

  it('takes the anchor that is dropped along', () => {
    expect(followed(dropped, inserted).base).toMatchObject({ from: nine.from! + 3 });
  });

  it('gives a new anchor the new version though it stands where it stood', () => {
    const later = (edit: Transform) => edit.insert(30, words('!'));
    expect(followed(anchorAdded(nine, 4), later).body).toEqual(at(nine, 5));
  });

  it('tells by its words what was named in another version', () => {
    expect(followed(anchorAdded(nine, 3), inserted).body).toEqual(quote(nine));
  });

  it.each([
    ['without places', field],
    ['told by words, before the edit', { ...anchorAdded(nine, 4), body: quote(nine) }],
    ['of a passage dropped before the edit', dropped],
  ])('leaves the very entry %s', (_, entry) => {
    const later = (edit: Transform) => edit.insert(30, words('!'));
    expect(followed(entry, later)).toBe(entry);
  });

  it('leaves the very queue where nothing in it has a place', () => {
    const change = told({ doc: boats, version: 4, steps: [] }, toldBy(inserted(new Transform(boats)), 4))!;
    const queue = [field];
    expect(entriesFollowed(queue, change, 4)).toBe(queue);
  });
});

describe('toldByWords', () => {
  it('tells a passage of an earlier text by its words', () => {
    const now = toldByWords(anchorAdded(nine, 3), 4);
    expect(now.body).toEqual(quote(nine));
    expect(now.value).toBe(now.body);
  });

  it.each([
    ['of the present text', anchorAdded(nine, 4)],
    ['without places', field],
  ])('leaves the very entry %s', (_, entry) => {
    expect(toldByWords(entry, 4)).toBe(entry);
  });
});
