import { z } from 'zod';
import { Id, Revision, Time, typed } from '@/core/record';

export const roles = ['admin', 'editor', 'checker', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const Me = z.object({ id: Id, name: z.string(), email: z.string(), role: z.enum(roles) });
export type Me = z.infer<typeof Me>;

export const Person = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(roles),
  active: z.boolean(),
});
export type Person = z.infer<typeof Person>;
export const PatchPerson = z.strictObject({ role: z.enum(roles).optional(), active: z.boolean().optional() });
export type PatchPerson = z.infer<typeof PatchPerson>;

export const Newsroom = z.object({ name: z.string(), revision: Revision, rules: z.object({ defaultScale: Id }) });
export type Newsroom = z.infer<typeof Newsroom>;
export const PatchNewsroom = z.strictObject({
  name: typed(120).trim().min(1).optional(),
  rules: z.strictObject({ defaultScale: Id.optional() }).optional(),
});
export type PatchNewsroom = z.infer<typeof PatchNewsroom>;

export const CreateInvitation = z.strictObject({ role: z.enum(roles), email: z.email().optional() });
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

export const CreateToken = z.strictObject({ name: typed(120).trim().min(1), expiresAt: Time.optional() });
export type CreateToken = z.infer<typeof CreateToken>;
export const Token = z.object({ id: Id, name: z.string(), expiresAt: Time.nullable(), createdAt: Time });
export type Token = z.infer<typeof Token>;
