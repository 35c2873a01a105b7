import { createHash } from 'node:crypto';
import type { Article } from '@/core/article/article';
import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { reportJson } from '@/core/report/json';
import { misfit } from '@/core/report/misfit';
import type { BroughtReport } from '@/core/report/read-json';
import { withNewIds } from '@/core/report/with-new-ids';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { oneArticleRecord } from '@/db/queries/articles';
import { newsroomRecord } from '@/db/queries/newsroom';
import { openArticle } from '@/db/queries/open-article';
import type { Store } from '@/db/store';
import { idsFor } from './bring-back-ids';
import { scaleOf, writeArticleRow, writeClaims, writeHistory, writePeople, writeSources } from './bring-back-rows';
import { needRight } from './need-right';
import { answerAgain, takeId } from './take-id';

/** What the caller says otherwise than the file does. */
export interface BroughtAs {
  /** The id that the caller chose for the article. */
  id?: string | undefined;
  title?: string | undefined;
  language?: string | undefined;
  deadline?: string | null | undefined;
}

/**
 * Brings an article in from Stet's own JSON, with all that the file holds: claims, sources, comments, versions, history, and the
 * people it names, as inactive entries where they are unknown here. It keeps its ids where none of them is taken here, and its
 * times; its sources are those that are here where they are the same in every field. Exported again it gives the same file.
 *
 * A restricted article stays restricted; whoever brings it in may read it. All is one change, with one event of the importer's own;
 * what the file tells of the past is told to nobody anew. Throws `report-inconsistent` where the SHA-256 is not that of the text,
 * and `id-taken`.
 */
export async function bringBack(
  store: Store,
  call: Call,
  { report, texts }: BroughtReport,
  about: BroughtAs = {},
): Promise<{ record: Article; created: boolean }> {
  needRight(call, 'article.create');
  const doc = articleSchema.nodeFromJSON(texts.at(-1)!.doc);
  if (sha256(articleText(doc).text) !== report.sha256) throw misfit('fingerprint');
  const file = about.id === undefined ? '' : sha256(reportJson(report));
  return store.change(async (tx) => {
    const { ids, known } = await idsFor(tx, call, report, about.id);
    const { id: articleId, repeated } = await takeId(tx, call, 'article', about.id, { ...about, file });
    if (repeated)
      return answerAgain(async () =>
        oneArticleRecord(tx, call, await openArticle(tx, call, articleId, { deleted: true })),
      );
    const brought = withNewIds(report, ids);
    const { newsroom, edition, article, claims } = brought;
    const elsewhere = newsroom === (await newsroomRecord(tx)).name ? null : newsroom;
    await writePeople(tx, call, brought.people);
    const scale = await scaleOf(tx, call, brought.scale);
    const { row, admitted } = await writeArticleRow(tx, call, brought, texts, {
      title: about.title?.trim() || article.title,
      language: about.language ?? article.language,
      deadline: about.deadline === undefined ? article.deadline : about.deadline,
      scale,
      newsroom: elsewhere,
    });
    await writeSources(tx, brought, known);
    await writeClaims(tx, brought, doc);
    await writeHistory(tx, brought, known);
    await appendEvent(tx, call, {
      kind: 'article.brought-back',
      articleId: row.id,
      after: {
        title: row.title,
        edition,
        claims: claims.length,
        ...(elsewhere && { newsroom: elsewhere }),
        ...(admitted && { admitted: call.by.id }),
      },
    });
    return { record: await oneArticleRecord(tx, call, row), created: true };
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
