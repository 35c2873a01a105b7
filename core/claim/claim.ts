import { z } from 'zod';
import { ClientId, Id, Revision, Time, typed } from '@/core/record';
import { Citation } from '@/core/source/source';
import { Check } from './check';
import { Comment } from './comment';
import { anchorStates, claimStatuses, severities } from './vocabulary';

export * from './vocabulary';

/**
 * One place where the article makes the claim's statement. `from`, `to` are ProseMirror positions in the article's present
 * version; `start`, `end` count Unicode code points of its plain text. All four and `current` are null when orphaned.
 */
export const Anchor = z.object({
  id: Id,
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  exact: z.string().describe('The wording that was judged; it never changes by itself.'),
  prefix: z.string(),
  suffix: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  current: z.string().nullable().describe('What stands at the anchor now.'),
  state: z.enum(anchorStates),
});
export type Anchor = z.infer<typeof Anchor>;

const offset = z.number().int().min(0);
export const AnchorByPosition = z.strictObject({ from: offset, to: offset, version: z.number().int().min(0) });
export const AnchorByQuote = z.strictObject({
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(1000).optional(),
  suffix: z.string().max(1000).optional(),
});
export type AnchorByQuote = z.infer<typeof AnchorByQuote>;
export const AnchorByOffset = z.strictObject({ start: offset, end: offset });
/** How a caller says where: ProseMirror positions of a version, a W3C TextQuoteSelector, or code-point offsets of the plain text. */
export const AnchorSelector = z.union([AnchorByPosition, AnchorByQuote, AnchorByOffset]);
export type AnchorSelector = z.infer<typeof AnchorSelector>;

const judgement = {
  verdict: z.string().max(64).nullable().optional(),
  rationale: typed(100_000).nullable().optional().describe('Markdown.'),
  correction: typed(100_000).nullable().optional().describe('The wording that would be right; plain text.'),
  severity: z.enum(severities).nullable().optional(),
  assigneeId: Id.nullable().optional(),
  attributedTo: typed(500).nullable().optional().describe('Who is quoted as saying it.'),
};
export const CreateClaim = z.strictObject({
  id: ClientId.optional(),
  anchors: z.array(AnchorSelector).min(1).max(100),
  ...judgement,
  status: z.enum(claimStatuses).optional(),
});
export type CreateClaim = z.infer<typeof CreateClaim>;

/**
 * The words that a person saw at each anchor (`current`, by the anchor's id) as they judged: what has changed since stays stale.
 * Without it the words that stand there now are taken as judged.
 */
export const JudgedWords = z.record(Id, z.string().max(200_000));
export type JudgedWords = z.infer<typeof JudgedWords>;
/** Confirms a verdict on the present words, or accepts a correction of them. */
export const JudgeWords = z.strictObject({ words: JudgedWords.optional() });

/** Null clears a field; a `status` of null is the first one, `open`. */
export const PatchClaim = z.strictObject({
  ...judgement,
  words: JudgedWords.optional(),
  status: z.enum(claimStatuses).nullable().optional(),
  secondCheckerId: Id.nullable().optional(),
});
export type PatchClaim = z.infer<typeof PatchClaim>;
/** Why a claim goes back, a correction is turned down, or an orphan is closed. */
export const ReturnClaim = z.strictObject({ note: typed(10_000).trim().min(1) });

/** Which claims of an article are given to whom; several people share them evenly, nobody takes them away. */
export const AssignClaims = z.strictObject({
  claims: z
    .union([z.array(Id).min(1).max(5000), z.enum(['unassigned', 'all'])])
    .describe('Ids; or those still to be checked: all, or what nobody has in hand who can check it.'),
  to: z.array(Id).max(50).describe('Each gets a run of neighbours, in this order; empty for nobody.'),
});
export type AssignClaims = z.infer<typeof AssignClaims>;

export const Repeat = z.object({
  exact: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  similarity: z.number().min(0).max(1),
});
export type Repeat = z.infer<typeof Repeat>;

export const Approval = z.object({ by: Id, at: Time });
export type Approval = z.infer<typeof Approval>;

export const Claim = z.object({
  id: Id,
  articleId: Id,
  revision: Revision,
  version: z.number().int().describe('The version of the article that the anchors’ places are of.'),
  anchors: z.array(Anchor),
  verdict: z.string().nullable(),
  rationale: z.string().nullable(),
  correction: z.string().nullable(),
  severity: z.enum(severities).nullable(),
  status: z.enum(claimStatuses),
  attributedTo: z.string().nullable(),
  assigneeId: Id.nullable(),
  createdBy: Id,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
  verdictBy: Id.nullable(),
  verdictAt: Time.nullable(),
  approvedBy: Id.nullable().describe('Who gave the last approval that was needed.'),
  approvedAt: Time.nullable(),
  approvals: z
    .array(Approval)
    .default([])
    .describe('Who has approved it as it stands, first to last; the rules may ask for several.'),
  returned: z
    .object({ by: Id, at: Time, note: z.string() })
    .nullable()
    .default(null)
    .describe('Who sent it back and why, until it has been dealt with. The note is internal.'),
  secondCheckerId: Id.nullable(),
  closed: z
    .object({ by: Id, at: Time, reason: z.string() })
    .nullable()
    .describe('Set by hand when its passage is gone for good.'),
  citations: z.array(Citation),
  comments: z.array(Comment).describe('Oldest first. Internal: empty for those who see nothing confidential.'),
  check: Check.nullable()
    .default(null)
    .describe('The blind second check, internal. Null for the second checker too, until they have given it.'),
  repeats: z
    .array(Repeat)
    .describe('Other passages with the same or nearly the same wording that are not yet anchors.'),
});
export type Claim = z.infer<typeof Claim>;
