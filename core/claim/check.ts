import { z } from 'zod';
import { ClientId, Id, Time, typed } from '@/core/record';
import { checkOutcomes } from './vocabulary';

/**
 * A blind second check: somebody judges a claim without seeing what the first checker found. What the first had said when both
 * were in is kept beside it (`first…`), whatever is decided or changed later.
 */
export const Check = z.object({
  id: Id,
  claimId: Id,
  checkerId: Id.describe('The second checker.'),
  askedBy: Id,
  askedAt: Time,
  verdict: z.string().nullable().describe('The second verdict; null for everybody else until both are in.'),
  rationale: z.string().nullable(),
  givenAt: Time.nullable(),
  firstBy: Id.nullable(),
  firstVerdict: z.string().nullable(),
  firstRationale: z.string().nullable(),
  firstAt: Time.nullable(),
  outcome: z.enum(checkOutcomes),
  settledAt: Time.nullable().describe('When they agreed, or an editor decided.'),
  decidedBy: Id.nullable(),
  decidedVerdict: z.string().nullable(),
  reason: z.string().nullable().describe('Why it was decided so.'),
});
export type Check = z.infer<typeof Check>;

export const GiveCheck = z.strictObject({
  id: ClientId.optional(),
  verdict: z.string().max(64),
  rationale: typed(100_000).nullable().optional().describe('Markdown.'),
});
export type GiveCheck = z.infer<typeof GiveCheck>;

/** Decides between two verdicts that differ: for one of them, or for a third. */
export const DecideCheck = z.strictObject({
  verdict: z.string().max(64),
  reason: typed(10_000).trim().min(1),
});
export type DecideCheck = z.infer<typeof DecideCheck>;
