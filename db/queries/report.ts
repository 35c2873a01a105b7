import { createHash } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Event } from '@/core/event/event';
import type { ReportMaterial, ReportStep } from '@/core/report/report';
import type { Call } from '@/db/call';
import { people, steps } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { articleText, getArticle } from './articles';
import { listClaims } from './claims';
import { eventsAfter } from './events';
import { getNewsroom } from './newsroom';
import { getScale } from './scales';
import { stepsAfter } from './steps';

/** How often a reading is begun again because somebody changed the article during it. */
const TRIES = 8;

/**
 * Everything that an article's report is made from, in full: what is confidential too, whatever the caller's role, since
 * `buildReport` is what takes that out, for every reader alike. Whether the caller may have an edition is asked before. All of it
 * is of one moment: it is read again if the article was touched meanwhile. Throws `absent`.
 */
export async function reportMaterial(store: Store, call: Call, articleId: string): Promise<ReportMaterial> {
  const full: Call = { ...call, by: { ...call.by, role: 'admin' } };
  for (let tries = 1; ; tries++) {
    const material = await readOnce(store, full, articleId);
    const { updatedAt, revision } = await getArticle(store, full, articleId);
    const { article } = material;
    if ((article.updatedAt === updatedAt && article.revision === revision) || tries === TRIES) return material;
  }
}

async function readOnce(store: Store, call: Call, articleId: string): Promise<ReportMaterial> {
  const article = await getArticle(store, call, articleId);
  const { text } = await articleText(store, call, articleId);
  return {
    newsroom: (await getNewsroom(store)).name,
    article,
    start: (await stepsAfter(store, call, articleId, 0)).start,
    steps: await stepsOf(store, articleId),
    sha256: createHash('sha256').update(text).digest('hex'),
    claims: (await listClaims(store, call, articleId)).items,
    scale: await getScale(store, article.scale),
    people: await store.read.select({ id: people.id, name: people.name }).from(people),
    history: (await eventsAfter(store, call, articleId, 0, Number.MAX_SAFE_INTEGER)).filter(isOfArticle),
  };
}

/** The article's own history and that of its sources, not what the newsroom did beside it. */
function isOfArticle({ articleId, sourceId }: Event): boolean {
  return articleId !== null || sourceId !== null;
}

async function stepsOf(store: Store, articleId: string): Promise<ReportStep[]> {
  return store.read
    .select({ version: steps.version, step: steps.step, by: steps.by, at: steps.at })
    .from(steps)
    .where(eq(steps.articleId, articleId))
    .orderBy(asc(steps.version));
}
