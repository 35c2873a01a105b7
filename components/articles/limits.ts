const MEGABYTE = 1024 * 1024;

/**
 * The most megabytes that a file may have, by its name, told here so that a screen stays without the schemas: a text is as much as
 * `ARTICLE_BYTES` of core/article/article.ts; a document holds more than its text.
 */
export function fileLimit(name: string): number {
  return /\.(docx|json)$/i.test(name) ? 30 : 10;
}

/** A file's size, in whole megabytes. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE);
}
