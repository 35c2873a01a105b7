import { articleSchema } from '@/core/article/schema';
import { articleText } from '@/core/article/text';
import { DEFAULT_SCALE } from '@/core/claim/scale';
import type { Call } from '@/db/call';
import { addCitation } from '@/db/changes/add-citation';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { createSource } from '@/db/changes/create-source';
import { getArticle } from '@/db/queries/articles';
import type { Store } from '@/db/store';
import { sampleText, sampleTitle } from './sample-article';
import { type SampleClaim, sampleClaims, sampleSources } from './sample-claims';

/**
 * Puts the sample article with its claims and sources into a new newsroom, by the same changes that a person makes, under the
 * name of the one who founded it.
 */
export async function makeSample(store: Store, call: Call): Promise<void> {
  const created = await createArticle(store, call, {
    title: sampleTitle,
    markdown: sampleText,
    language: 'en',
    scale: DEFAULT_SCALE,
  });
  const { doc, id } = await getArticle(store, call, created.record.id);
  const text = articleText(articleSchema.nodeFromJSON(doc));
  const sourceIds = new Map<string, string>();
  for (const [name, source] of Object.entries(sampleSources)) {
    sourceIds.set(name, (await createSource(store, call, source)).record.id);
  }
  for (const { exact, citations = [], ...judged } of sampleClaims) {
    const anchors = everyPlace(text.text, exact).map((at) => ({
      start: text.pointsAt(at),
      end: text.pointsAt(at + exact.length),
    }));
    const { record: claim } = await createClaim(store, call, id, { anchors, ...judged } satisfies Omit<
      SampleClaim,
      'exact'
    > & { anchors: typeof anchors });
    for (const { source, ...cited } of citations) {
      await addCitation(store, call, claim.id, { sourceId: sourceIds.get(source), ...cited });
    }
  }
}

function everyPlace(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}
