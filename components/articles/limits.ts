/** The most bytes that an article may bring in: `ARTICLE_BYTES` of core/article/article.ts, told here so that a screen stays without its schemas. */
export const ARTICLE_BYTES = 10 * 1024 * 1024;
