import { and, eq, isNull } from 'drizzle-orm';
import type { Article, CreateArticle } from '@/core/article/article';
import { type Imported, importArticle } from '@/core/article/import/import-article';
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
import { takeRemarks } from './take-remarks';

/** The body of the interface, and where it came from. */
export interface NewArticle extends CreateArticle {
  /** The name of the file or the address that it came from. */
  origin?: string;
  /** The SHA-256 of a file whose text is not in the body: the same create has the same one. */
  sha256?: string;
}

/**
 * Brings an article in, with a claim for each remark that came with it. What is not yet `read` must be text, and is read here,
 * before the transaction begins. Throws what the import throws (`text-empty`, `too-many-words` …), `scale-unknown`, `id-taken`.
 */
export async function createArticle(
  store: Store,
  call: Call,
  body: NewArticle,
  read: Imported = readHere(body),
): Promise<{ record: Article; created: boolean }> {
  needRight(call, 'article.create');
  const { doc, title, language, words, byline, publisher, publishedAt, url } = read;
  return store.change(async (tx) => {
    const { id, repeated } = await takeId(tx, call, 'article', body.id, body);
    if (repeated)
      return answerAgain(async () => oneArticleRecord(tx, call, await openArticle(tx, call, id, { deleted: true })));
    const scale = body.scale ?? (await newsroomRecord(tx)).rules.defaultScale;
    await checkScale(tx, scale);
    const about = { title, language, scale, deadline: body.deadline ?? null, origin: body.origin ?? null };
    const particulars = { byline, publisher, publishedAt, url };
    const [row] = await tx
      .insert(articles)
      .values({
        id,
        ...about,
        ...particulars,
        finding: fold(title),
        createdBy: call.by.id,
        createdAt: call.at,
        updatedAt: call.at,
      })
      .returning();
    await tx.insert(docs).values({ articleId: id, version: 0, doc: doc.toJSON() });
    await appendEvent(tx, call, { kind: 'article.created', articleId: id, after: { ...about, words } });
    if (body.remarks !== 'none') await takeRemarks(tx, call, { id, scale }, doc, read.remarks);
    return { record: await oneArticleRecord(tx, call, row!), created: true };
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

/** Reads a text that came in the body itself. */
export function readHere({ text, markdown, html, title, language, origin }: NewArticle): Imported {
  const [format, content] =
    text !== undefined
      ? (['text', text] as const)
      : markdown !== undefined
        ? (['markdown', markdown] as const)
        : (['html', html ?? ''] as const);
  return importArticle({ format, content, title, language, fileName: origin });
}
