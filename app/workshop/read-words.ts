import { readFile } from 'node:fs/promises';
import { decodeText } from '@/core/article/import/decode';
import { importArticle } from '@/core/article/import/import-article';
import type { Jobs } from './jobs';

/** Reads the words of an evidence file that is a page or a text, to be looked at. Throws what reading an article throws. */
export async function readWords({
  file,
  page,
  name,
}: Jobs['read-words']['asked']): Promise<Jobs['read-words']['made']> {
  const { text } = decodeText(await readFile(file));
  const { title, language, doc } = importArticle({
    format: page ? 'html' : 'text',
    content: text,
    fileName: name,
    title: page ? undefined : name,
  });
  return { title, language, doc: doc.toJSON() };
}
