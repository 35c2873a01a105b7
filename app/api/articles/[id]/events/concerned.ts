import type { Article } from '@/core/article/article';
import type { Claim } from '@/core/claim/claim';
import type { Event } from '@/core/event/event';
import { Problem } from '@/core/problem';
import type { Source } from '@/core/source/source';
import type { Call } from '@/db/call';
import { readArticle } from '@/db/queries/articles';
import { getClaim } from '@/db/queries/claims';
import { getSource } from '@/db/queries/sources';
import { type StepsAfter, stepsBetween } from '@/db/queries/steps';
import type { Store } from '@/db/store';

/** The record that an event concerns, as it stands now: newer than the event, perhaps; absent once it is deleted. */
export interface Concerned {
  claim?: Claim;
  article?: Article;
  source?: Source;
  /** The steps of an edit: those after version `since`. */
  text?: StepsAfter & { since: number };
}

/** Reads each record once, however many events of one reading concern it. */
export function concerned(store: Store, call: Call, articleId: string): (event: Event) => Promise<Concerned> {
  const claims = new Map<string, Promise<Claim | undefined>>();
  const sources = new Map<string, Promise<Source | undefined>>();
  let article: Promise<Article | undefined> | undefined;
  return async ({ kind, claimId, sourceId, before, after }) => {
    if (claimId !== null) {
      const known = claims.get(claimId) ?? getClaim(store, call, claimId).catch(noneIfAbsent);
      claims.set(claimId, known);
      const claim = await known;
      return claim ? { claim } : {};
    }
    if (sourceId !== null) {
      const known = sources.get(sourceId) ?? getSource(store, call, sourceId).catch(noneIfAbsent);
      sources.set(sourceId, known);
      const source = await known;
      return source ? { source } : {};
    }
    if (kind === 'article.edited') {
      const [since, version] = [Number(before?.version), Number(after?.version)];
      return { text: { since, ...(await stepsBetween(store.read, { id: articleId, version }, since)) } };
    }
    if (!kind.startsWith('article.')) return {};
    article ??= readArticle(store, call, articleId).then((read) => read.article, noneIfAbsent);
    const present = await article;
    return present ? { article: present } : {};
  };
}

function noneIfAbsent(failure: unknown): undefined {
  if (failure instanceof Problem && failure.code === 'absent') return undefined;
  throw failure;
}
