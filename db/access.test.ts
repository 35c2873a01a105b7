import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comment } from '@/core/claim/comment';
import { Problem } from '@/core/problem';
import { addAnchor } from './changes/add-anchor';
import { addCitation } from './changes/add-citation';
import { addComment } from './changes/add-comment';
import { approveClaim } from './changes/approve-claim';
import { changeArticle } from './changes/change-article';
import { changeCitation } from './changes/change-citation';
import { changeClaim } from './changes/change-claim';
import { changeComment } from './changes/change-comment';
import { changeNewsroom } from './changes/change-newsroom';
import { changeScale } from './changes/change-scale';
import { changeSource } from './changes/change-source';
import { createArticle } from './changes/create-article';
import { createClaim } from './changes/create-claim';
import { createScale } from './changes/create-scale';
import { createSource } from './changes/create-source';
import { deleteArticle } from './changes/delete-article';
import { deleteClaim } from './changes/delete-claim';
import { deleteComment } from './changes/delete-comment';
import { deleteScale } from './changes/delete-scale';
import { deleteSource } from './changes/delete-source';
import { dropAnchor } from './changes/drop-anchor';
import { dropCitation } from './changes/drop-citation';
import { moveAnchor } from './changes/move-anchor';
import { reopenComment, resolveComment } from './changes/resolve-comment';
import { restoreArticle } from './changes/restore-article';
import { restoreClaim } from './changes/restore-claim';
import { restoreComment } from './changes/restore-comment';
import { returnClaim } from './changes/return-claim';
import { articleText, getArticle, listArticles, readArticle } from './queries/articles';
import { claimHistory, getClaim, listClaims } from './queries/claims';
import { commentsOf } from './queries/comments';
import { eventsAfter } from './queries/events';
import { findSourceByAddress, getSource, listSources, sourceClaims } from './queries/sources';
import { stepsAfter } from './queries/steps';
import { type Desk, desk } from './testing/desk';

let at: Desk;
let comment: Comment;
beforeEach(async () => {
  at = await desk();
  comment = (await addComment(at.store, at.call(at.cy), at.claim.id, { body: 'Is the archive complete?' })).record;
});
afterEach(() => at.drop());

type Ids = {
  article: string;
  claim: string;
  anchor: string;
  citation: string;
  comment: string;
  source: string;
  scale: string;
};
type Act = (by: Desk['ann'], ids: Ids, revision: number) => Promise<unknown>;
const inArticle: [string, Act][] = [
  ['reads the article', (by, { article }) => getArticle(at.store, at.call(by), article)],
  ['reads its parsed text', (by, { article }) => readArticle(at.store, at.call(by), article)],
  ['reads its plain text', (by, { article }) => articleText(at.store, at.call(by), article)],
  ['reads its steps', (by, { article }) => stepsAfter(at.store, at.call(by), article, 0)],
  ['reads its events', (by, { article }) => eventsAfter(at.store, at.call(by), article, 0)],
  ['lists its claims', (by, { article }) => listClaims(at.store, at.call(by), article)],
  ['reads a claim', (by, { claim }) => getClaim(at.store, at.call(by), claim)],
  ['reads a history', (by, { claim }) => claimHistory(at.store, at.call(by), claim)],
  ['changes the article', (by, { article }, r) => changeArticle(at.store, at.call(by), article, r, { title: 'x' })],
  ['deletes the article', (by, { article }, r) => deleteArticle(at.store, at.call(by), article, r)],
  ['restores the article', (by, { article }) => restoreArticle(at.store, at.call(by), article)],
  [
    'makes a claim',
    (by, { article }) => createClaim(at.store, at.call(by), article, { anchors: [{ start: 0, end: 3 }] }),
  ],
  ['changes a claim', (by, { claim }, r) => changeClaim(at.store, at.call(by), claim, r, { verdict: 'false' })],
  ['deletes a claim', (by, { claim }, r) => deleteClaim(at.store, at.call(by), claim, r)],
  ['restores a claim', (by, { claim }) => restoreClaim(at.store, at.call(by), claim)],
  ['approves a claim', (by, { claim }) => approveClaim(at.store, at.call(by), claim)],
  ['returns a claim', (by, { claim }) => returnClaim(at.store, at.call(by), claim, 'why')],
  ['adds an anchor', (by, { claim }, r) => addAnchor(at.store, at.call(by), claim, r, { start: 0, end: 3 })],
  [
    'moves an anchor',
    (by, { claim, anchor }, r) => moveAnchor(at.store, at.call(by), claim, anchor, r, { start: 0, end: 3 }),
  ],
  ['drops an anchor', (by, { claim, anchor }, r) => dropAnchor(at.store, at.call(by), claim, anchor, r)],
  [
    'adds a citation',
    (by, { claim }) => addCitation(at.store, at.call(by), claim, { source: { title: 'A' }, stance: 'context' }),
  ],
  ['changes a citation', (by, { citation }, r) => changeCitation(at.store, at.call(by), citation, r, { quote: 'x' })],
  ['reads its comments', (by, { claim }) => commentsOf(at.store, at.call(by), claim)],
  ['adds a comment', (by, { claim }) => addComment(at.store, at.call(by), claim, { body: 'Who says so?' })],
  ['changes a comment', (by, { comment }, r) => changeComment(at.store, at.call(by), comment, r, { body: 'x' })],
  ['deletes a comment', (by, { comment }, r) => deleteComment(at.store, at.call(by), comment, r)],
  ['restores a comment', (by, { comment }) => restoreComment(at.store, at.call(by), comment)],
  ['resolves a comment', (by, { comment }) => resolveComment(at.store, at.call(by), comment)],
  ['reopens a comment', (by, { comment }) => reopenComment(at.store, at.call(by), comment)],
  ['drops a citation', (by, { citation }, r) => dropCitation(at.store, at.call(by), citation, r)],
];
const elsewhere: [string, Act][] = [
  ['makes an article', (by) => createArticle(at.store, at.call(by), { text: 'News.' })],
  ['makes a source', (by) => createSource(at.store, at.call(by), { title: 'A' })],
  ['changes a source', (by, { source }, r) => changeSource(at.store, at.call(by), source, r, { title: 'x' })],
  ['deletes a source', (by, { source }, r) => deleteSource(at.store, at.call(by), source, r)],
  ['makes a scale', (by) => createScale(at.store, at.call(by), { name: 'A', verdicts: [] })],
  ['changes a scale', (by, { scale }, r) => changeScale(at.store, at.call(by), scale, r, { name: 'x' })],
  ['deletes a scale', (by, { scale }, r) => deleteScale(at.store, at.call(by), scale, r)],
  ['changes the newsroom', (by, _, r) => changeNewsroom(at.store, at.call(by), r, { name: 'x' })],
];
const acts = [...inArticle, ...elsewhere];
const changes = acts.filter(([name]) => !/^(reads|lists)/.test(name));

const ids = (): Ids => ({
  article: at.article.id,
  claim: at.claim.id,
  anchor: at.claim.anchors[0]!.id,
  citation: at.citation.id,
  comment: comment.id,
  source: at.source.id,
  scale: 'newsroom',
});
const nowhere: Ids = { article: 'x', claim: 'x', anchor: 'x', citation: 'x', comment: 'x', source: 'x', scale: 'x' };

/** How an act ends: `done`, or all that its refusal says. */
async function outcome(act: Promise<unknown>): Promise<unknown> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, values: error.values, extra: error.extra };
  }
}
const absent = { code: 'absent', values: {}, extra: {} };
const forbidden = { code: 'forbidden', values: {}, extra: {} };

describe('an article that is not yours to see', () => {
  it.each(inArticle)('looks like one that is not there to a person who %s', async (_, act) => {
    await changeArticle(at.store, at.call(at.ed), at.article.id, 1, { access: { kind: 'restricted', people: ['cy'] } });
    for (const revision of [1, 7]) {
      expect(await outcome(act(at.ann, ids(), revision))).toEqual(absent);
      expect(await outcome(act(at.ann, nowhere, revision))).toEqual(absent);
    }
  });

  it('is in no list of theirs, and in the lists of its people and its maker', async () => {
    const { store, call, ann, ed, cy, article, source } = at;
    const restricted = { kind: 'restricted' as const, people: ['cy'] };
    const { access } = await changeArticle(store, call(ed), article.id, 1, { access: restricted });
    expect(access).toEqual(restricted);
    for (const [by, seen] of [
      [ann, 0],
      [ed, 1],
      [cy, 1],
    ] as const) {
      expect((await listArticles(store, call(by))).items).toHaveLength(seen);
      expect((await listSources(store, call(by))).items.map(({ claims }) => claims)).toEqual([seen]);
      expect(await sourceClaims(store, call(by), source.id)).toHaveLength(seen);
    }
    await changeArticle(store, call(ed), article.id, 2, { access: { kind: 'newsroom' } });
    expect((await listArticles(store, call(ann))).items).toHaveLength(1);
  });

  it('is restricted to people of the newsroom only', async () => {
    const access = { kind: 'restricted' as const, people: ['cy', 'nobody'] };
    const change = changeArticle(at.store, at.call(at.ed), at.article.id, 1, { access });
    await expect(change).rejects.toMatchObject({ code: 'person-unknown' });
    expect((await getArticle(at.store, at.call(at.ann), at.article.id)).access).toEqual({ kind: 'newsroom' });
  });
});

describe('a viewer', () => {
  it.each(changes)('is refused when they try what %s', async (_, act) => {
    expect(await outcome(act(at.vi, ids(), 1))).toEqual(forbidden);
    expect(await outcome(act(at.vi, nowhere, 1))).toEqual(forbidden);
  });
});

describe('a checker', () => {
  const reserved = ['changes the article', 'deletes the article', 'restores the article', 'makes an article'];
  const admins = ['approves a claim', 'returns a claim', 'makes a scale', 'changes a scale', 'deletes a scale'];
  const refused = new Set([...reserved, ...admins, 'changes the newsroom']);
  it.each(changes)('may do what is theirs, and only that: %s', async (name, act) => {
    const ended = await outcome(act(at.cy, ids(), 1));
    expect(typeof ended === 'object' && (ended as { code: string }).code === 'forbidden').toBe(refused.has(name));
  });

  it('cannot approve by way of the status', async () => {
    const { store, call, cy, claim, article } = at;
    expect(await outcome(changeClaim(store, call(cy), claim.id, 1, { status: 'approved' }))).toEqual(forbidden);
    const made = createClaim(store, call(cy), article.id, {
      anchors: [{ start: 0, end: 3 }],
      verdict: 'true',
      status: 'approved',
    });
    expect(await outcome(made)).toEqual(forbidden);
  });
});

describe('what is confidential', () => {
  beforeEach(() =>
    changeSource(at.store, at.call(at.cy), at.source.id, 1, { confidential: true, note: 'Met at night.' }),
  );

  it('never reaches a viewer: not by id, in a list, by its address, in a claim, nor in what happened', async () => {
    const { store, call, vi, source, claim, citation, article } = at;
    expect(await outcome(getSource(store, call(vi), source.id))).toEqual(absent);
    expect(await outcome(sourceClaims(store, call(vi), source.id))).toEqual(absent);
    await changeCitation(store, call(at.cy), citation.id, 1, { locator: 'Drawer 4', note: 'Burn this.' });
    const seen = [
      await listSources(store, call(vi)),
      await listSources(store, call(vi), { q: source.url! }),
      await findSourceByAddress(store, call(vi), source.url!),
      await getClaim(store, call(vi), claim.id),
      await listClaims(store, call(vi), article.id),
      await claimHistory(store, call(vi), claim.id),
      await eventsAfter(store, call(vi), article.id, 0),
    ];
    const told = JSON.stringify(seen);
    for (const secret of [
      source.id,
      citation.id,
      'City archive',
      'archive.example',
      '4 May',
      'night',
      'Drawer',
      'Burn',
    ])
      expect(told).not.toContain(secret);
    expect((await claimHistory(store, call(vi), claim.id)).map(({ kind }) => kind)).toEqual(['claim.created']);
  });

  it('is there for those who check', async () => {
    const { store, call, cy, source, claim } = at;
    expect(await getSource(store, call(cy), source.id)).toMatchObject({ confidential: true, note: 'Met at night.' });
    expect((await getClaim(store, call(cy), claim.id)).citations).toMatchObject([{ note: 'Asked twice.' }]);
    expect((await claimHistory(store, call(cy), claim.id)).map(({ kind }) => kind)).toEqual([
      'claim.created',
      'citation.added',
      'comment.added',
      'source.changed',
    ]);
  });
});

describe('notes', () => {
  it('stay inside, even those of a source that is not confidential', async () => {
    const { store, call, vi, ed, source, claim, article } = at;
    await changeSource(store, call(ed), source.id, 1, { note: 'Rude on the phone.' });
    await returnClaim(store, call(ed), claim.id, 'Too thin.');
    const seen = [
      await getSource(store, call(vi), source.id),
      await listSources(store, call(vi)),
      await getClaim(store, call(vi), claim.id),
      await claimHistory(store, call(vi), claim.id),
      await eventsAfter(store, call(vi), article.id, 0),
    ];
    const told = JSON.stringify(seen);
    expect(told).toContain('City archive');
    for (const internal of ['Rude', 'Asked twice', 'Too thin']) expect(told).not.toContain(internal);
  });
});

describe('comments', () => {
  it('never reach a viewer: not in a claim, a list, nor in what happened', async () => {
    const { store, call, vi, ed, cy, claim, article } = at;
    const said = await addComment(store, call(ed), claim.id, { body: 'Ring the mayor.', parentId: comment.id });
    await changeComment(store, call(ed), said.record.id, 1, { body: 'Ring the mayor at home.' });
    await resolveComment(store, call(cy), comment.id);
    await reopenComment(store, call(cy), comment.id);
    await deleteComment(store, call(ed), said.record.id, 2);
    const seen = [
      await getClaim(store, call(vi), claim.id),
      await listClaims(store, call(vi), article.id),
      await commentsOf(store, call(vi), claim.id),
      await claimHistory(store, call(vi), claim.id),
      await eventsAfter(store, call(vi), article.id, 0),
    ];
    const told = JSON.stringify(seen);
    for (const internal of [comment.id, said.record.id, 'archive complete', 'mayor at home', 'comment.'])
      expect(told).not.toContain(internal);
    expect(seen[0]).toMatchObject({ comments: [] });
    expect((await eventsAfter(store, call(cy), article.id, 0)).map(({ kind }) => kind)).toEqual([
      'article.created',
      'claim.created',
      'source.created',
      'citation.added',
      'comment.added',
      'comment.added',
      'comment.changed',
      'comment.resolved',
      'comment.reopened',
      'comment.deleted',
    ]);
  });
});
