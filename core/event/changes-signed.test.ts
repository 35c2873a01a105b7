import { describe, expect, it } from 'vitest';
import { changesWhatWasSigned } from './changes-signed';
import { type Event, eventKinds } from './event';

type Fields = Event['before'];
const changes = (kind: Event['kind'], before: Fields = null, after: Fields = null) =>
  changesWhatWasSigned({ kind, before, after });

describe('changesWhatWasSigned', () => {
  it.each<[boolean, string, Event['kind'], Fields?, Fields?]>([
    [true, 'the text is edited', 'article.edited', { version: 1 }, { version: 2 }],
    [true, 'the title changes', 'article.changed', { title: 'A' }, { title: 'B' }],
    [true, 'the verdicts are of another scale', 'article.changed', { scale: 'a' }, { scale: 'b' }],
    [false, 'the deadline changes', 'article.changed', { deadline: null }, { deadline: '2026-03-01T10:00:00.000Z' }],
    [false, 'it is put away', 'article.changed', { status: 'signed-off' }, { status: 'archived' }],
    [false, 'its address is named', 'article.changed', { url: null }, { url: 'https://post.example.org' }],
    [false, 'it goes into the bin', 'article.deleted'],
    [false, 'it is signed off', 'article.signed-off', null, { status: 'signed-off' }],
    [true, 'a claim is marked', 'claim.created', null, { exact: 'Ten.' }],
    [true, 'a claim is deleted', 'claim.deleted'],
    [true, 'a claim comes back', 'claim.restored'],
    [true, 'a verdict changes', 'claim.changed', { verdict: 'true' }, { verdict: 'false' }],
    [true, 'a rationale changes', 'claim.changed', { rationale: null }, { rationale: 'Seen.' }],
    [true, 'a correction is proposed', 'claim.changed', { correction: null }, { correction: 'nine' }],
    [true, 'a verdict holds of other words', 'claim.confirmed', { words: ['ten'] }, { words: ['nine'] }],
    [true, 'an approval is taken back', 'claim.unapproved', { status: 'approved' }, { status: 'in-review' }],
    [true, 'a claim is sent back', 'claim.returned', { status: 'approved' }, { status: 'checking', note: 'Again.' }],
    [true, 'an approval ends', 'claim.changed', { status: 'approved' }, { status: 'in-review' }],
    [true, 'a closed claim opens', 'claim.reopened'],
    [false, 'somebody takes a claim on', 'claim.changed', { assigneeId: null }, { assigneeId: 'tom' }],
    [false, 'it is graver', 'claim.changed', { severity: null }, { severity: 'critical' }],
    [false, 'a claim is approved', 'claim.approved', { status: 'in-review' }, { status: 'approved' }],
    [true, 'a place is added', 'anchor.added'],
    [true, 'a source is cited', 'citation.added'],
    [true, 'a citation is dropped', 'citation.dropped'],
    [true, 'a correction is put in', 'correction.accepted'],
    [false, 'somebody says something', 'comment.added', null, { body: 'Ten?' }],
    [false, 'a correction is logged', 'notice.added', null, { body: 'Nine, not ten.' }],
    [false, 'a sentence is looked at', 'look.added', null, { exact: 'It rained.' }],
  ])('is %s where %s', (expected, _, kind, before, after) => {
    expect(changes(kind, before, after)).toBe(expected);
  });

  it('is answered for every kind of event, whatever it says', () => {
    for (const kind of eventKinds) expect(typeof changes(kind)).toBe('boolean');
  });
});
