import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BlockerKind, blockerKinds, blockersOf, type Signable } from './blockers';
import { plainNote } from './vocabulary';

const time = '2026-03-01T10:00:00.000Z';
type Place = Signable['anchors'][number];
const place = (start: number | null, exact: string, current: string | null = exact): Place => ({
  id: `p${start}`,
  from: start,
  to: start === null ? null : start + exact.length,
  start,
  end: start === null ? null : start + exact.length,
  exact,
  prefix: '',
  suffix: '',
  current: start === null ? null : current,
  state: start === null ? 'orphaned' : current === exact ? 'anchored' : 'changed',
});
const query = (answeredAt: string | null): Signable['comments'][number] => ({
  ...plainNote,
  id: 'c',
  revision: 1,
  claimId: 'a',
  parentId: null,
  kind: 'query',
  to: 'tom',
  answeredAt,
  body: 'Ten?',
  author: null,
  createdBy: 'maya',
  createdAt: time,
  updatedAt: time,
  resolvedBy: null,
  resolvedAt: null,
});
const claim = (fields: Partial<Signable> = {}): Signable => ({
  id: 'a',
  createdAt: time,
  deletedAt: null,
  status: 'approved',
  closed: null,
  comments: [],
  anchors: [place(10, 'Ten boats.')],
  ...fields,
});
const kinds = (claims: Signable[], lacks: (claim: Signable) => boolean = () => false) =>
  blockersOf({ claims, uncovered: [], fullCoverage: false, lacks }).map(({ kind }) => kind);

describe('blockersOf', () => {
  it.each<[string, Partial<Signable>, BlockerKind[]]>([
    ['an approved claim on the words that were judged', {}, []],
    ['a claim that nobody has looked at', { status: 'open' }, ['unapproved']],
    ['a claim that waits for its reviewer', { status: 'in-review' }, ['unapproved']],
    ['a disputed claim', { status: 'disputed' }, ['disputed']],
    ['a query that waits', { comments: [query(null)] }, ['query']],
    ['two queries that wait', { comments: [query(null), query(null)] }, ['query']],
    ['a query that is answered', { comments: [query(time)] }, []],
    ['a note', { comments: [{ ...query(null), kind: 'note' }] }, []],
    ['words that changed', { anchors: [place(10, 'Ten boats.', 'Nine boats.')] }, ['stale']],
    ['one of two places that is gone', { anchors: [place(10, 'Ten boats.'), place(null, 'Ten boats.')] }, ['stale']],
    ['words that are gone', { anchors: [place(null, 'Ten boats.')] }, ['orphaned']],
    [
      'words that are gone, closed with a reason',
      { anchors: [place(null, 'Ten boats.')], status: 'open', closed: { by: 'maya', at: time, reason: 'Cut.' } },
      [],
    ],
    ['a deleted claim', { deletedAt: time, status: 'open', comments: [query(null)] }, []],
    [
      'everything at once, in a fixed order',
      { status: 'query', comments: [query(null)], anchors: [place(10, 'Ten boats.', 'Nine boats.')] },
      ['query', 'stale', 'unapproved'],
    ],
  ])('%s', (_, fields, expected) => {
    expect(kinds([claim(fields)])).toEqual(expected);
  });

  it('asks of a verdict what the rules ask', () => {
    expect(kinds([claim()], () => true)).toEqual(['rules']);
    expect(kinds([claim({ status: 'open' })], () => true)).toEqual(['unapproved', 'rules']);
  });

  it('names the words as they stand, or as they were judged where they are gone', () => {
    const moved = claim({ anchors: [place(10, 'Ten boats.', 'Nine boats.')] });
    const gone = claim({ id: 'b', anchors: [place(null, 'Two piers.')] });
    const asked = { claims: [gone, moved], uncovered: [], fullCoverage: false, lacks: () => false };
    expect(blockersOf(asked)).toEqual([
      { kind: 'stale', claimId: 'a', exact: 'Nine boats.', start: 10, end: 20 },
      { kind: 'orphaned', claimId: 'b', exact: 'Two piers.' },
    ]);
  });

  it('counts sentences that nobody looked at where the rules ask for it, between the claims', () => {
    const sentence = { exact: 'It rained.', start: 30, end: 40 };
    const late = claim({ id: 'b', status: 'open', anchors: [place(50, 'Two piers.')] });
    const asked = { claims: [late, claim({ status: 'open' })], uncovered: [sentence], lacks: () => false };
    expect(blockersOf({ ...asked, fullCoverage: false })).toHaveLength(2);
    expect(blockersOf({ ...asked, fullCoverage: true }).map(({ start }) => start)).toEqual([10, 30, 50]);
  });

  const anyClaim = fc
    .record({
      id: fc.uuid(),
      status: fc.constantFrom('open', 'checking', 'query', 'in-review', 'approved', 'disputed'),
      deletedAt: fc.constantFrom(null, null, time),
      closed: fc.constantFrom(null, null, { by: 'maya', at: time, reason: 'Cut.' }),
      comments: fc.constantFrom([], [query(null)], [query(time)]),
      anchors: fc.array(
        fc
          .tuple(fc.option(fc.nat(500), { nil: null }), fc.boolean())
          .map(([start, same]) => place(start, 'Ten boats.', same ? 'Ten boats.' : 'Nine.')),
        { minLength: 1, maxLength: 3 },
      ),
    })
    .map((fields) => claim(fields as unknown as Partial<Signable>));

  it('lets an article through only where every claim that counts is approved, settled and on its words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyClaim, { selector: ({ id }) => id, maxLength: 8 }), (claims) => {
        const blockers = blockersOf({ claims, uncovered: [], fullCoverage: true, lacks: () => false });
        const clean = (one: Signable) =>
          one.deletedAt !== null ||
          one.closed !== null ||
          (one.status === 'approved' &&
            one.anchors.every(({ state }) => state === 'anchored') &&
            one.comments.every(({ kind, answeredAt }) => kind !== 'query' || answeredAt !== null));
        expect(new Set(blockers.map(({ claimId }) => claimId))).toEqual(
          new Set(claims.filter((one) => !clean(one)).map(({ id }) => id)),
        );
        const pairs = blockers.map(({ kind, claimId }) => `${kind} ${claimId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(blockers.every(({ kind }) => blockerKinds.includes(kind))).toBe(true);
        const starts = blockers.map(({ start }) => start ?? Number.POSITIVE_INFINITY);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
