import type { Node } from 'prosemirror-model';
import { draftSteps } from '@/core/article/draft-steps';
import type { Imported } from '@/core/article/import/import-article';
import type { Remark } from '@/core/article/import/remark';
import type { StrokeKind } from '@/core/article/version';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fold } from '@/db/fold';
import { docOf } from '@/db/queries/doc';
import { type DraftOutcome, draftOutcome } from '@/db/queries/draft-outcome';
import { openArticle } from '@/db/queries/open-article';
import { mustBeVersion } from '@/db/queries/versions';
import type { ArticleRow } from '@/db/records/article';
import type { Store } from '@/db/store';
import { writeArticle } from './change-article';
import { changedFields } from './changed-fields';
import { type NewArticle, readHere } from './create-article';
import { refuseBehind } from './edit-text';
import { needRight } from './need-right';
import { takeRemarks } from './take-remarks';
import { touchArticle } from './touch-article';
import { writeText } from './write-text';

/** How a draft is taken: only looked at, or refused unless the article is still at this version. */
export interface Taking {
  dryRun?: boolean;
  version?: number | undefined;
}

/**
 * Makes a new draft the text of the article; every anchor goes where its words are. The same draft again changes nothing. Throws
 * `absent`, `behind`, and what the import throws. Its remarks become claims, or threads of the claims that are on their words. What is
 * not yet read is read before the transaction begins.
 */
export async function takeDraft(
  store: Store,
  call: Call,
  articleId: string,
  body: NewArticle,
  taking: Taking = {},
  draft: Imported = readHere(body),
): Promise<DraftOutcome & { draft: Imported }> {
  needRight(call, 'text.change');
  await openArticle(store.read, call, articleId);
  const outcome = await take(store, call, articleId, taking, async () => draft.doc, {
    kind: 'draft',
    origin: body.origin ?? null,
    about: { title: body.title?.trim() || undefined, language: body.language },
    remarks: body.remarks === 'none' ? [] : draft.remarks,
  });
  return { ...outcome, draft };
}

/** Makes the text of an old version the present one again, as a new version. Throws `absent`, `version-unknown` and `behind`. */
export async function restoreVersion(
  store: Store,
  call: Call,
  articleId: string,
  restored: number,
  taking: Taking = {},
): Promise<DraftOutcome> {
  needRight(call, 'text.change');
  const old = async (db: Db, article: ArticleRow) => {
    mustBeVersion(article, restored);
    return docOf(db, { id: articleId, version: restored });
  };
  return take(store, call, articleId, taking, old, { kind: 'restored', restored });
}

interface Stroke {
  kind: StrokeKind;
  origin?: string | null;
  restored?: number;
  about?: { title?: string | undefined; language?: string | undefined };
  /** What came with the draft about its words. */
  remarks?: readonly Remark[];
}

async function take(
  store: Store,
  call: Call,
  articleId: string,
  { dryRun = false, version }: Taking,
  textOf: (db: Db, article: ArticleRow) => Promise<Node>,
  { about = {}, remarks = [], ...stroke }: Stroke,
): Promise<DraftOutcome> {
  const look = async (db: Db) => {
    const article = await openArticle(db, call, articleId);
    if (version !== undefined) await refuseBehind(db, article, version);
    const [before, after] = [await docOf(db, article), await textOf(db, article)];
    return { article, before, after, outcome: await draftOutcome(db, article, before, after) };
  };
  if (dryRun) return (await store.see(look)).outcome;
  return store.change(async (tx) => {
    const { article, before, after, outcome } = await look(tx);
    const steps = draftSteps(before, after);
    let row = article;
    if (steps.length > 0) {
      const placed = new Map(outcome.followed.map(({ anchorId, from, to }) => [anchorId, { from, to }]));
      row = (await writeText(tx, call, { article, before, after, steps, clientId: call.newId(), placed, stroke }))
        .article;
    }
    const taken = await takeRemarks(tx, call, row, after, remarks);
    if (taken.created + taken.known > 0) await touchArticle(tx, call, articleId);
    const changed = changedFields<Partial<ArticleRow>>({ title: row.title, language: row.language }, about);
    if (changed) {
      const { title } = changed.after;
      await writeArticle(tx, call, row, { ...changed.after, ...(title === undefined ? {} : { finding: fold(title) }) });
      await appendEvent(tx, call, { kind: 'article.changed', articleId, ...changed });
    }
    return { ...outcome, version: row.version };
  });
}
