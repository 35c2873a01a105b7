import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Upload } from '@/app/api/body';
import { readSettings } from '@/app/settings';
import { fetchPage } from '@/app/web/fetch-page';
import type { ReadArticle } from '@/app/workshop/jobs';
import { readApart } from '@/app/workshop/workshop';
import type { CreateArticle, CreateArticleFields } from '@/core/article/article';
import { countWords } from '@/core/article/import/count-words';
import { decodeText, type Encoding } from '@/core/article/import/decode';
import { formatOfFile } from '@/core/article/import/format';
import type { Imported, ImportInput } from '@/core/article/import/import-article';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import type { BroughtReport } from '@/core/report/read-json';
import type { NewArticle } from '@/db/changes/create-article';

type Sent = CreateArticle | { fields: z.output<typeof CreateArticleFields>; file: Upload };

/** What came in to become an article, read: the same whether it came as JSON, as a file or from an address. */
export interface Content {
  /** What was said of it, and what tells the same create from another. */
  readonly body: NewArticle;
  readonly read: Imported;
  /** How the file's characters were written; null where there was nothing to tell. */
  readonly encoding: Encoding | null;
  /** An article that comes back with all that was known of it; null for a text that is new. */
  readonly brought: BroughtReport | null;
}

/**
 * Reads what was sent, in the workshop; an address is fetched first. Throws what reading it throws (`core/article/import`,
 * `core/report/read-json`), what fetching it throws (`app/web`), and `too-demanding`.
 */
export async function contentOf(sent: Sent, signal: AbortSignal): Promise<Content> {
  if ('file' in sent) return fromFile(sent.file, sent.fields, signal);
  const { url, text, markdown, html, ...about } = sent;
  if (url === undefined) {
    const input: Text =
      text !== undefined
        ? { format: 'text', content: text }
        : markdown !== undefined
          ? { format: 'markdown', content: markdown }
          : { format: 'html', content: html ?? '' };
    return content(sent, null, await read({ ...input, ...about }, signal));
  }
  const page = await fetchPage(url, readSettings().fetchAllow, signal);
  const input: ImportInput =
    page.format === 'page'
      ? { format: 'page', content: page.text, address: page.address }
      : { format: page.format, content: page.text };
  const found = await read({ ...input, ...about, fileName: nameIn(page.address) }, signal);
  return content({ ...sent, origin: url }, null, { ...found, url: found.url ?? page.address });
}

type Text = Extract<ImportInput, { format: 'text' | 'markdown' | 'html' }>;

async function fromFile(
  { name, type, bytes }: Upload,
  about: z.output<typeof CreateArticleFields>,
  signal: AbortSignal,
): Promise<Content> {
  const format = formatOfFile(name, type);
  const body = { ...about, origin: name, sha256: createHash('sha256').update(bytes).digest('hex') };
  const { title, language, changes } = about;
  const known = { title, language, fileName: name };
  if (format === 'json') {
    const brought = (await readApart('read-report', { bytes }, signal)) as BroughtReport;
    return { body, read: textOf(brought), encoding: 'UTF-8', brought };
  }
  if (format === 'docx') return content(body, null, await read({ format, bytes, changes, ...known }, signal));
  const { text, encoding } = decodeText(bytes);
  return content(body, encoding, await read({ format: format as Text['format'], content: text, ...known }, signal));
}

function content(body: NewArticle, encoding: Encoding | null, found: Imported): Content {
  return { body, encoding, read: found, brought: null };
}

async function read(input: ImportInput, signal: AbortSignal): Promise<Imported> {
  return withDoc(await readApart('read', input, signal));
}

function withDoc(found: ReadArticle): Imported {
  return { ...found, doc: articleSchema.nodeFromJSON(found.doc) };
}

/** What of an article that comes back is its text: all that a new draft of another takes of it. */
function textOf({ report: { article } }: BroughtReport): Imported {
  const { title, language, byline, publisher, publishedAt, url } = article;
  const doc = articleSchema.nodeFromJSON(article.doc);
  const words = countWords(articleText(doc).text);
  const about = { title, language, byline, publisher, publishedAt, url };
  return { ...about, doc, words, format: 'json', dropped: [], remarks: [], changes: 0 };
}

function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address);
  return pathname.split('/').filter(Boolean).at(-1) ?? hostname;
}
