import { z } from 'zod';
import { Doc, Language } from '@/core/article/article';
import { Anchor } from '@/core/claim/claim';
import { ClientId, Id, Time, typed } from '@/core/record';
import { GUEST_DAYS, GUEST_DAYS_AT_MOST } from './guest-link';
import { EmailAddress } from './person';

export * from './guest-link';

/** Lets somebody without an account, the writer say, into one article. */
export const CreateGuest = z.strictObject({
  name: typed(120).trim().min(1),
  email: EmailAddress.optional().describe('Where the link goes; Stet itself sends nothing there.'),
  expiresAt: Time.optional().describe(
    `When the link ends: ${GUEST_DAYS} days from now where nobody says, ${GUEST_DAYS_AT_MOST} at most.`,
  ),
});
export type CreateGuest = z.infer<typeof CreateGuest>;

/** A guest's link, without what makes it work. Whoever gets a new link under the same name and e-mail is the same guest. */
export const Guest = z.object({
  id: Id,
  personId: Id.describe('Who the guest is wherever somebody is named: whom a query is put to, who wrote a comment.'),
  name: z.string(),
  email: z.string().nullable().describe('Null for those who may not let guests in.'),
  expiresAt: Time,
  createdBy: Id,
  createdAt: Time,
  lastSeenAt: Time.nullable().describe('When the link was last used, to within a minute.'),
  revokedAt: Time.nullable(),
});
export type Guest = z.infer<typeof Guest>;
/** What making one answers: the link, which holds its token, is shown this once. */
export const MadeGuest = Guest.extend({ url: z.string() });
export type MadeGuest = z.infer<typeof MadeGuest>;

/** Who said something in a thread, as its guest is told: of the newsroom only who asks is named. */
export const guestVoices = ['you', 'asker', 'newsroom'] as const;

export const GuestReply = z.object({
  id: Id,
  body: z.string().describe('Markdown.'),
  proposal: z.string().nullable().describe('The wording that is proposed for the claim’s words.'),
  by: z.enum(guestVoices),
  name: z.string().describe('The guest’s own, who asks, or the newsroom’s.'),
  at: Time,
});
export type GuestReply = z.infer<typeof GuestReply>;

/** A query that is put to the guest, with what was said since; nothing confidential. */
export const GuestQuery = z.object({
  id: Id,
  body: z.string().describe('Markdown.'),
  name: z.string().describe('Who asks.'),
  at: Time,
  answeredAt: Time.nullable(),
  resolvedAt: Time.nullable().describe('When the newsroom settled it; it takes no answer then.'),
  replies: z.array(GuestReply),
});
export type GuestQuery = z.infer<typeof GuestQuery>;

/** All that a guest sees: the text, and of the claims their words and places alone, and only those that the guest is asked about. */
export const GuestView = z.object({
  name: z.string(),
  newsroom: z.string(),
  expiresAt: Time,
  article: z.object({ title: z.string(), language: Language, version: z.number().int(), doc: Doc }),
  claims: z.array(
    z.object({
      id: Id,
      exact: z.string().describe('The words that the queries are about, as they were marked.'),
      anchors: z.array(Anchor),
      queries: z.array(GuestQuery),
    }),
  ),
});
export type GuestView = z.infer<typeof GuestView>;

const answer = typed(20_000).refine((text) => text.trim() !== '', { error: 'Write an answer first.' });
const wording = typed(10_000).refine((text) => text.trim() !== '', { error: 'Write the wording that you propose.' });
export const ReplyAsGuest = z.strictObject({
  id: ClientId.optional(),
  body: answer,
  proposal: wording.optional().describe('The wording that the guest proposes for the claim’s words; plain text.'),
});
export type ReplyAsGuest = z.infer<typeof ReplyAsGuest>;
