import type { z } from 'zod';
import type { Upload } from '@/app/api/body';
import type { CreateArticle, CreateArticleFields } from '@/core/article/article';
import { decodeText, type Encoding } from '@/core/article/import/decode';
import { formatOfFile, type ImportFormat } from '@/core/article/import/format';
import { Problem } from '@/core/problem';

/** What came in to become an article: its text, and what is known of it. */
export interface Content {
  readonly format: ImportFormat;
  readonly text: string;
  readonly fileName: string | undefined;
  /** How the file's characters were written; null where they came as JSON. */
  readonly encoding: Encoding | null;
  /** The same as the one JSON body that the store takes. */
  readonly body: CreateArticle;
}

type Sent = CreateArticle | { fields: z.output<typeof CreateArticleFields>; file: Upload };

/** A body and a file are the same thing: a text in a format. Throws `fetch-unavailable` for an address. */
export function contentOf(sent: Sent): Content {
  if ('file' in sent) {
    const { name, type, bytes } = sent.file;
    const format = formatOfFile(name, type);
    const { text, encoding } = decodeText(bytes);
    return { format, text, fileName: name, encoding, body: { ...sent.fields, [format]: text } };
  }
  const known = { fileName: undefined, encoding: null, body: sent };
  if (sent.text !== undefined) return { ...known, format: 'text', text: sent.text };
  if (sent.markdown !== undefined) return { ...known, format: 'markdown', text: sent.markdown };
  if (sent.html !== undefined) return { ...known, format: 'html', text: sent.html };
  throw new Problem('fetch-unavailable');
}
