import { createHash } from 'node:crypto';
import { importArticle } from '@/core/article/import/import-article';
import { decodePage } from '@/core/article/import/page/decode-page';
import { articleText } from '@/core/article/text';
import { pageCopy } from '@/core/source/page-copy';
import type { Jobs } from './jobs';

/** Reads a page, or a plain text, that was fetched, and makes the copy of it. Throws what reading an article throws. */
export function copyPage({
  bytes,
  charset,
  format,
  address,
  fetchedAt,
}: Jobs['copy-page']['asked']): Jobs['copy-page']['made'] {
  const content = decodePage(bytes, charset, format === 'page');
  const fileName = new URL(address).hostname;
  const { doc, title, byline, publisher, publishedAt, language } = importArticle(
    format === 'page' ? { format, content, address, fileName } : { format, content, fileName },
  );
  const textSha256 = createHash('sha256')
    .update(readableWords(articleText(doc).text))
    .digest('hex');
  const copy = pageCopy({ title, byline, publisher, publishedAt, language, doc, address, fetchedAt, textSha256 });
  return { title, textSha256, bytes: Buffer.from(copy) };
}

/** What is compared of a page: its words, however they are spaced and broken into lines. */
function readableWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
