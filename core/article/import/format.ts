import { Problem } from '@/core/problem';

/** What an import reads. `page` is HTML from the web, of which the article alone is wanted; `json` is Stet's own export. */
export const importFormats = ['text', 'markdown', 'html', 'page', 'docx', 'json'] as const;
export type ImportFormat = (typeof importFormats)[number];

const byEnding: Record<string, ImportFormat> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  json: 'json',
};

const byType: Record<string, ImportFormat> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/json': 'json',
};

/**
 * The format of a file, by the ending of its name, else by its media type (parameters are ignored). A name without an
 * ending and without a type is taken as text: what it holds decides. Throws `wrong-kind` for everything else.
 */
export function formatOfFile(name: string, type = ''): ImportFormat {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  const media = type.split(';')[0]!.trim().toLowerCase();
  const format =
    (ending && byEnding[ending]) ?? (ending ? undefined : (byType[media] ?? (media === '' ? 'text' : undefined)));
  if (!format) throw new Problem('wrong-kind');
  return format;
}
