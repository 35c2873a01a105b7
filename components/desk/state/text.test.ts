import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { mapThrough } from '@/core/anchor/map-through';
import { placeAnchor } from '@/core/anchor/place';
import type { Anchor } from '@/core/claim/claim';
import { textTold } from './settlement';
import { type Text, type TextTold, told } from './text';
import { anchorIn, claimOf, cut, ledgerOf, toldBy, written } from './told-texts';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

const boats = articleOf('Ten men saw nine “boats”.', 'It rained.');
const opened: Text = { doc: boats, version: 4, steps: [] };
const nine = anchorIn(boats, 'a', 'nine “boats”');

const change = (edit: (edit: Transform) => Transform, reanchored: TextTold['reanchored'] = []) =>
  told(opened, toldBy(edit(new Transform(boats)), 4, reanchored))!;
/** Those that stand at one place, or nowhere, are in no order of their own. */
const byId = (anchors: readonly Anchor[]) => [...anchors].sort((a, b) => (a.id < b.id ? -1 : 1));
const words = (text: string) => boats.type.schema.text(text);

describe('told', () => {
  it.each<[string, number, number]>([
    ['is nothing new', 2, 4],
    ['is older than what is known', 1, 3],
    ['begins after what is known', 5, 6],
  ])('takes nothing in that %s', (_, since, version) => {
    const steps = Array.from({ length: version - since }, () =>
      new Transform(boats).insert(1, words('x')).steps[0]!.toJSON(),
    );
    expect(told(opened, { since, version, steps, clientIds: steps.map(() => 'jun'), reanchored: [] })).toBeNull();
  });

  it('takes in only what it lacks, with whose it is', () => {
    const came = toldBy(new Transform(boats).insert(1, words('a')).insert(1, words('b')), 4);
    const first = told(opened, { ...came, version: 5, steps: came.steps.slice(0, 1), clientIds: ['jun'] })!.text;
    const { text } = told(first, { ...came, clientIds: ['jun', 'ines'] })!;
    expect(text.version).toBe(6);
    expect(text.doc.textBetween(0, 8)).toBe('baTen m');
    expect(text.steps.map(({ clientId }) => clientId)).toEqual(['jun', 'ines']);
  });

  it.each<[string, (edit: Transform) => Transform, Partial<Anchor>]>([
    [
      'shifts what stands after an edit',
      (edit) => edit.insert(1, words('So ')),
      { from: 16, start: 15, state: 'anchored' },
    ],
    ['counts code points, not positions', (edit) => edit.insert(1, words('😀')), { from: 15, start: 13 }],
    ['sees other words', (edit) => edit.insert(15, words('X')), { current: 'niXne “boats”', state: 'changed' }],
    [
      'sees what counts as the same words',
      (edit) => edit.replaceWith(18, 19, words('"')),
      { current: 'nine "boats”', state: 'anchored' },
    ],
    [
      'sees words come back',
      (edit) => edit.insert(15, words('X')).delete(15, 16),
      { current: 'nine “boats”', state: 'anchored' },
    ],
    ['loses what is deleted', (edit) => edit.delete(10, 26), { from: null, current: null, state: 'orphaned' }],
  ])('%s', (_, edit, expected) => {
    expect(change(edit).follow([nine])[0]).toMatchObject(expected);
  });

  it.each<[string, Anchor, (edit: Transform) => Transform]>([
    ['stands before an edit', nine, (edit) => edit.insert(30, words('x'))],
    [
      'is gone already',
      { ...nine, ...placeAnchor(boats, { ...nine, from: null, to: null }) },
      (edit) => edit.insert(1, words('x')),
    ],
    ['is beside an edit', nine, (edit) => edit.insert(25, words('x'))],
  ])('leaves the very anchor that %s', (_, anchor, edit) => {
    expect(change(edit).follow([anchor])[0]).toBe(anchor);
  });

  it('takes a placement at its version, and goes on from there', () => {
    const twice = (edit: Transform) => edit.insert(1, words('a')).insert(1, words('b')).insert(1, words('c'));
    const { doc } = new Transform(boats).insert(1, words('a')).insert(1, words('b'));
    const place = { id: 'a', from: 33, to: 37 };
    expect(doc.textBetween(33, 37)).toBe('rain');
    const [now] = change(twice, [{ version: 6, anchors: [place] }]).follow([nine]);
    expect(now).toMatchObject({ from: 34, to: 38, current: 'rain', state: 'changed' });
  });

  it('brings an orphan back where a placement says so, and orphans where it says that', () => {
    const orphan = placeAnchor(boats, { ...nine, from: null, to: null });
    const edit = (now: Transform) => now.insert(1, words('a'));
    const [back] = change(edit, [{ version: 5, anchors: [{ id: 'a', from: 14, to: 26 }] }]).follow([orphan]);
    expect(back).toMatchObject({ from: 14, current: 'nine “boats”', state: 'anchored' });
    const [gone] = change(edit, [{ version: 5, anchors: [{ id: 'a', from: null, to: null }] }]).follow([nine]);
    expect(gone).toMatchObject({ from: null, state: 'orphaned' });
  });
});

describe('edits told in any way', () => {
  it('make the same text, the same anchors and the same queue as told at once', patient, () => {
    fc.assert(
      fc.property(written, fc.array(cut, { maxLength: 12 }), (story, cuts) => {
        const { before, came } = story;
        const ledger = ledgerOf(before, [claimOf('c', story.anchors)], story.anchors);
        const atOnce = textTold(ledger, came);
        const inParts = [...cuts, [0, came.steps.length] as const].reduce((now, [from, length]) => {
          const since = Math.min(from, came.steps.length);
          const end = Math.min(came.steps.length, since + length);
          const { version } = now.known.article;
          // What begins after the text is read from there by whoever hears it.
          const part = {
            ...came,
            since,
            version: end,
            steps: came.steps.slice(since, end),
            clientIds: came.clientIds.slice(since, end),
          };
          const reanchored = came.reanchored.filter((one) => one.version > since && one.version <= end);
          const next = textTold(now, { ...part, reanchored });
          expect(since > version || end <= version).toBe(next === now);
          return next;
        }, ledger);
        const told = ({ known, entries }: typeof ledger) => ({
          doc: JSON.stringify(known.article.doc),
          version: known.article.version,
          anchors: byId(known.claims.get('c')!.anchors),
          entries,
        });
        expect(told(inParts)).toEqual(told(atOnce));
      }),
      { numRuns: 500 },
    );
  });

  it('leave anchors where the server has them', patient, () => {
    fc.assert(
      fc.property(written, ({ before, anchors, came, edit, placed }) => {
        const now = textTold(ledgerOf(before, [claimOf('c', anchors)]), came).known.claims.get('c')!.anchors;
        // As the server does it: step by step, each version's placements instead of what its step says.
        let places: readonly { id: string; from: number | null; to: number | null }[] = anchors;
        edit.steps.forEach((step, at) => {
          const mapped = mapThrough(places, [step], edit.docs[at]!);
          places = mapped.map((one) => placed(at + 1).find(({ id }) => id === one.id) ?? one);
        });
        const expected = places.map((place) =>
          placeAnchor(edit.doc, { ...anchors.find(({ id }) => id === place.id)!, ...place }),
        );
        expect(byId(now)).toEqual(byId(expected));
      }),
      { numRuns: 500 },
    );
  });
});
