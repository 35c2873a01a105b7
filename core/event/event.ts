import { z } from 'zod';
import { Id, Time } from '@/core/record';

/** Every change that the record keeps. `before` and `after` hold only the fields that the change touched. */
export const eventKinds = [
  'article.created',
  'article.changed',
  'article.edited',
  'article.deleted',
  'article.restored',
  'article.brought-back',
  'article.signed-off',
  'article.sign-off-ended',
  'claim.created',
  'claim.changed',
  'claim.deleted',
  'claim.restored',
  'claim.approved',
  'claim.returned',
  'claim.confirmed',
  'claim.closed',
  'claim.reopened',
  'claim.recheck',
  'correction.accepted',
  'correction.rejected',
  'anchor.added',
  'anchor.moved',
  'anchor.changed',
  'anchor.dropped',
  'citation.added',
  'citation.changed',
  'citation.dropped',
  'comment.added',
  'comment.changed',
  'comment.deleted',
  'comment.restored',
  'comment.resolved',
  'comment.reopened',
  'look.added',
  'look.dropped',
  'notice.added',
  'notice.changed',
  'notice.deleted',
  'notice.restored',
  'comment.answered',
  'source.created',
  'source.changed',
  'source.deleted',
  'source.link-checked',
  'file.added',
  'file.removed',
  'file.restored',
  'source.restored',
  'source.standing',
  'source.merged',
  'contact.added',
  'contact.changed',
  'contact.deleted',
  'scale.created',
  'scale.changed',
  'scale.deleted',
  'newsroom.changed',
  'person.joined',
  'person.changed',
  'invitation.made',
  'invitation.withdrawn',
  'token.made',
  'token.revoked',
] as const;
export type EventKind = (typeof eventKinds)[number];

export { type EventSubject, eventSubjects } from './subjects';

export const Event = z.object({
  id: z.number().int().describe('The number in the event log: it only ever grows.'),
  kind: z.enum(eventKinds),
  at: Time,
  by: Id,
  articleId: Id.nullable(),
  claimId: Id.nullable(),
  sourceId: Id.nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Event = z.infer<typeof Event>;

/** An event as the record of an article tells it: with what proves that nobody altered it (`chain.ts`). */
export const AuditLine = Event.extend({
  previous: z.string().describe('The hash of the event before it in the whole log; empty for the first.'),
  hash: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;
