import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/core/words/words';
import { type Event, eventKinds } from './event';
import { eventSentence, eventSentences } from './sentence';
import type { Telling } from './telling';

const telling: Telling = {
  words: wordsOf('record'),
  people: new Map([
    ['maya', 'Maya Osei'],
    ['tom', 'Tom Hale'],
    ['rana', 'رنا'],
  ]),
  verdicts: [
    { key: 'mixed', label: 'Mixed' },
    { key: 'false', label: 'False' },
  ],
  scales: [{ id: 'five-point', name: 'Five-point' }],
};
type Fields = Record<string, unknown> | null;
const event = (kind: Event['kind'], before: Fields, after: Fields, by = 'maya'): Event => ({
  id: 1,
  kind,
  at: '2026-03-01T10:00:00.000Z',
  by,
  articleId: 'a',
  claimId: null,
  sourceId: null,
  before,
  after,
});
const cited = { citationId: 'k', sourceId: 's', title: 'Register of rents' };

describe('eventSentence', () => {
  it.each<[string, Event['kind'], Fields, Fields]>([
    ['Maya Osei marked the claim', 'claim.created', null, { exact: 'Ten.', places: 1, status: 'open' }],
    [
      'Maya Osei marked the claim in 2 places; Maya Osei gave the verdict False',
      'claim.created',
      null,
      { exact: 'Ten.', places: 2, verdict: 'false', verdictBy: 'maya', status: 'open' },
    ],
    ['Maya Osei gave the verdict False', 'claim.changed', { verdict: null }, { verdict: 'false', verdictBy: 'maya' }],
    ['Maya Osei changed the verdict from Mixed to False', 'claim.changed', { verdict: 'mixed' }, { verdict: 'false' }],
    ['Maya Osei took away the verdict Mixed', 'claim.changed', { verdict: 'mixed' }, { verdict: null }],
    ['Maya Osei gave the verdict pants-on-fire', 'claim.changed', { verdict: null }, { verdict: 'pants-on-fire' }],
    ['Maya Osei wrote the rationale', 'claim.changed', { rationale: null }, { rationale: 'Seen.' }],
    ['Maya Osei removed the rationale', 'claim.changed', { rationale: 'Seen.' }, { rationale: null }],
    ['Maya Osei proposed a correction', 'claim.changed', { correction: null }, { correction: 'nine' }],
    [
      'Maya Osei changed the severity from Minor to Critical',
      'claim.changed',
      { severity: 'minor' },
      { severity: 'critical' },
    ],
    [
      'Maya Osei noted that the mayor is quoted as saying it',
      'claim.changed',
      { attributedTo: null },
      { attributedTo: 'the mayor' },
    ],
    ['Maya Osei assigned the claim to Tom Hale', 'claim.changed', { assigneeId: null }, { assigneeId: 'tom' }],
    [
      'Maya Osei passed the claim from Maya Osei to Tom Hale',
      'claim.changed',
      { assigneeId: 'maya' },
      { assigneeId: 'tom' },
    ],
    ['Maya Osei took on the claim', 'claim.changed', { assigneeId: null }, { assigneeId: 'maya' }],
    ['Maya Osei gave up the claim', 'claim.changed', { assigneeId: 'maya' }, { assigneeId: null }],
    [
      'Maya Osei asked Someone for a second check',
      'claim.changed',
      { secondCheckerId: null },
      { secondCheckerId: 'gone' },
    ],
    ['Maya Osei moved the claim from Open to In review', 'claim.changed', { status: 'open' }, { status: 'in-review' }],
    [
      'Maya Osei approved the claim (1 of 2 approvals)',
      'claim.approved',
      null,
      { approvals: [{ by: 'maya' }], needed: 2 },
    ],
    ['Maya Osei approved the claim', 'claim.changed', { status: 'open' }, { status: 'approved', approvedBy: 'maya' }],
    [
      'Maya Osei changed the verdict from Mixed to False; The claim went back from Approved to In review, since what was approved had changed',
      'claim.changed',
      { verdict: 'mixed', status: 'approved', approvedBy: 'tom' },
      { verdict: 'false', status: 'in-review', approvedBy: null },
    ],
    [
      'Maya Osei moved the claim from Approved to In review',
      'claim.changed',
      { status: 'approved' },
      { status: 'in-review' },
    ],
    [
      'Maya Osei wrote the rationale; Maya Osei moved the claim from Approved to Checking',
      'claim.changed',
      { rationale: null, status: 'approved' },
      { rationale: 'Seen.', status: 'checking' },
    ],
    ['Maya Osei approved the claim', 'claim.approved', { status: 'in-review' }, { status: 'approved' }],
    [
      'Maya Osei took their approval back',
      'claim.unapproved',
      { status: 'approved', approvals: [{ by: 'maya' }] },
      { status: 'in-review', approvals: [] },
    ],
    [
      'Maya Osei sent the claim back to be checked again',
      'claim.returned',
      { status: 'in-review' },
      { status: 'checking', note: 'Ring them.' },
    ],
    [
      'Maya Osei restored the claim; Maya Osei took away the verdict Mixed',
      'claim.restored',
      { verdict: 'mixed' },
      { verdict: null, exact: 'Ten.' },
    ],
    [
      'Maya Osei added the source “Register of rents” (refutes)',
      'citation.added',
      null,
      { ...cited, stance: 'refutes' },
    ],
    [
      'Maya Osei changed the source “Register of rents” from supports to context',
      'citation.changed',
      { ...cited, stance: 'supports' },
      { ...cited, stance: 'context' },
    ],
    [
      'Maya Osei changed when “Register of rents” was consulted to Mar 2, 2026',
      'citation.changed',
      { ...cited, accessedAt: '2026-03-01T10:00:00Z' },
      { ...cited, accessedAt: '2026-03-02T10:00:00Z' },
    ],
    ['Maya Osei removed the source “Register of rents”', 'citation.dropped', { ...cited, stance: 'refutes' }, null],
    ['Maya Osei commented on the claim', 'comment.added', null, { commentId: 'k', body: 'Says who?' }],
    ['Maya Osei answered a comment', 'comment.added', null, { commentId: 'l', parentId: 'k', body: 'The register.' }],
    [
      'Maya Osei brought in a comment by Jo Writer',
      'comment.added',
      null,
      { commentId: 'm', parentId: 'k', author: 'Jo Writer', body: 'The register.' },
    ],
    ['Maya Osei brought in the article “Rents”', 'article.created', null, { title: 'Rents' }],
    [
      'Maya Osei changed the title from “Rents” to “Rents fall”; Maya Osei changed the scale from old to Five-point',
      'article.changed',
      { title: 'Rents', scale: 'old' },
      { title: 'Rents fall', scale: 'five-point' },
    ],
    [
      'Maya Osei moved the article from Checking to Archived',
      'article.changed',
      { status: 'checking' },
      { status: 'archived' },
    ],
    ['Maya Osei removed the deadline', 'article.changed', { deadline: '2026-03-02T10:00:00Z' }, { deadline: null }],
    [
      'Maya Osei restricted the article to 2 people',
      'article.changed',
      { access: { kind: 'newsroom' } },
      { access: { kind: 'restricted', people: ['a', 'b'] } },
    ],
    [
      'Maya Osei restricted the article to its maker',
      'article.changed',
      { access: { kind: 'newsroom' } },
      { access: { kind: 'restricted', people: [] } },
    ],
    [
      'Maya Osei made Tom Hale editor',
      'person.changed',
      { personId: 'tom', role: 'checker', active: true },
      { personId: 'tom', role: 'editor', active: true },
    ],
    [
      'Maya Osei closed the account of Tom Hale',
      'person.changed',
      { personId: 'tom', role: 'checker', active: true },
      { personId: 'tom', role: 'checker', active: false },
    ],
    [
      'Maya Osei marked the source “The ledger” as fallen',
      'source.standing',
      { standing: 'sound' },
      { title: 'The ledger', standing: 'fallen', note: 'Forged.' },
    ],
    [
      'Maya Osei sent the claim back to be checked again, since its source “The ledger” has fallen; Maya Osei moved the claim from Approved to Checking',
      'claim.recheck',
      { status: 'approved' },
      { status: 'checking', title: 'The ledger', standing: 'fallen', note: 'Forged.' },
    ],
    [
      'Maya Osei sent the claim back to be checked again, since a source of it no longer stands; Maya Osei moved the claim from Approved to Checking',
      'claim.recheck',
      { status: 'approved' },
      { status: 'checking' },
    ],
    [
      'Maya Osei merged the source “A ledger” into “The ledger”',
      'source.merged',
      { sourceId: 'a', title: 'A ledger' },
      { sourceId: 'b', title: 'The ledger' },
    ],
    [
      'Maya Osei merged the source “A ledger” into “The ledger”',
      'citation.changed',
      { citationId: 'c', sourceId: 'a', title: 'A ledger' },
      { citationId: 'c', sourceId: 'b', title: 'The ledger' },
    ],
    [
      'Maya Osei parted the source “A ledger” from “The ledger” again',
      'source.unmerged',
      { sourceId: 'b', title: 'The ledger' },
      { sourceId: 'a', title: 'A ledger' },
    ],
    [
      'Maya Osei parted the source “A ledger” from “The ledger” again',
      'citation.changed',
      { citationId: 'c', sourceId: 'b', title: 'The ledger' },
      { citationId: 'c', sourceId: 'a', title: 'A ledger', parted: true },
    ],
    ['Maya Osei brought the source “The ledger” back', 'source.restored', null, { title: 'The ledger' }],
    ['Maya Osei logged a contact with Ane Holt', 'contact.added', null, { who: 'Ane Holt', outcome: 'No answer' }],
  ])('%s', (sentence, kind, before, after) => {
    expect(eventSentence(event(kind, before, after), telling)).toBe(sentence);
  });

  it.each(eventKinds)('says something plain of %s, even when the event says nothing more', (kind) => {
    const sentence = eventSentence(event(kind, null, null), telling);
    expect(sentence).not.toMatch(/told\.|undefined|null|\{|MESSAGE/);
    expect(sentence.length).toBeGreaterThan(10);
  });

  it('keeps a right-to-left name in its place and a long title short', () => {
    expect(eventSentence(event('claim.approved', null, null, 'rana'), telling)).toBe(
      '\u2068رنا\u2069 approved the claim',
    );
    const title = 'word '.repeat(100);
    expect(eventSentence(event('article.created', null, { title }), telling)).toHaveLength(
      'Maya Osei brought in the article “…”'.length + 120,
    );
  });
});

describe('eventSentences', () => {
  it.each<[string, Event['kind'], Fields, Fields, object]>([
    ['a first rationale', 'claim.changed', { rationale: null }, { rationale: 'Seen.' }, { after: 'Seen.' }],
    [
      'a changed rationale',
      'claim.changed',
      { rationale: 'Seen.' },
      { rationale: 'Seen twice.' },
      { before: 'Seen.', after: 'Seen twice.' },
    ],
    ['a withdrawn correction', 'claim.changed', { correction: 'nine' }, { correction: null }, { before: 'nine' }],
    ['the words marked', 'claim.created', null, { exact: 'Ten.', places: 1 }, { after: 'Ten.' }],
    ['a comment', 'comment.added', null, { commentId: 'k', body: 'Says who?' }, { after: 'Says who?' }],
    [
      'a changed comment',
      'comment.changed',
      { commentId: 'k', body: 'Says who?' },
      { commentId: 'k', body: 'Says **who**?' },
      { before: 'Says who?', after: 'Says **who**?' },
    ],
    ['a deleted comment', 'comment.deleted', { commentId: 'k', body: 'Says who?' }, null, { before: 'Says who?' }],
    ['a resolved comment', 'comment.resolved', null, { commentId: 'k', said: 'Says who?' }, { after: 'Says who?' }],
    ['one more place', 'anchor.added', null, { exact: 'Ten.' }, { after: 'Ten.' }],
    [
      'the words at a place’s old and new position',
      'anchor.moved',
      { exact: 'Ten.' },
      { exact: 'Ten.', current: 'Ten!' },
      { before: 'Ten.', after: 'Ten!' },
    ],
    [
      'the reviewer’s note',
      'claim.returned',
      { status: 'in-review' },
      { status: 'checking', note: 'Ring them.' },
      { after: 'Ring them.' },
    ],
    [
      'why a source fell',
      'claim.recheck',
      { status: 'approved' },
      { status: 'checking', title: 'The ledger', standing: 'fallen', note: 'Forged.' },
      { after: 'Forged.' },
    ],
    ['the words quoted', 'citation.added', null, { ...cited, stance: 'supports', quote: 'ten' }, { after: 'ten' }],
    [
      'a changed locator',
      'citation.changed',
      { ...cited, locator: 'p. 3' },
      { ...cited, locator: 'p. 4' },
      { before: 'p. 3', after: 'p. 4' },
    ],
  ])('shows %s beside the sentence', (_, kind, before, after, beside) => {
    const [line] = eventSentences(event(kind, before, after), telling);
    const { sentence: __, ...rest } = line!;
    expect(rest).toEqual(beside);
  });

  it('gives one line for each thing that changed', () => {
    const lines = eventSentences(
      event(
        'claim.changed',
        { verdict: null, rationale: null, severity: null },
        { verdict: 'false', rationale: 'Seen.', severity: 'major' },
      ),
      telling,
    );
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      'Maya Osei gave the verdict False',
      'Maya Osei wrote the rationale',
      'Maya Osei set the severity to Major',
    ]);
  });
});
