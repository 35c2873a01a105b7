import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Access } from '@/core/article/article';
import { articleText } from '@/core/article/text';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import type { Me } from '@/core/newsroom/person';
import type { Archive } from '@/core/report/archive';
import { type ReportMaterial, type ReportStep, sourcesOf } from '@/core/report/report';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import type { Db } from '@/db/database';
import { anchors, claims, looks, people, placements, steps, strokes } from '@/db/schema/schema';
import type { Reader } from '@/db/store';
import { readArticle } from './articles';
import { formerChecks } from './checks';
import { listClaims } from './claims';
import { docOf } from './doc';
import { eventsAfter } from './events';
import { getNewsroom } from './newsroom';
import { listNotices } from './notices';
import { getScale } from './scales';
import { sourcesById } from './source-records';

/** Who a report is read for: a person of the newsroom, by the role that decides what they may know. */
export type ReportReader = Pick<Me, 'id' | 'role'>;

/**
 * Everything that an article's report is made from, of one moment, as this reader may know it: what is confidential and not theirs
 * is not in it. What a public edition leaves out besides, for every reader alike, is `buildReport`'s. Whether the person may have
 * an edition is asked before. Throws `absent` where the article is not theirs to open.
 */
export async function reportMaterial(store: Reader, reader: ReportReader, articleId: string): Promise<ReportMaterial> {
  const call: Call = { by: { ...reader, name: '', email: '' }, at: '', newId: () => '' };
  return store.see((db) => materialOf(momentOf(db), call, articleId));
}

/** The store as one reading sees it, for queries that would each see a moment of their own. */
function momentOf(db: Db): Reader {
  return { read: db, see: (reading) => reading(db), close: async () => {} };
}

async function materialOf(store: Reader, call: Call, articleId: string): Promise<ReportMaterial> {
  const db = store.read;
  const { article, doc } = await readArticle(store, call, articleId);
  const history = await eventsAfter(store, call, articleId, 0, Number.MAX_SAFE_INTEGER);
  const live = (await listClaims(store, call, articleId, { repeats: false })).items;
  return {
    newsroom: (await getNewsroom(store)).name,
    article: { ...article, access: accessToldOf(article.access, history), doc: doc.toJSON() },
    start: (await docOf(db, { id: articleId, version: 0 })).toJSON(),
    steps: await stepsOf(db, articleId),
    sha256: createHash('sha256').update(articleText(doc).text).digest('hex'),
    claims: live,
    notices: (await listNotices(store, call, articleId)).items,
    scale: await getScale(store, article.scale),
    people: await db.select({ id: people.id, name: people.name }).from(people),
    history,
    archive: await archiveOf(store, call, articleId, live, history),
  };
}

/**
 * Who may read a restricted article, without the one who brought it in and was let in for that alone: they are not of the newsroom
 * that restricted it. Once somebody has said anew who may read it, all are named.
 */
function accessToldOf(access: Access, history: readonly Event[]): Access {
  if (access.kind === 'newsroom') return access;
  let admitted: unknown = null;
  for (const { kind, after } of history) {
    if (kind === 'article.brought-back') admitted = after?.admitted ?? null;
    else if (kind === 'article.changed' && after?.access) admitted = null;
  }
  return { ...access, people: access.people.filter((id) => id !== admitted) };
}

async function stepsOf(db: Db, articleId: string): Promise<ReportStep[]> {
  return db
    .select({ version: steps.version, step: steps.step, clientId: steps.clientId, by: steps.by, at: steps.at })
    .from(steps)
    .where(eq(steps.articleId, articleId))
    .orderBy(asc(steps.version));
}

async function archiveOf(
  store: Reader,
  call: Call,
  articleId: string,
  live: readonly Claim[],
  history: readonly Event[],
): Promise<Archive> {
  const db = store.read;
  const deleted = (await listClaims(store, call, articleId, { deleted: true, repeats: false })).items;
  return {
    looks: await db
      .select({ sentence: looks.sentence, by: looks.by, at: looks.at })
      .from(looks)
      .where(eq(looks.articleId, articleId))
      .orderBy(asc(looks.sentence)),
    strokes: await db
      .select({
        version: strokes.version,
        kind: strokes.kind,
        by: strokes.by,
        at: strokes.at,
        origin: strokes.origin,
        restored: strokes.restored,
      })
      .from(strokes)
      .where(eq(strokes.articleId, articleId))
      .orderBy(asc(strokes.version)),
    placements: (
      await db
        .select({ version: placements.version, anchors: placements.anchors })
        .from(placements)
        .where(eq(placements.articleId, articleId))
        .orderBy(asc(placements.version))
    ).map(({ version, anchors: placed }) => ({ version, anchors: [...placed] })),
    anchors: await db
      .select({ id: anchors.id, createdAt: anchors.createdAt, lost: anchors.lost })
      .from(anchors)
      .innerJoin(claims, eq(claims.id, anchors.claimId))
      .where(eq(claims.articleId, articleId)),
    checks: await formerChecks(
      db,
      [...live, ...deleted].map(({ id }) => id),
    ),
    claims: deleted,
    sources: await formerSources(db, call, live, deleted, history),
  };
}

/** The sources of deleted claims, and those that the history names and no citation any more. */
async function formerSources(
  db: Db,
  call: Call,
  live: readonly Claim[],
  deleted: readonly Claim[],
  history: readonly Event[],
): Promise<Source[]> {
  const cited = new Set(sourcesOf(live).map(({ id }) => id));
  const named = [
    ...sourcesOf(deleted).map(({ id }) => id),
    ...history.flatMap(({ articleId, sourceId }) => (articleId !== null && sourceId !== null ? [sourceId] : [])),
  ];
  const former = await sourcesById(
    db,
    call,
    [...new Set(named)].filter((id) => !cited.has(id)),
  );
  return [...former.values()];
}
