import { and, eq, inArray } from 'drizzle-orm';
import type { Coverage } from '@/core/article/article';
import { fingerprintOf } from '@/core/article/fingerprint';
import { type Sentence, sentencesOf } from '@/core/article/sentences';
import type { Look } from '@/core/article/sign-off';
import { articleText } from '@/core/article/text';
import { coverageOf, sentencesIn } from '@/core/claim/coverage';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { docOf } from '@/db/queries/doc';
import { looksOf } from '@/db/queries/looks';
import { openArticle } from '@/db/queries/open-article';
import { liveClaims } from '@/db/queries/sign-off';
import type { ArticleRow } from '@/db/records/article';
import { looks } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/**
 * Says of the sentences in a range that there is nothing in them to check. It holds for their words wherever they stand in the
 * article, and for no others. Answers the coverage as it is then. Throws `absent`, and `range-impossible` where there is no sentence.
 */
export async function addLook(store: Store, call: Call, articleId: string, range: Look): Promise<Coverage> {
  return change(store, call, articleId, range, async (tx, article, sentences, looked) => {
    for (const { exact } of sentences) {
      const sentence = fingerprintOf(exact);
      if (looked.has(sentence)) continue;
      looked.add(sentence);
      await tx.insert(looks).values({ articleId, sentence, by: call.by.id, at: call.at });
      await appendEvent(tx, call, { kind: 'look.added', articleId: article.id, after: { sentence, exact } });
    }
  });
}

/** Takes that back. Throws `absent` and `range-impossible`. */
export async function dropLook(store: Store, call: Call, articleId: string, range: Look): Promise<Coverage> {
  return change(store, call, articleId, range, async (tx, article, sentences, looked) => {
    const said = new Map(sentences.map(({ exact }) => [fingerprintOf(exact), exact]));
    const taken = [...said].filter(([sentence]) => looked.has(sentence));
    const gone = taken.map(([sentence]) => sentence);
    if (gone.length > 0)
      await tx.delete(looks).where(and(eq(looks.articleId, article.id), inArray(looks.sentence, gone)));
    for (const [sentence, exact] of taken)
      await appendEvent(tx, call, { kind: 'look.dropped', articleId: article.id, before: { sentence, exact } });
  });
}

async function change(
  store: Store,
  call: Call,
  articleId: string,
  range: Look,
  write: (tx: Db, article: ArticleRow, sentences: Sentence[], looked: Set<string>) => Promise<void>,
): Promise<Coverage> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const article = await openArticle(tx, call, articleId);
    const doc = await docOf(tx, article);
    const text = articleText(doc);
    if (range.start >= range.end || range.end > text.points) throw new Problem('range-impossible');
    const [from, to] = [range.start, range.end].map((points) => text.positionAt(text.offsetOfPoints(points)));
    const sentences = sentencesIn(doc, sentencesOf(doc, article.language), from!, to!);
    if (sentences.length === 0) throw new Problem('range-impossible');
    await write(tx, article, sentences, await looksOf(tx, articleId));
    await touchArticle(tx, call, articleId);
    return coverageOf(doc, article.language, await liveClaims(tx, call, article), await looksOf(tx, articleId));
  });
}
