import { z } from 'zod';
import { Placements } from '@/core/anchor/placement';
import { CreateArticle, CreateArticleFields, Doc, Dropped, Language } from '@/core/article/article';
import { Remark } from '@/core/article/import/remark';
import { Version } from '@/core/article/version';
import { anchorStates, Claim, JudgeWords, ReturnClaim } from '@/core/claim/claim';
import { Id, page, Revision } from '@/core/record';
import { ARTICLE_JSON_BYTES } from './articles';
import { operation } from './operation';
import { flag, Paged, sequence } from './paging';

const Step = z.looseObject({ stepType: z.string() });
const steps = {
  version: z.number().int(),
  steps: z.array(Step),
  clientIds: z.array(z.string()),
  reanchored: z.array(Placements),
};
const edited = z.object({ version: z.number().int(), reanchored: z.array(Placements) });

export const articleSteps = operation({
  method: 'GET',
  path: '/api/articles/{id}/steps',
  summary: 'The ProseMirror steps after a version, and whose each is',
  description:
    'Anchors follow the steps one by one; `reanchored` gives those that a version placed otherwise, to be applied after its last step.',
  by: 'article.read',
  query: z.strictObject({ since: sequence.default(0) }),
  answers: {
    200: {
      says: 'The steps; since=0 gives the text as it was imported, too',
      schema: z.object({ ...steps, start: Doc.optional() }),
    },
  },
});

export const editArticle = operation({
  method: 'POST',
  path: '/api/articles/{id}/steps',
  summary: 'Edit the text by ProseMirror steps made on its present version',
  description:
    'Behind, the answer is 409 with the steps that the caller lacks beside the problem fields: take them in, rebase, send again. A clientId is the editor’s own; steps under it come back as confirmed.',
  by: 'text.change',
  body: z.strictObject({
    version: z.number().int().min(0),
    clientId: z.union([z.string().min(1).max(64), z.number()]).transform(String),
    steps: z.array(Step).min(1).max(2000),
  }),
  answers: { 200: { says: 'The version that they made', schema: edited } },
});

/** What became of the anchors, counted. */
const Outcomes = z.object({
  kept: z.number().int(),
  moved: z.number().int(),
  changed: z.number().int(),
  orphaned: z.number().int(),
});
const outcomes = { version: z.number().int(), anchors: Outcomes };
const Followed = z.object({
  claimId: Id,
  anchorId: Id,
  outcome: z.enum(['kept', 'moved', 'changed', 'orphaned']),
  exact: z.string(),
  current: z.string().nullable(),
});
const preview = z.object({
  ...outcomes,
  claims: z.array(Followed).describe('Every anchor, in the reading order of the present text.'),
  doc: Doc,
  title: z.string(),
  language: Language,
  words: z.number().int(),
  dropped: z.array(Dropped),
  remarks: z.array(Remark).describe('Its comments, which become claims or go to the claims on their words.'),
  changes: z.number().int().describe('How many tracked changes the document holds.'),
});
const ifStill = sequence.optional().describe('Refuse (409) unless this is still the article’s version.');

export const newDraft = operation({
  method: 'POST',
  path: '/api/articles/{id}/drafts',
  summary: 'A new draft of the same article: its text becomes this, and the claims follow',
  description:
    'The same bodies as for a new article; a title or language in it changes the article’s. The same draft again changes nothing. With ?dryRun=1 nothing is saved and the answer says what would become of every anchor.',
  by: 'text.change',
  query: z.strictObject({ dryRun: flag.describe('1: say what would happen, save nothing.'), version: ifStill }),
  body: CreateArticle,
  form: CreateArticleFields,
  bodyBytes: ARTICLE_JSON_BYTES,
  answers: {
    200: {
      says: 'The version that it made and what became of the anchors; with ?dryRun=1 each of them, and the draft as it was read',
      schema: z.union([z.object(outcomes), preview]),
    },
  },
});

export const listVersions = operation({
  method: 'GET',
  path: '/api/articles/{id}/versions',
  summary:
    'The versions of the text, newest first: the import, drafts, and what was typed between, by person and sitting',
  by: 'article.read',
  query: Paged,
  answers: { 200: { says: 'One page of versions', schema: page(Version) } },
});

export const getVersion = operation({
  method: 'GET',
  path: '/api/articles/{id}/versions/{version}',
  summary: 'The text at a version',
  by: 'article.read',
  answers: {
    200: { says: 'The text', schema: z.object({ version: z.number().int(), doc: Doc, text: z.string() }) },
  },
});

export const restoreVersion = operation({
  method: 'POST',
  path: '/api/articles/{id}/versions/{version}/restore',
  summary: 'Bring an old version back as the newest one; the claims follow',
  by: 'text.change',
  query: z.strictObject({ dryRun: flag.describe('1: say what would happen, save nothing.'), version: ifStill }),
  answers: {
    200: { says: 'The version that it made', schema: z.object({ ...outcomes, claims: z.array(Followed).optional() }) },
  },
});

const theClaim = { 200: { says: 'The claim as it now stands', schema: Claim } } as const;

export const confirmClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/confirm',
  summary: 'What was judged still holds of the words that stand there now',
  by: 'claim.change',
  body: JudgeWords,
  ifMatch: 'must',
  answers: theClaim,
});

export const acceptCorrection = operation({
  method: 'POST',
  path: '/api/claims/{id}/accept',
  summary: 'Put a claim’s proposed correction into the text',
  by: 'text.change',
  body: JudgeWords,
  ifMatch: 'must',
  answers: theClaim,
});

export const rejectCorrection = operation({
  method: 'POST',
  path: '/api/claims/{id}/reject',
  summary: 'Turn a claim’s proposed correction down, saying why',
  by: 'text.change',
  body: ReturnClaim,
  ifMatch: 'must',
  answers: theClaim,
});

export const applyCorrections = operation({
  method: 'POST',
  path: '/api/articles/{id}/corrections',
  summary: 'Put several proposed corrections into the text at once',
  by: 'text.change',
  body: z.strictObject({
    claims: z
      .array(z.strictObject({ id: Id, revision: Revision }))
      .min(1)
      .max(1000),
  }),
  answers: {
    200: {
      says: 'Which were put in, and why others were not',
      schema: z.object({
        version: z.number().int(),
        applied: z.array(Id),
        refused: z.array(z.object({ id: Id, code: z.string(), detail: z.string() })),
      }),
    },
  },
});

export const closeClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/close',
  summary: 'Close a claim whose words are gone, saying why; it keeps its whole record',
  by: 'claim.change',
  body: ReturnClaim,
  ifMatch: 'must',
  answers: theClaim,
});

export const reopenClaim = operation({
  method: 'POST',
  path: '/api/claims/{id}/reopen',
  summary: 'Open a closed claim again',
  by: 'claim.change',
  ifMatch: 'must',
  answers: theClaim,
});

export const claimCandidates = operation({
  method: 'GET',
  path: '/api/claims/{id}/candidates',
  summary: 'Passages of the present text that an orphan could have become, the likeliest first',
  by: 'article.read',
  answers: {
    200: {
      says: 'For each orphaned anchor, where it could be',
      schema: z.object({
        version: z.number().int(),
        items: z.array(
          z.object({
            anchorId: Id,
            state: z.enum(anchorStates),
            candidates: z.array(
              z.object({
                from: z.number().int(),
                to: z.number().int(),
                exact: z.string(),
                similarity: z.number().min(0).max(1),
              }),
            ),
          }),
        ),
      }),
    },
  },
});

export const tellPresence = operation({
  method: 'POST',
  path: '/api/articles/{id}/presence',
  summary: 'Say where one is on the desk; it is heard by those who have the article open, and kept nowhere',
  by: 'article.read',
  body: z.strictObject({
    desk: z.uuid().describe('The desk that listens to the events of this article.'),
    claimId: Id.nullable(),
    editing: z.boolean(),
  }),
  answers: { 204: { says: 'It was told' } },
});
