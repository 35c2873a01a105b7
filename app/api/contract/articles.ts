import { z } from 'zod';
import {
  ARTICLE_BYTES,
  Article,
  ArticlePreview,
  ArticleWithDoc,
  articleStatuses,
  Coverage,
  CreateArticle,
  CreateArticleFields,
  PatchArticle,
  Suggestion,
} from '@/core/article/article';
import { page } from '@/core/record';
import { exportFormats, papers } from '@/core/report/formats';
import { operation } from './operation';
import { flag, paging, sequence } from './paging';

export const listArticles = operation({
  method: 'GET',
  path: '/api/articles',
  summary: 'The articles that the caller may open, newest activity first, each with its progress',
  by: 'article.read',
  query: z.strictObject({
    ...paging,
    status: z.enum(articleStatuses).optional(),
    q: z.string().max(500).optional().describe('Words of the title.'),
    assignee: z.string().max(64).optional().describe('Who answers for it; empty for nobody.'),
    late: flag.describe('1: only what is still to be checked and whose deadline is over.'),
    deleted: flag.describe('1: the bin instead.'),
  }),
  answers: { 200: { says: 'One page of articles', schema: page(Article) } },
});

/** JSON may spell every character as a six-byte escape of a two-byte one; the text itself is measured once it is read. */
export const ARTICLE_JSON_BYTES = 3 * ARTICLE_BYTES + 64 * 1024;

export const createArticle = operation({
  method: 'POST',
  path: '/api/articles',
  summary: 'Bring an article in, from JSON or as a file',
  description:
    'With ?dryRun=1 the answer says what would be made and nothing is saved. A file is .docx, .html, .md, .txt or Stet’s own .json; its kind is told by its name, else by its type. Comments of a Word document become claims on exactly their words. A url is fetched by the server.',
  by: 'article.create',
  query: z.strictObject({ dryRun: flag.describe('1: say what would be made, save nothing.') }),
  body: CreateArticle,
  form: CreateArticleFields,
  bodyBytes: ARTICLE_JSON_BYTES,
  answers: {
    201: { says: 'The article was made', schema: Article },
    200: {
      says: 'With ?dryRun=1, what would be made; else the article that this id made before',
      schema: z.union([Article, ArticlePreview]),
    },
  },
});

/** The deepest that annotations may be nested: the model itself needs a dozen levels. */
const DEEPEST = 100;

export const bringAnnotations = operation({
  method: 'POST',
  path: '/api/articles/{id}/annotations',
  summary: 'Take in annotations of the same text that were made with another tool',
  description:
    'W3C Web Annotations as JSON-LD (one, an array, a page or a collection), or the rows of Hypothesis. Each becomes a claim on exactly its words; one on the words of a claim that is there adds its comments to that. What cannot be placed for certain is skipped, with the reason.',
  by: 'claim.change',
  body: z
    .unknown()
    .refine((value) => depthOf(value) <= DEEPEST, { error: `This is nested deeper than ${DEEPEST} levels.` }),
  bodyBytes: ARTICLE_BYTES,
  answers: {
    200: {
      says: 'How many claims were made, how many annotations were about claims that are there, and which were skipped',
      schema: z.object({
        created: z.number().int(),
        known: z.number().int(),
        skipped: z.array(z.object({ index: z.number().int(), id: z.string().nullable(), reason: z.string() })),
      }),
    },
  },
});

/** How deep a JSON value is nested; no deeper than one beyond what is allowed is looked at, whatever it is. */
function depthOf(value: unknown): number {
  let level = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
    if (level.length === 0) return depth;
  }
  return DEEPEST + 1;
}

export const getArticle = operation({
  method: 'GET',
  path: '/api/articles/{id}',
  summary: 'One article, with its text as ProseMirror JSON',
  by: 'article.read',
  answers: { 200: { says: 'The article', schema: ArticleWithDoc } },
});

export const changeArticle = operation({
  method: 'PATCH',
  path: '/api/articles/{id}',
  summary: 'Change what is known about an article',
  by: 'article.change',
  body: PatchArticle,
  ifMatch: 'must',
  answers: { 200: { says: 'The article as it now stands', schema: Article } },
});

export const deleteArticle = operation({
  method: 'DELETE',
  path: '/api/articles/{id}',
  summary: 'Put an article into the bin',
  by: 'article.delete',
  ifMatch: 'must',
  answers: { 200: { says: 'The article, in the bin', schema: Article } },
});

export const restoreArticle = operation({
  method: 'POST',
  path: '/api/articles/{id}/restore',
  summary: 'Take an article out of the bin, whole',
  by: 'article.delete',
  answers: { 200: { says: 'The article', schema: Article } },
});

export const articleText = operation({
  method: 'GET',
  path: '/api/articles/{id}/text',
  summary: 'The plain text, blocks and lines joined by one line feed each; ETag is the version',
  by: 'article.read',
  answers: { 200: { says: 'The text', type: 'text/plain; charset=utf-8' } },
});

export const articleEvents = operation({
  method: 'GET',
  path: '/api/articles/{id}/events',
  summary: 'What happens to the article, as it happens (Server-Sent Events)',
  description:
    'Every id is the number of the event log; Last-Event-ID, else ?since=, resumes with nothing missed, and without both the stream begins now. The data is the event and the present claim or article that it concerns; with article.edited, as `text`, the steps of that edit as the steps operation gives them. Messages named presence tell who has the article open (`?desk=` is the caller’s own).',
  by: 'article.read',
  query: z.strictObject({
    since: sequence.optional(),
    desk: z.uuid().optional().describe('The open desk that listens.'),
  }),
  answers: { 200: { says: 'The stream', type: 'text/event-stream' } },
});

export const articleSuggestions = operation({
  method: 'GET',
  path: '/api/articles/{id}/suggestions',
  summary: 'Every sentence with its check-worthiness, in reading order',
  by: 'article.read',
  answers: { 200: { says: 'The sentences', schema: z.object({ items: z.array(Suggestion) }) } },
});

export const articleCoverage = operation({
  method: 'GET',
  path: '/api/articles/{id}/coverage',
  summary: 'How much of the article has been looked at, and the sentences that have not',
  by: 'article.read',
  answers: { 200: { says: 'The coverage', schema: Coverage } },
});

export const exportArticle = operation({
  method: 'GET',
  path: '/api/articles/{id}/export',
  summary: 'The report on the article',
  description:
    'Without edition the public one is made: what is confidential never leaves by forgetting a word. The internal one asks for the right to see it.',
  by: 'report.export',
  query: z.strictObject({
    format: z.string().max(40).default('html').describe(Object.keys(exportFormats).join(', ')),
    edition: z.enum(['internal', 'public']).default('public'),
    paper: z.enum(papers).default('a4').describe('The paper of a pdf.'),
    view: flag.describe('1: to be looked at in a frame of Stet’s own, not to be kept.'),
  }),
  answers: { 200: { says: 'The report as a file', type: 'text/html' } },
});
