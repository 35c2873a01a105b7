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
  'source.created',
  'source.changed',
  'source.deleted',
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

/** What an event is about: the first part of its kind. */
export const eventSubjects = [
  'article',
  'claim',
  'correction',
  'anchor',
  'citation',
  'comment',
  'source',
  'scale',
  'newsroom',
  'person',
  'invitation',
  'token',
] as const satisfies readonly SubjectOf<EventKind>[];
export type EventSubject = (typeof eventSubjects)[number];
type SubjectOf<Kind extends EventKind> = Kind extends `${infer Subject}.${string}` ? Subject : never;

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
