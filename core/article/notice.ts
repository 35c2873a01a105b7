import { z } from 'zod';
import { ClientId, Id, Revision, Time, typed } from '@/core/record';

/** What was put right in an article after it was signed off: one entry of its corrections log. It is for readers. */
export const Notice = z.object({
  id: Id,
  revision: Revision,
  articleId: Id,
  claimId: Id.nullable().describe(
    'The claim that was put right; null where it is none, or none that this reader sees.',
  ),
  before: z.string().nullable().describe('The words as they were published.'),
  after: z.string().nullable().describe('The words as they are now.'),
  body: z.string().describe('What was put right, as readers are told; plain text.'),
  createdBy: Id,
  createdAt: Time,
});
export type Notice = z.infer<typeof Notice>;

const body = typed(10_000).trim().min(1, 'Say what was put right.');
const words = typed(100_000).nullable().optional();
export const CreateNotice = z.strictObject({
  id: ClientId.optional(),
  body,
  claimId: Id.nullable().optional(),
  before: words,
  after: words,
});
export type CreateNotice = z.infer<typeof CreateNotice>;
export const PatchNotice = z.strictObject({ body: body.optional(), before: words, after: words });
export type PatchNotice = z.infer<typeof PatchNotice>;
