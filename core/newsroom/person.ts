import { z } from 'zod';
import { Id, Revision, Time, typed } from '@/core/record';
import { PatchRules, Rules } from './rules';
import { roles } from './vocabulary';

export * from './vocabulary';

export const Me = z.object({ id: Id, name: z.string(), email: z.string(), role: z.enum(roles) });
export type Me = z.infer<typeof Me>;

export const Person = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  active: z.boolean(),
  twoFactor: z.boolean().describe('Whether they sign in with a one-time code beside the password.'),
});
export type Person = z.infer<typeof Person>;
export const PatchPerson = z.strictObject({ role: z.enum(roles).optional(), active: z.boolean().optional() });
export type PatchPerson = z.infer<typeof PatchPerson>;

export const Newsroom = z.object({ name: z.string(), revision: Revision, rules: Rules });
export type Newsroom = z.infer<typeof Newsroom>;
export const PatchNewsroom = z.strictObject({
  name: typed(120).trim().min(1).optional(),
  rules: PatchRules.optional(),
});
export type PatchNewsroom = z.infer<typeof PatchNewsroom>;

/** At least eight characters and at most 128 (OWASP ASVS 5, 6.2.1 and 6.2.9); any characters, as they are typed. */
export const Password = z.string().min(8, 'A password has at least 8 characters.').max(128);
export const EmailAddress = z.email('An e-mail address looks like name@example.org.').max(254);

/**
 * The first account of an empty newsroom names it and is its admin. Every later one carries the `invitation` that it was given,
 * which decides the role.
 */
export const SignUp = z.strictObject({
  name: typed(120).trim().min(1),
  email: EmailAddress,
  password: Password,
  newsroom: typed(120)
    .trim()
    .min(1)
    .optional()
    .describe('The name of the newsroom; counts for the first account alone.'),
  invitation: z.string().max(200).optional().describe('The token of the invitation.'),
});
export type SignUp = z.infer<typeof SignUp>;
export const SignIn = z.strictObject({
  email: z.string().max(254),
  password: z.string().max(1024),
  rememberMe: z
    .boolean()
    .optional()
    .describe('false: the session ends with the browser, and after a day at the latest.'),
});
export type SignIn = z.infer<typeof SignIn>;
export const ChangePassword = z.strictObject({ currentPassword: z.string().max(1024), newPassword: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const WithPassword = z.strictObject({ password: z.string().max(1024) });
export const GiveCode = z.strictObject({ code: z.string().trim().min(1).max(40) });

export const CreateInvitation = z.strictObject({ role: z.enum(roles), email: EmailAddress.optional() });
export type CreateInvitation = z.infer<typeof CreateInvitation>;
export const Invitation = z.object({
  id: Id,
  role: z.enum(roles),
  email: z.string().nullable(),
  expiresAt: Time,
  createdAt: Time,
  usedBy: Id.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;
/** What making one answers: the token and the link that carries it are shown this once. */
export const MadeInvitation = Invitation.extend({ token: z.string(), url: z.string() });
export type MadeInvitation = z.infer<typeof MadeInvitation>;

export const CreateToken = z.strictObject({ name: typed(120).trim().min(1), expiresAt: Time.optional() });
export type CreateToken = z.infer<typeof CreateToken>;
export const Token = z.object({ id: Id, name: z.string(), expiresAt: Time.nullable(), createdAt: Time });
export type Token = z.infer<typeof Token>;
/** What making one answers: the token is shown this once and kept as a hash only. */
export const MadeToken = Token.extend({ token: z.string() });
export type MadeToken = z.infer<typeof MadeToken>;
