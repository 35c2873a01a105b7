import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { articleOf } from '@/core/anchor/generated-article';
import { placeAnchor } from '@/core/anchor/place';
import type { Anchor, Claim } from '@/core/claim/claim';
import { knowClaims } from './learning';
import type { Ledger } from './ledger';
import { textTold } from './settlement';
import { anchorAt, anchorIn, claimOf, ledgerOf, mappedOn, toldBy, written } from './told-texts';

/** Property tests take their time on a busy machine. */
const patient = { timeout: 120_000 };

const boats = articleOf('Ten men saw nine boats.', 'It rained.');
const words = (text: string) => boats.type.schema.text(text);
const judged = anchorIn(boats, 'a', 'nine boats');
/** The anchor as it stands after an edit. */
const nine = ({ doc }: Transform) => {
  const { from, to } = anchorIn(doc, 'a', 'nine boats');
  return placeAnchor(doc, { ...judged, from, to });
};
const opened = () => new Transform(boats);

const learn = (ledger: Ledger, claim: Claim): Ledger => ({
  ...ledger,
  known: knowClaims(ledger.known, [claim], 'event'),
});
const anchorsOf = ({ known }: Ledger, id = 'c'): readonly Anchor[] => known.claims.get(id)?.anchors ?? [];
const byId = (anchors: readonly Anchor[]) => [...anchors].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a claim that comes', () => {
  const edit = opened().insert(1, words('So ')).insert(1, words('And '));

  it.each<[string, number]>([
    ['with the present text', 2],
    ['late by one edit', 1],
    ['late by two', 0],
  ])('%s stands where its words are', (_, version) => {
    const ledger = textTold(ledgerOf(boats, []), toldBy(edit, 0));
    const there = opened();
    for (const step of edit.steps.slice(0, version)) there.step(step);
    const now = learn(ledger, claimOf('c', [nine(there)], { version }));
    expect(anchorsOf(now)).toEqual([nine(edit)]);
  });

  it('early stands where it stood until its text comes', () => {
    const had = ledgerOf(boats, [claimOf('c', [nine(opened())])]);
    const early = learn(had, claimOf('c', [nine(edit)], { version: 2, revision: 2, verdict: 'true' }));
    expect(anchorsOf(early)).toEqual([nine(opened())]);
    expect(early.known.claims.get('c')?.verdict).toBe('true');
    expect(anchorsOf(textTold(early, toldBy(edit, 0)))).toEqual([nine(edit)]);
  });

  it('early and new has no places until its text comes, and then goes on with it', () => {
    const there = opened().insert(1, words('So '));
    const early = learn(ledgerOf(boats, []), claimOf('c', [nine(there)], { version: 1 }));
    expect(anchorsOf(early)).toEqual([]);
    expect(anchorsOf(textTold(early, toldBy(edit, 0)))).toEqual([nine(edit)]);
  });

  it('late is placed by what a version since has placed', () => {
    const place = { id: 'a', from: 33, to: 37 };
    const came = toldBy(edit, 0, [{ version: 2, anchors: [place] }]);
    const now = learn(textTold(ledgerOf(boats, []), came), claimOf('c', [nine(opened())]));
    expect(anchorsOf(now)).toEqual([placeAnchor(edit.doc, { ...nine(opened()), ...place })]);
  });

  it('late, with an anchor that somebody moved, stands where it was moved to', () => {
    const ledger = textTold(ledgerOf(boats, [claimOf('c', [nine(opened())])]), toldBy(edit, 0));
    const moved = { ...anchorAt(boats, 'a', 5, 8) };
    expect(anchorsOf(learn(ledger, claimOf('c', [moved], { revision: 2 })))[0]).toMatchObject({
      from: 12,
      current: 'men',
    });
  });

  it('older than the text that the desk was opened with stands where it is known to', () => {
    const ledger = ledgerOf(boats, [claimOf('c', [nine(opened())], { version: 3 })]);
    const { article } = ledger.known;
    const later = { ...ledger, known: { ...ledger.known, article: { ...article, version: 3 } } };
    const now = learn(later, claimOf('c', [anchorAt(boats, 'a', 1, 4)], { version: 1, revision: 2 }));
    expect(anchorsOf(now)).toEqual([
      { ...nine(opened()), exact: 'Ten', prefix: '', suffix: expect.any(String), state: 'changed' },
    ]);
  });

  it('early or late ends where mapThrough puts it', patient, () => {
    const timing = fc.record({ since: fc.nat(8), at: fc.nat(8), cuts: fc.array(fc.nat(8), { maxLength: 3 }) });
    fc.assert(
      fc.property(written, timing, ({ edit, came }, { since, at, cuts }) => {
        const steps = { ...came, reanchored: [] };
        const version = Math.min(since, edit.steps.length);
        const doc = edit.docs[version] ?? edit.doc;
        const { size } = doc.content;
        // Two anchors of the text as it was when the server told of the claim.
        const anchors = [1, 4].flatMap((length, index): Anchor[] => {
          try {
            const placed = anchorAt(doc, `a${index}`, Math.min(3, size), Math.min(3 + length, size));
            return placed.from === null ? [] : [placed];
          } catch {
            return [];
          }
        });
        const claim = claimOf('c', anchors, { version });
        const parts = [...cuts, at].map((one) => Math.min(one, edit.steps.length)).sort((a, b) => a - b);
        const upTo = (end: number) => ({ ...steps, version: end, steps: came.steps.slice(0, end) });
        let ledger = parts.reduce(
          (now, end) => textTold(now, upTo(end)),
          ledgerOf(came.steps.length > 0 ? edit.docs[0]! : edit.doc, []),
        );
        ledger = textTold(learn(ledger, claim), steps);
        expect(byId(anchorsOf(ledger))).toEqual(mappedOn(anchors, edit, version));
        expect(ledger.known.early.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
