import { z } from 'zod';
import { blockerKinds } from '@/core/claim/blockers';
import { Id } from '@/core/record';
import { SignedOff } from './article';

/** What holds a sign-off up, as the interface tells it. `start`, `end` are code points of the plain text. */
export const ToldBlocker = z.object({
  kind: z.enum(blockerKinds),
  claimId: Id.optional(),
  exact: z.string().optional().describe('The words that it is about.'),
  message: z.string().describe('What is wrong and what to do, in a sentence or two.'),
  start: z.number().int().optional(),
  end: z.number().int().optional(),
});
export type ToldBlocker = z.infer<typeof ToldBlocker>;

/** Whether an article can be signed off as it stands, and whether it is. */
export const SignOffState = z.object({
  ready: z.boolean().describe('Whether nothing holds it up.'),
  blockers: z.array(ToldBlocker).describe('In reading order. Queries are left out for those who see nothing internal.'),
  version: z.number().int().describe('The version that would be signed off.'),
  sha256: z.string().describe('SHA-256 of its plain text in UTF-8.'),
  signedOff: SignedOff.nullable(),
  changedSinceSignOff: z.boolean(),
});
export type SignOffState = z.infer<typeof SignOffState>;

/** With the version that the person saw, another one is refused: nobody signs words that they have not read. */
export const SignOff = z.strictObject({ version: z.number().int().min(0).optional() });
export type SignOff = z.infer<typeof SignOff>;

/** Whole sentences by the plain text’s code points: every one that the range holds a word of. */
export const Look = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type Look = z.infer<typeof Look>;
