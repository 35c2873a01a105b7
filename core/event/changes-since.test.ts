import { describe, expect, it } from 'vitest';
import { changesSince } from './changes-since';
import type { Event } from './event';

const event = (id: number, kind: Event['kind'], claimId: string | null, after: Event['after'] = null): Event => ({
  id,
  kind,
  at: '2026-03-01T10:00:00.000Z',
  by: 'maya',
  articleId: 'a',
  claimId,
  sourceId: null,
  before: null,
  after,
});

describe('changesSince', () => {
  it('gathers what was changed by claim, the text before all, and leaves out what nobody signed', () => {
    const events = [
      event(1, 'claim.changed', 'one', { verdict: 'false' }),
      event(2, 'comment.added', 'one', { body: 'Ten?' }),
      event(3, 'article.edited', null),
      event(4, 'citation.added', 'two'),
      event(5, 'anchor.changed', 'one'),
      event(6, 'article.changed', null, { deadline: null }),
    ];
    expect(changesSince(events).map(({ claimId, events }) => [claimId, events.map(({ id }) => id)])).toEqual([
      [null, [3]],
      ['one', [1, 5]],
      ['two', [4]],
    ]);
  });
});
