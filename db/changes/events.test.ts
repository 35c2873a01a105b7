import { desc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventKind } from '@/core/event/event';
import type { Call } from '@/db/call';
import { events } from '@/db/schema/schema';
import { type Desk, desk } from '@/db/testing/desk';
import { addAnchor } from './add-anchor';
import { addCitation } from './add-citation';
import { addComment } from './add-comment';
import { approveClaim } from './approve-claim';
import { changeArticle } from './change-article';
import { changeCitation } from './change-citation';
import { changeClaim } from './change-claim';
import { changeComment } from './change-comment';
import { changeNewsroom } from './change-newsroom';
import { changeScale } from './change-scale';
import { changeSource } from './change-source';
import { createArticle } from './create-article';
import { createClaim } from './create-claim';
import { createScale } from './create-scale';
import { createSource } from './create-source';
import { deleteArticle } from './delete-article';
import { deleteClaim } from './delete-claim';
import { deleteComment } from './delete-comment';
import { deleteScale } from './delete-scale';
import { deleteSource } from './delete-source';
import { dropAnchor } from './drop-anchor';
import { dropCitation } from './drop-citation';
import { moveAnchor } from './move-anchor';
import { reopenComment, resolveComment } from './resolve-comment';
import { restoreArticle } from './restore-article';
import { restoreClaim } from './restore-claim';
import { restoreComment } from './restore-comment';
import { returnClaim } from './return-claim';

let at: Desk;
beforeEach(async () => {
  at = await desk();
});
afterEach(() => at.drop());

type Change = (call: Call, at: Desk) => Promise<unknown>;
const changes: [EventKind, Change, object | null, object | null][] = [
  [
    'article.created',
    (call, { store }) => createArticle(store, call, { text: 'News.', title: 'News', language: 'en' }),
    null,
    { title: 'News', language: 'en', scale: 'five-point', words: 1 },
  ],
  [
    'article.changed',
    (call, { store, article }) => changeArticle(store, call, article.id, 1, { title: 'A bridge', status: 'checking' }),
    { title: 'The bridge', status: 'draft' },
    { title: 'A bridge', status: 'checking' },
  ],
  [
    'article.deleted',
    (call, { store, article }) => deleteArticle(store, call, article.id, 1),
    { title: 'The bridge' },
    null,
  ],
  [
    'claim.created',
    (call, { store, article }) =>
      createClaim(store, call, article.id, { anchors: [{ exact: 'It opened' }], verdict: 'false' }),
    null,
    { exact: 'It opened', places: 1, verdict: 'false', status: 'open' },
  ],
  [
    'claim.changed',
    (call, { store, claim }) => changeClaim(store, call, claim.id, 1, { severity: 'major', rationale: null }),
    { severity: null, rationale: 'The city archive says so.' },
    { severity: 'major', rationale: null },
  ],
  [
    'claim.deleted',
    (call, { store, claim }) => deleteClaim(store, call, claim.id, 1),
    { exact: 'It opened in 1987.', verdict: 'true' },
    null,
  ],
  [
    'claim.approved',
    (call, { store, claim }) => approveClaim(store, call, claim.id, 1),
    { status: 'open', approvedBy: null },
    { status: 'approved', approvedBy: 'ann' },
  ],
  [
    'claim.returned',
    (call, { store, claim }) => returnClaim(store, call, claim.id, 'Ask the archive.'),
    { status: 'open' },
    { status: 'checking', note: 'Ask the archive.' },
  ],
  [
    'anchor.added',
    (call, { store, claim }) => addAnchor(store, call, claim.id, 1, { exact: 'longest bridge' }),
    null,
    { exact: 'longest bridge' },
  ],
  [
    'anchor.moved',
    (call, { store, claim }) =>
      moveAnchor(store, call, claim.id, claim.anchors[0]!.id, 1, { exact: 'It opened in 1987' }),
    { exact: 'It opened in 1987.' },
    { exact: 'It opened in 1987.', current: 'It opened in 1987' },
  ],
  [
    'citation.added',
    (call, { store, claim, source }) => addCitation(store, call, claim.id, { sourceId: source.id, stance: 'context' }),
    null,
    { title: 'City archive', stance: 'context' },
  ],
  [
    'citation.changed',
    (call, { store, citation }) => changeCitation(store, call, citation.id, 1, { locator: 'p. 4' }),
    { title: 'City archive', locator: null },
    { title: 'City archive', locator: 'p. 4' },
  ],
  [
    'citation.dropped',
    (call, { store, citation }) => dropCitation(store, call, citation.id, 1),
    { title: 'City archive', stance: 'supports', quote: 'opened on 4 May 1987', note: 'Asked twice.' },
    null,
  ],
  [
    'comment.added',
    (call, { store, claim }) => addComment(store, call, claim.id, { body: 'Says who?' }),
    null,
    { body: 'Says who?' },
  ],
  [
    'source.created',
    (call, { store }) => createSource(store, call, { url: 'https://example.org/a', confidential: true }),
    null,
    { title: 'https://example.org/a', kind: 'web', confidential: true },
  ],
  [
    'source.changed',
    (call, { store, source }) => changeSource(store, call, source.id, 1, { tier: 'primary' }),
    { tier: null },
    { tier: 'primary' },
  ],
  [
    'scale.created',
    (call, { store }) => createScale(store, call, { name: 'Ours', verdicts: [] }),
    null,
    { name: 'Ours', verdicts: [] },
  ],
  [
    'scale.changed',
    (call, { store }) => changeScale(store, call, 'newsroom', 1, { name: 'House' }),
    { scaleId: 'newsroom', name: 'Newsroom' },
    { scaleId: 'newsroom', name: 'House' },
  ],
  [
    'scale.deleted',
    (call, { store }) => deleteScale(store, call, 'six-point', 1),
    { scaleId: 'six-point', name: 'Six-point' },
    null,
  ],
  [
    'newsroom.changed',
    (call, { store }) => changeNewsroom(store, call, 1, { name: 'The Gazette' }),
    { name: '' },
    { name: 'The Gazette' },
  ],
];

async function lastEvents(count: number) {
  const rows = await at.store.read.select().from(events).orderBy(desc(events.id)).limit(count);
  return rows.reverse();
}
const countEvents = async () => (await lastEvents(1000)).length;

describe('every change', () => {
  it.each(changes)(
    '%s writes one event with what was before and what is after',
    async (kind, change, before, after) => {
      const already = await countEvents();
      const call = at.call(at.ann);
      await change(call, at);
      const [event] = await lastEvents(1);
      expect(await countEvents()).toBe(already + 1);
      expect(event).toMatchObject({ kind, by: 'ann', at: call.at });
      before === null ? expect(event!.before).toBeNull() : expect(event!.before).toMatchObject(before);
      after === null ? expect(event!.after).toBeNull() : expect(event!.after).toMatchObject(after);
      expect(event!.articleId !== null).toBe(/^(article|claim|anchor|citation|comment)/.test(kind));
      expect(event!.claimId !== null).toBe(/^(claim|anchor|citation|comment)/.test(kind));
      expect(event!.sourceId !== null).toBe(/^(source|citation)/.test(kind));
    },
  );

  it('tells what is undone: an article or a claim restored, an anchor dropped, a source deleted', async () => {
    const { store, call, ann, article, claim, source, citation } = at;
    await deleteClaim(store, call(ann), claim.id, 1);
    await restoreClaim(store, call(ann), claim.id);
    const anchored = await addAnchor(store, call(ann), claim.id, 3, { exact: 'longest bridge' });
    await dropAnchor(store, call(ann), claim.id, anchored.anchors[1]!.id, 4);
    await dropCitation(store, call(ann), citation.id, 1);
    await deleteSource(store, call(ann), source.id, 1);
    await deleteArticle(store, call(ann), article.id, 1);
    await restoreArticle(store, call(ann), article.id);
    expect((await lastEvents(8)).map(({ kind }) => kind)).toEqual([
      'claim.deleted',
      'claim.restored',
      'anchor.added',
      'anchor.dropped',
      'citation.dropped',
      'source.deleted',
      'article.deleted',
      'article.restored',
    ]);
  });
});

describe('a comment', () => {
  it('is told at every turn, each with what it said', async () => {
    const { store, call, cy, claim } = at;
    const { record } = await addComment(store, call(cy), claim.id, { body: 'Says who?' });
    await changeComment(store, call(cy), record.id, 1, { body: 'Says **who**?' });
    await resolveComment(store, call(cy), record.id);
    await reopenComment(store, call(cy), record.id);
    await deleteComment(store, call(cy), record.id, 4);
    await restoreComment(store, call(cy), record.id);
    const told = (await lastEvents(5)).map(({ kind, before, after }) => [kind, before, after]);
    expect(told).toEqual([
      ['comment.changed', { commentId: record.id, body: 'Says who?' }, { commentId: record.id, body: 'Says **who**?' }],
      ['comment.resolved', null, { commentId: record.id, said: 'Says **who**?' }],
      ['comment.reopened', null, { commentId: record.id, said: 'Says **who**?' }],
      ['comment.deleted', { commentId: record.id, body: 'Says **who**?' }, null],
      ['comment.restored', null, { commentId: record.id, body: 'Says **who**?' }],
    ]);
  });
});

describe('a change that changes nothing', () => {
  const idle: [string, Change, number][] = [
    ['article', (call, { store, article }) => changeArticle(store, call, article.id, 1, { title: 'The bridge' }), 1],
    [
      'access',
      (call, { store, article }) => changeArticle(store, call, article.id, 1, { access: { kind: 'newsroom' } }),
      1,
    ],
    [
      'claim',
      (call, { store, claim }) => changeClaim(store, call, claim.id, 1, { verdict: 'true', severity: null }),
      1,
    ],
    [
      'anchor that is there',
      (call, { store, claim }) => addAnchor(store, call, claim.id, 1, { exact: 'It opened in 1987.' }),
      1,
    ],
    ['citation', (call, { store, citation }) => changeCitation(store, call, citation.id, 1, { stance: 'supports' }), 1],
    ['source', (call, { store, source }) => changeSource(store, call, source.id, 1, { title: 'City archive' }), 1],
    ['scale', (call, { store }) => changeScale(store, call, 'newsroom', 1, { name: 'Newsroom' }), 1],
    ['newsroom', (call, { store }) => changeNewsroom(store, call, 1, { rules: {} }), 1],
    ['restore of an article that is there', (call, { store, article }) => restoreArticle(store, call, article.id), 1],
    ['restore of a claim that is there', (call, { store, claim }) => restoreClaim(store, call, claim.id), 1],
  ];
  it.each(idle)('writes no event and raises no revision: %s', async (_, change, revision) => {
    const already = await countEvents();
    expect(await change(at.call(at.ann), at)).toMatchObject({ revision });
    expect(await countEvents()).toBe(already);
  });
});
