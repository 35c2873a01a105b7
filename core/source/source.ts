import { z } from 'zod';
import { ClientId, Id, Revision, Time, typed, WebAddress } from '@/core/record';
import { Contact } from './contact';
import { misfitDetails, SourceDetails } from './details';
import { fileOrigins, linkStates, sourceKinds, stances, standings, tiers } from './vocabulary';

export * from './vocabulary';
export { Contact };

/** Day or moment of publication, as exact as is known: `2025`, `2025-10`, `2025-10-28` or a full time. */
export const PublicationDate = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?)?)?$/,
    'A date looks like 2025-10-28, 2025-10 or 2025.',
  );

const said = {
  kind: z.enum(sourceKinds).optional(),
  tier: z.enum(tiers).nullable().optional(),
  title: typed(1000).optional(),
  url: WebAddress.nullable().optional(),
  publisher: typed(500).nullable().optional(),
  author: typed(500).nullable().optional(),
  publishedAt: PublicationDate.nullable().optional(),
  accessedAt: Time.nullable().optional(),
  archivedUrl: WebAddress.nullable().optional(),
  confidential: z.boolean().optional(),
  note: typed(10_000).nullable().optional(),
  details: SourceDetails.nullable().optional().describe('What only its kind has; in a change, null empties a field.'),
};
/** A new source needs a title or an address; a title that is missing is the address. */
export const CreateSource = z
  .strictObject({ id: ClientId.optional(), ...said })
  .refine((body) => Boolean(body.title?.trim() || body.url), {
    error: 'Give the source a title or an address.',
  })
  .refine(({ kind, url, details }) => misfitDetails(kind ?? (url ? 'web' : 'other'), details ?? {}).length === 0, {
    path: ['details'],
    error: 'A source of this kind has no such details.',
  });
export type CreateSource = z.infer<typeof CreateSource>;
export const PatchSource = z.strictObject({ ...said, title: typed(1000).trim().min(1).optional() });
export type PatchSource = z.infer<typeof PatchSource>;

export const EvidenceFile = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  citationId: Id.nullable().default(null).describe('The citation that it was put on; null where it is the source’s.'),
  origin: z.enum(fileOrigins).default('upload').describe('Put there by a person, or fetched as a copy of the page.'),
  url: z.string().nullable().default(null).describe('Where a copy was fetched from.'),
  fetchedAt: Time.nullable().default(null),
  createdBy: Id,
  createdAt: Time,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const Source = z.object({
  id: Id,
  revision: Revision,
  kind: z.enum(sourceKinds),
  tier: z.enum(tiers).nullable(),
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.string().nullable(),
  accessedAt: Time.nullable(),
  archivedUrl: z.string().nullable(),
  confidential: z.boolean(),
  note: z.string().nullable(),
  details: SourceDetails.nullable().default(null).describe('What only its kind has.'),
  standing: z.enum(standings).default('sound').describe('Whether it still carries what stands on it.'),
  standingReason: z.string().nullable().default(null),
  standingBy: Id.nullable().default(null),
  standingAt: Time.nullable().default(null),
  link: z.enum(linkStates).nullable().default(null).describe('What became of its address when it was last asked for.'),
  linkStatus: z.number().int().nullable().default(null).describe('The HTTP status of that.'),
  linkAt: Time.nullable().default(null),
  mergedInto: Id.nullable().default(null).describe('The source that this double was merged into.'),
  files: z.array(EvidenceFile),
  contacts: z.array(Contact),
  createdBy: Id,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
});
export type Source = z.infer<typeof Source>;
/** The source that stays of two. */
export const MergedSource = Source.extend({
  undoable: z
    .boolean()
    .describe('Whether the merge can be taken back while nothing else happens: no claim was sent back by it.'),
});
export type MergedSource = z.infer<typeof MergedSource>;

/** Whether a source still carries what stands on it; why not, unless it does. */
export const SetStanding = z
  .strictObject({ standing: z.enum(standings), reason: typed(2000).trim().nullable().optional() })
  .refine(({ standing, reason }) => standing === 'sound' || Boolean(reason), {
    path: ['reason'],
    error: 'Say why: whoever checks what stands on it has to know.',
  });
export type SetStanding = z.infer<typeof SetStanding>;
/** The source that a double is merged into. */
export const MergeSource = z.strictObject({ into: Id });

/** A source that may be the same as another, and what they share. */
export const LikelyDouble = z.object({ source: Source, by: z.enum(['address', 'title']) });
export type LikelyDouble = z.infer<typeof LikelyDouble>;

/** In a list of sources: how many live claims stand on it. */
export const ListedSource = Source.extend({ claims: z.number().int() });
export type ListedSource = z.infer<typeof ListedSource>;

const cited = {
  quote: typed(20_000).nullable().optional().describe('The very words quoted.'),
  locator: typed(500).nullable().optional().describe('Where in the source: page, minute, paragraph.'),
  note: typed(10_000).nullable().optional(),
  accessedAt: Time.nullable().optional().describe('When it was consulted; the time of the call where it is missing.'),
};
export const CreateCitation = z
  .strictObject({
    id: ClientId.optional(),
    source: CreateSource.optional(),
    sourceId: Id.optional(),
    stance: z.enum(stances),
    ...cited,
  })
  .refine((body) => (body.source === undefined) !== (body.sourceId === undefined), {
    error: 'Give either source, a new one, or sourceId.',
  });
export type CreateCitation = z.infer<typeof CreateCitation>;
export const PatchCitation = z.strictObject({ stance: z.enum(stances).optional(), ...cited });
export type PatchCitation = z.infer<typeof PatchCitation>;

export const Citation = z.object({
  id: Id,
  revision: Revision,
  claimId: Id,
  sourceId: Id,
  source: Source,
  stance: z.enum(stances),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  note: z.string().nullable(),
  accessedAt: Time.nullable().describe('When it was consulted; null while nobody has.'),
  createdBy: Id,
  createdAt: Time,
});
export type Citation = z.infer<typeof Citation>;

/** A claim that stands on a source: what falls if the source falls. */
export const SourceClaim = z.object({
  claimId: Id,
  articleId: Id,
  articleTitle: z.string(),
  exact: z.string(),
  verdict: z.string().nullable(),
  scale: Id,
  stance: z.enum(stances),
  status: z.string(),
});
export type SourceClaim = z.infer<typeof SourceClaim>;
