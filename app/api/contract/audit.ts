import { z } from 'zod';
import { AuditLine, Event, eventSubjects } from '@/core/event/event';
import { Id, page, Time } from '@/core/record';
import { operation } from './operation';
import { paging } from './paging';

export const listAudit = operation({
  method: 'GET',
  path: '/api/audit',
  summary: 'Everything that happened in the newsroom, newest first',
  description: 'Of the articles that the caller may open, those in the bin too, and of all that belongs to no article.',
  by: 'audit.read',
  query: z.strictObject({
    ...paging,
    person: Id.optional(),
    article: Id.optional(),
    subject: z.enum(eventSubjects).optional(),
    from: Time.optional(),
    until: Time.optional().describe('Before this moment.'),
  }),
  answers: { 200: { says: 'One page of events', schema: page(Event) } },
});

export const articleAudit = operation({
  method: 'GET',
  path: '/api/articles/{id}/audit',
  summary: 'The whole record of an article as JSON lines, oldest first',
  description:
    'Each line is an event with its hash and that of the event before it in the log (`previous`): the hash is the SHA-256 of the JSON array [previous, kind, at, by, articleId, claimId, sourceId, before, after] in UTF-8.',
  by: 'audit.read',
  answers: { 200: { says: 'One event a line', schema: AuditLine, type: 'application/x-ndjson' } },
});
