import { z } from 'zod';
import { Id } from '@/core/record';

/** What a verdict must stand on before it can be approved: nothing, one source, or two independent ones or a primary one. */
export const sourceNeeds = ['none', 'one', 'two-or-primary'] as const;
export type SourceNeed = (typeof sourceNeeds)[number];

const approvers = z.number().int().min(1).max(5);

/** What a newsroom asks of its own work. An admin changes it; approval and sign-off hold to it. */
export const Rules = z.object({
  defaultScale: Id,
  sources: z
    .record(Id, z.record(z.string().max(64), z.enum(sourceNeeds)))
    .describe('By scale and verdict; a verdict that is not named needs none.'),
  secondPerson: z
    .boolean()
    .describe('Somebody else than the one who judged approves, wherever there is somebody else.'),
  approvers: z
    .object({ critical: approvers, major: approvers, minor: approvers, unset: approvers })
    .describe('How many must approve a claim, by its severity.'),
  fullCoverage: z.boolean().describe('Sign-off waits until somebody has looked at every checkable sentence.'),
  twoFactor: z.boolean().describe('Everybody signs in with a one-time code beside the password.'),
});
export type Rules = z.infer<typeof Rules>;

/** The rules that a newsroom begins with, but for its scale. */
export const firstRules = {
  sources: {},
  secondPerson: true,
  approvers: { critical: 1, major: 1, minor: 1, unset: 1 },
  fullCoverage: false,
  twoFactor: false,
} as const satisfies Omit<Rules, 'defaultScale'>;

export const PatchRules = z.strictObject({
  defaultScale: Id.optional(),
  sources: Rules.shape.sources.optional(),
  secondPerson: z.boolean().optional(),
  approvers: z
    .strictObject({
      critical: approvers.optional(),
      major: approvers.optional(),
      minor: approvers.optional(),
      unset: approvers.optional(),
    })
    .optional(),
  fullCoverage: z.boolean().optional(),
  twoFactor: z.boolean().optional(),
});
export type PatchRules = z.infer<typeof PatchRules>;
