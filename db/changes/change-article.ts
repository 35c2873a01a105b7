import { and, eq, isNotNull, isNull, notInArray } from 'drizzle-orm';
import type { Article, PatchArticle } from '@/core/article/article';
import { changesWhatWasSigned } from '@/core/event/changes-signed';
import { mayOpen } from '@/core/newsroom/rights';
import { Problem } from '@/core/problem';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { fold } from '@/db/fold';
import { oneArticleRecord } from '@/db/queries/articles';
import { isUnseen } from '@/db/queries/checks';
import { openArticle, readersOf } from '@/db/queries/open-article';
import { openScale } from '@/db/queries/scales';
import { type ArticleRow, accessOf } from '@/db/records/article';
import { articles, claims, readers } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { changedFields } from './changed-fields';
import { checkPeople } from './check-people';
import { checkWorkers } from './check-workers';
import { checkScale } from './create-article';
import { needRight } from './need-right';
import { notify } from './notify';
import { releaseClaims } from './release-claims';

/**
 * Changes what is said of an article. Taken up again (`draft`, `checking`), its signature ends; put away and brought back to
 * `signed-off`, it keeps it. Whoever may not open it any more has no work in it from then on. Throws `absent`, `stale`,
 * `scale-unknown`, `person-unknown`, `value-in-use` when a claim has a verdict that the new scale lacks, `sign-off-needed` for a
 * status of `signed-off` without a signature, and what `checkWorkers` throws for who is to answer for it.
 */
export async function changeArticle(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchArticle,
): Promise<Article> {
  needRight(call, 'article.change');
  return store.change(async (tx) => {
    const row = await openArticle(tx, call, id);
    await refuseStale(tx, call, row, revision);
    const people = row.restricted ? await readersOf(tx, id) : [];
    const { access, ...about } = patch;
    const present = { ...row, access: accessOf(row, people) };
    const wanted = access?.kind === 'restricted' ? { ...access, people: [...new Set(access.people)].sort() } : access;
    const open = { createdBy: row.createdBy, access: wanted ?? present.access };
    const keeps = (personId: string) => mayOpen(personId, open);
    // Who may not open the article any more cannot answer for it.
    const released = about.assigneeId === undefined && row.assigneeId !== null && !keeps(row.assigneeId);
    const changed = changedFields(present, { ...about, access: wanted, ...(released ? { assigneeId: null } : {}) });
    if (!changed) return oneArticleRecord(tx, call, row);

    if (changed.after.scale !== undefined) await checkScaleChange(tx, call, id, changed.after.scale);
    if (wanted && changed.after.access) {
      await checkPeople(tx, wanted.kind === 'restricted' ? wanted.people.filter((one) => !people.includes(one)) : []);
      await tx.delete(readers).where(eq(readers.articleId, id));
      if (wanted.kind === 'restricted' && wanted.people.length > 0)
        await tx.insert(readers).values(wanted.people.map((personId) => ({ articleId: id, personId })));
    }
    const { access: _, ...fields } = changed.after;
    await checkWorkers(tx, row, [fields.assigneeId], open.access);
    if (fields.status === 'signed-off' && row.signedOff === null) throw new Problem('sign-off-needed');
    const ends = fields.status === 'draft' || fields.status === 'checking';
    const after = await writeArticle(tx, call, row, {
      ...fields,
      ...(fields.title === undefined ? {} : { finding: fold(fields.title) }),
      ...(wanted ? { restricted: wanted.kind === 'restricted' } : {}),
      ...(ends ? { signedOff: null, changedSince: null } : {}),
    });
    const event = await appendEvent(tx, call, { kind: 'article.changed', articleId: id, ...changed });
    await notify(tx, call, event, [{ personId: fields.assigneeId, kind: 'article-assigned' }]);
    if (ends) await endSignOff(tx, call, row);
    if (wanted && changed.after.access) await releaseClaims(tx, call, after, keeps);
    const changes = after.signedOff !== null && changesWhatWasSigned(event);
    return oneArticleRecord(tx, call, { ...after, changedSince: after.changedSince ?? (changes ? call.at : null) });
  });
}

/** Writes fields of an article whose revision has been checked, and raises it. */
export async function writeArticle(
  tx: Db,
  call: Call,
  row: ArticleRow,
  fields: Partial<ArticleRow>,
): Promise<ArticleRow> {
  const [written] = await tx
    .update(articles)
    .set({ ...fields, revision: row.revision + 1, updatedAt: call.at })
    .where(eq(articles.id, row.id))
    .returning();
  return written!;
}

/** Throws `stale`, with the article as it stands, unless this is its revision. */
export async function refuseStale(tx: Db, call: Call, row: ArticleRow, revision: number): Promise<void> {
  if (row.revision !== revision) throw new Problem('stale', {}, { current: await oneArticleRecord(tx, call, row) });
}

/** Ends a signature, if there is one, in the change that takes the article up again; the record keeps it. */
async function endSignOff(tx: Db, call: Call, { id, signedOff }: ArticleRow): Promise<void> {
  if (!signedOff) return;
  await appendEvent(tx, call, { kind: 'article.sign-off-ended', articleId: id, before: { signedOff } });
}

async function checkScaleChange(tx: Db, call: Call, articleId: string, scaleId: string): Promise<void> {
  // Whether the scale may go would tell whoever is blind to a claim which verdict it has.
  const [blind] = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), isUnseen(tx, call.by.id, claims.id)))
    .limit(1);
  if (blind) throw new Problem('check-blind');
  await checkScale(tx, scaleId);
  const keys = (await openScale(tx, scaleId)).verdicts.map(({ key }) => key);
  const [homeless] = await tx
    .select({ verdict: claims.verdict })
    .from(claims)
    .where(
      and(
        eq(claims.articleId, articleId),
        isNull(claims.deletedAt),
        isNotNull(claims.verdict),
        notInArray(claims.verdict, keys),
      ),
    )
    .limit(1);
  if (homeless) throw new Problem('value-in-use', { verdict: homeless.verdict! });
}
