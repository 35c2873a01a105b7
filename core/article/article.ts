import { z } from 'zod';
import { claimStatuses } from '@/core/claim/claim';
import { ClientId, Id, Revision, Time, typed, WebAddress } from '@/core/record';
import { PublicationDate } from '@/core/source/source';
import { droppedKinds } from './dropped-kinds';
import { importFormats } from './import/format';
import { Remark, trackedChanges } from './import/remark';

export const articleStatuses = ['draft', 'checking', 'signed-off', 'archived'] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

/** The most that an article may bring in: bytes of the file or body, and words of its text. */
export const ARTICLE_BYTES = 10 * 1024 * 1024;
export const ARTICLE_WORDS = 200_000;

/** What becomes of the comments that came with a text: a claim each, or nothing. */
export const remarkUses = ['claims', 'none'] as const;

export const Access = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('newsroom') }),
  z.strictObject({ kind: z.literal('restricted'), people: z.array(Id).max(500) }),
]);
export type Access = z.infer<typeof Access>;

/** A BCP 47 language tag, as `lang` takes it. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag looks like en, pt-BR or zh-Hant.');

export const Progress = z.object({
  claims: z.number().int(),
  byStatus: z.partialRecord(z.enum(claimStatuses), z.number().int()),
  byVerdict: z.record(z.string(), z.number().int()).describe('Keyed by verdict; the key "" counts claims without one.'),
  stale: z.number().int(),
  orphaned: z.number().int(),
});
export type Progress = z.infer<typeof Progress>;

export const SignedOff = z.object({ by: Id, at: Time, version: z.number().int(), sha256: z.string() });

export const Article = z.object({
  id: Id,
  revision: Revision,
  version: z.number().int().min(0).describe('How many steps made the text since it was imported.'),
  title: z.string(),
  language: Language,
  scale: Id,
  status: z.enum(articleStatuses),
  deadline: Time.nullable(),
  assigneeId: Id.nullable().default(null).describe('Who answers for the check.'),
  access: Access,
  /** Where the text came from: a file name, or null for pasted text. */
  origin: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: PublicationDate.nullable(),
  url: z.string().nullable().describe('Where it is published.'),
  newsroom: z.string().nullable().describe('The newsroom that checked it, where that was another one.'),
  createdBy: Id,
  createdAt: Time,
  updatedAt: Time,
  deletedAt: Time.nullable(),
  signedOff: SignedOff.nullable(),
  changedSinceSignOff: z.boolean(),
  progress: Progress,
});
export type Article = z.infer<typeof Article>;

/** ProseMirror JSON of `articleSchema`'s `doc`. */
export const Doc = z.looseObject({ type: z.literal('doc') });
export const ArticleWithDoc = Article.extend({
  doc: Doc,
  looks: z
    .array(z.string())
    .default([])
    .describe('The sentences in which somebody found nothing to check, each by the SHA-256 of its words.'),
});
export type ArticleWithDoc = z.infer<typeof ArticleWithDoc>;

const about = {
  id: ClientId.optional(),
  title: typed(500).optional(),
  language: Language.optional(),
  scale: Id.optional(),
  deadline: Time.nullable().optional(),
  changes: z.enum(trackedChanges).optional().describe('How tracked changes of a Word document are taken.'),
  remarks: z.enum(remarkUses).optional().describe('What becomes of the comments that came with the text.'),
};
/** Exactly one of the four bodies. `text`, `markdown` and `html` are bounded in bytes by the route, in words by the import. */
export const CreateArticle = z
  .strictObject({
    ...about,
    text: z.string().optional(),
    markdown: z.string().optional(),
    html: z.string().optional(),
    url: WebAddress.optional(),
  })
  .refine(
    (body) => [body.text, body.markdown, body.html, body.url].filter((given) => given !== undefined).length === 1,
    {
      error: 'Give exactly one of text, markdown, html and url.',
    },
  );
export type CreateArticle = z.infer<typeof CreateArticle>;

/** The fields beside `file` in a multipart create. */
export const CreateArticleFields = z.strictObject(about);

export const PatchArticle = z.strictObject({
  title: typed(500).trim().min(1).optional(),
  language: Language.optional(),
  deadline: Time.nullable().optional(),
  scale: Id.optional(),
  status: z.enum(articleStatuses).optional(),
  access: Access.optional(),
  assigneeId: Id.nullable().optional().describe('Who answers for the check; null for nobody.'),
  byline: typed(500).nullable().optional(),
  publisher: typed(500).nullable().optional(),
  publishedAt: PublicationDate.nullable().optional(),
  url: WebAddress.nullable().optional(),
});
export type PatchArticle = z.infer<typeof PatchArticle>;

/** What an import could not keep, by name of the thing, so that nothing goes in silence. */
export const Dropped = z.object({ kind: z.enum(droppedKinds), count: z.number().int() });
export type Dropped = z.infer<typeof Dropped>;

/** What a create would make, before anything is saved. */
export const ArticlePreview = z.object({
  title: z.string(),
  language: Language,
  format: z.enum(importFormats),
  encoding: z.string().nullable(),
  words: z.number().int(),
  doc: Doc,
  dropped: z.array(Dropped),
  claims: z.number().int().describe('How many claims come along.'),
  remarks: z.array(Remark).describe('What came with the text about certain words of it.'),
  changes: z.number().int().describe('How many tracked changes the document holds.'),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: PublicationDate.nullable(),
  url: z.string().nullable(),
});
export type ArticlePreview = z.infer<typeof ArticlePreview>;

export const Coverage = z.object({
  sentences: z.number().int(),
  checkable: z.number().int(),
  covered: z.number().int().describe('Checkable sentences that a claim touches.'),
  approved: z.number().int().describe('Checkable sentences that an approved claim touches.'),
  looked: z
    .number()
    .int()
    .describe('Checkable sentences that no claim touches and somebody found nothing to check in.'),
  uncovered: z.array(z.object({ exact: z.string(), start: z.number().int(), end: z.number().int() })),
});
export type Coverage = z.infer<typeof Coverage>;

export const suggestionKinds = ['checkable', 'opinion', 'neither'] as const;
export const Suggestion = z.object({
  exact: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  kind: z.enum(suggestionKinds),
});
export type Suggestion = z.infer<typeof Suggestion>;
