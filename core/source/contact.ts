import { z } from 'zod';
import { ClientId, Id, Revision, Time, typed } from '@/core/record';

/** One try to reach somebody: who was tried, how, when, by whom, with what outcome, and when to try next. Internal, as notes are. */
export const Contact = z.object({
  id: Id,
  revision: Revision.default(1),
  channel: z
    .string()
    .describe('How they were tried: in-person, phone, video, email, message, letter, social, or any other way.'),
  who: z.string(),
  at: Time,
  outcome: z.string(),
  note: z.string().nullable().default(null),
  nextTry: Time.nullable().describe('When to try again; null where nobody has to.'),
  by: Id,
});
export type Contact = z.infer<typeof Contact>;

const said = {
  channel: typed(100).trim().min(1),
  who: typed(500).trim().min(1),
  at: Time,
  outcome: typed(2000).trim().min(1),
  nextTry: Time.nullable().optional(),
  note: typed(10_000).nullable().optional(),
};
export const CreateContact = z.strictObject({ id: ClientId.optional(), ...said });
export type CreateContact = z.infer<typeof CreateContact>;
export const PatchContact = z.strictObject({
  channel: said.channel.optional(),
  who: said.who.optional(),
  at: said.at.optional(),
  outcome: said.outcome.optional(),
  nextTry: said.nextTry,
  note: said.note,
});
export type PatchContact = z.infer<typeof PatchContact>;

/** Whether somebody still has to try again: the next try is kept by any later one of the same person, whoever made it. */
export function awaitsTry({ who, at, nextTry }: Contact, log: readonly Pick<Contact, 'who' | 'at'>[]): boolean {
  const name = nameOf(who);
  return nextTry !== null && !log.some((other) => nameOf(other.who) === name && Date.parse(other.at) > Date.parse(at));
}

function nameOf(who: string): string {
  return who.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A contact whose next try is due, with the source that it is for. */
export const DueContact = z.object({ sourceId: Id, sourceTitle: z.string(), contact: Contact });
export type DueContact = z.infer<typeof DueContact>;
