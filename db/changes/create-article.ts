import { and, eq, isNull } from 'drizzle-orm';
import type { Article, CreateArticle } from '@/core/article/article';
import { importArticle } from '@/core/article/import/import-article';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fold } from '@/db/fold';
import { oneArticleRecord } from '@/db/queries/articles';
import { newsroomRecord } from '@/db/queries/newsroom';
import { openArticle } from '@/db/queries/open-article';
import { articles, docs, scales } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';

/** The body of the interface, with the name of the file that it came from, if it did. */
export type NewArticle = CreateArticle & { fileName?: string };

/**
 * Brings an article in. Throws what the import throws (`text-empty`, `too-many-words` …), `scale-unknown`, `id-taken`, and
 * `fetch-unavailable` for an address. The text is read before the transaction begins.
 */
export async function createArticle(
  store: Store,
  call: Call,
  body: NewArticle,
): Promise<{ record: Article; created: boolean }> {
  needRight(call, 'article.create');
  const { doc, title, language, words } = importArticle({
    ...contentOf(body),
    title: body.title,
    language: body.language,
    fileName: body.fileName,
  });
  return store.change(async (tx) => {
    const { id, repeated } = await takeId(tx, call, 'article', body.id, body);
    if (repeated)
      return answerAgain(async () => oneArticleRecord(tx, await openArticle(tx, call, id, { deleted: true })));
    const scale = body.scale ?? (await newsroomRecord(tx)).rules.defaultScale;
    await checkScale(tx, scale);
    const about = { title, language, scale, deadline: body.deadline ?? null, origin: body.fileName ?? null };
    const [row] = await tx
      .insert(articles)
      .values({
        id,
        ...about,
        finding: fold(title),
        createdBy: call.by.id,
        createdAt: call.at,
        updatedAt: call.at,
      })
      .returning();
    await tx.insert(docs).values({ articleId: id, version: 0, doc: doc.toJSON() });
    await appendEvent(tx, call, { kind: 'article.created', articleId: id, after: { ...about, words } });
    return { record: await oneArticleRecord(tx, row!), created: true };
  });
}

/** Throws `scale-unknown` unless it is a scale that is not deleted. */
export async function checkScale(tx: Db, id: string): Promise<void> {
  const [scale] = await tx
    .select({ id: scales.id })
    .from(scales)
    .where(and(eq(scales.id, id), isNull(scales.deletedAt)));
  if (!scale) throw new Problem('scale-unknown');
}

export function contentOf({ text, markdown, html }: CreateArticle) {
  if (text !== undefined) return { format: 'text' as const, content: text };
  if (markdown !== undefined) return { format: 'markdown' as const, content: markdown };
  if (html !== undefined) return { format: 'html' as const, content: html };
  throw new Problem('fetch-unavailable');
}
