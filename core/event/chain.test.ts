import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainText, type Link, walkChain } from './chain';
import { eventKinds } from './event';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function chained(said: readonly Omit<Link, 'id' | 'hash'>[]): Link[] {
  let previous = CHAIN_START;
  return said.map((event, at) => {
    const hash = sha256(chainText(previous, event));
    previous = hash;
    return { ...event, id: at + 1, hash };
  });
}

const words = fc.option(fc.string());
const fields = fc.option(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })));
const event = fc.record({
  kind: fc.constantFrom(...eventKinds),
  at: fc.constant('2026-03-02T09:00:00.000Z'),
  by: fc.string(),
  articleId: words,
  claimId: words,
  sourceId: words,
  before: fields,
  after: fields,
});
const events = fc.array(event, { minLength: 1, maxLength: 12 });

describe('walkChain', () => {
  it('finds nothing where there is nothing', () => {
    expect(walkChain([], sha256)).toEqual({ events: 0, head: null, brokenAt: null });
  });

  it('finds a chain whole that is as it was written, also after a way through JSON', () => {
    fc.assert(
      fc.property(events, (said) => {
        const links: Link[] = JSON.parse(JSON.stringify(chained(said)));
        const last = links.at(-1)!;
        expect(walkChain(links, sha256)).toEqual({
          events: said.length,
          head: { id: last.id, hash: last.hash },
          brokenAt: null,
        });
      }),
    );
  });

  it.each<[string, (links: Link[], at: number) => unknown]>([
    ['other words', (links, at) => (links[at] = { ...links[at]!, after: { title: 'Never said by anybody.' } })],
    ['another author', (links, at) => (links[at] = { ...links[at]!, by: `${links[at]!.by}!` })],
    ['another time', (links, at) => (links[at] = { ...links[at]!, at: '2026-03-02T09:00:00.001Z' })],
    ['no hash', (links, at) => (links[at] = { ...links[at]!, hash: null })],
    [
      'a hash made anew of what it now says',
      (links, at) => {
        const altered = { ...links[at]!, by: `${links[at]!.by}!` };
        links[at] = { ...altered, hash: sha256(chainText(links[at - 1]?.hash ?? CHAIN_START, altered)) };
      },
    ],
    ['an event that is gone', (links, at) => links.splice(at, 1)],
    ['an event that is told twice', (links, at) => links.splice(at, 0, links[at]!)],
  ])('finds %s, wherever it is', (_, alter) => {
    fc.assert(
      fc.property(events, fc.nat(), (said, place) => {
        const links = chained([...said, { ...said[0]!, by: 'the last' }]);
        alter(links, place % said.length);
        expect(walkChain(links, sha256).brokenAt).not.toBeNull();
      }),
    );
  });

  it('does not notice that the end is missing, but for its head', () => {
    const links = chained([
      {
        kind: 'claim.deleted',
        at: '2026-03-02T09:00:00.000Z',
        by: 'ada',
        articleId: 'a',
        claimId: 'c',
        sourceId: null,
        before: null,
        after: null,
      },
      {
        kind: 'claim.restored',
        at: '2026-03-02T09:00:01.000Z',
        by: 'ada',
        articleId: 'a',
        claimId: 'c',
        sourceId: null,
        before: null,
        after: null,
      },
    ]);
    const cut = walkChain(links.slice(0, 1), sha256);
    expect(cut.brokenAt).toBeNull();
    expect(cut.head).not.toEqual(walkChain(links, sha256).head);
  });
});
