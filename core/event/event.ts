import { z } from 'zod';
import { Id, Time } from '@/core/record';

/** Every change that the record keeps. `before` and `after` hold only the fields that the change touched. */
export const eventKinds = [
  'article.created',
  'article.changed',
  'article.edited',
  'article.deleted',
  'article.restored',
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
