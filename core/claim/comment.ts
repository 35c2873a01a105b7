import { z } from 'zod';
import { ClientId, Id, Revision, Time, typed } from '@/core/record';
import type { Thread as ThreadOf } from './thread';
import { commentKinds } from './vocabulary';

export * from './thread';

/** One comment on a claim. Without `parentId` it begins a thread, which is open until that first comment is resolved. */
export const Comment = z.object({
  id: Id,
  revision: Revision,
  claimId: Id,
  parentId: Id.nullable(),
  kind: z
    .enum(commentKinds)
    .default('note')
    .describe('A query asks somebody, and blocks approval until it is answered.'),
  to: Id.nullable().default(null).describe('Whom a query is put to.'),
  answeredBy: Id.nullable().default(null),
  answeredAt: Time.nullable().default(null).describe('When a query was answered; null while it waits, and for notes.'),
  mentions: z.array(Id).default([]).describe('The people whom its words mention.'),
  confidential: z.boolean().default(false).describe('For editors and the checkers on the claim alone.'),
  body: z.string().describe('Markdown.'),
  proposal: z.string().nullable().default(null).describe('The wording that its writer proposes for the claim’s words.'),
  author: z.string().nullable().describe('The name that a document gave; null where it is createdBy.'),
  createdBy: Id.describe('Who wrote it, or brought it in.'),
  createdAt: Time,
  updatedAt: Time.describe('When its words last changed.'),
  resolvedBy: Id.nullable().describe('Null while its thread is open, and where a document said that it was resolved.'),
  resolvedAt: Time.nullable().describe('When its thread was resolved; null while it is open, and for replies.'),
});
export type Comment = z.infer<typeof Comment>;
export type Thread = ThreadOf<Comment>;

const body = typed(20_000).refine((text) => text.trim() !== '', { error: 'Write something first.' });
export const CreateComment = z
  .strictObject({
    id: ClientId.optional(),
    body,
    parentId: Id.optional().describe('What it answers.'),
    kind: z.enum(commentKinds).optional().describe('A query begins a thread, and needs whom it is put to.'),
    to: Id.optional().describe('Whom a query is put to: a colleague who may open the article, or a guest of it.'),
    confidential: z
      .boolean()
      .optional()
      .describe(
        'For editors and the checkers on the claim alone. What answers a confidential comment is confidential too.',
      ),
    proposal: typed(10_000).nullable().optional().describe('The wording that is proposed for the claim’s words.'),
  })
  .superRefine(({ kind, to, parentId }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'query' && to === undefined) refuse('to', 'Say whom the query is put to.');
    if (kind === 'query' && parentId !== undefined) refuse('kind', 'A query begins a thread; it answers nothing.');
    if (kind !== 'query' && to !== undefined) refuse('to', 'Only a query is put to somebody.');
  });
export type CreateComment = z.infer<typeof CreateComment>;
export const PatchComment = z.strictObject({ body });
export type PatchComment = z.infer<typeof PatchComment>;
