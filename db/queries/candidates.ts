import { placeAnchor } from '@/core/anchor/place';
import { type Reanchored, reanchor } from '@/core/anchor/reanchor';
import { articleText } from '@/core/article/text';
import { grouped } from '@/core/grouped';
import type { Call } from '@/db/call';
import type { Reader } from '@/db/store';
import { anchorsOf } from './claim-records';
import { docOf } from './doc';
import { openClaim } from './open-article';

/** Where the orphaned anchors of a claim could be in the present text: ProseMirror positions of `version`, the likeliest first. */
export async function candidatesOf(store: Reader, call: Call, claimId: string) {
  const { version, doc, orphans, drafts } = await store.see(async (db) => {
    const { article } = await openClaim(db, call, claimId);
    const doc = await docOf(db, article);
    const orphans = (await anchorsOf(db, claimId)).filter((anchor) => placeAnchor(doc, anchor).state === 'orphaned');
    const lost = orphans.flatMap(({ id, lost }) => (lost ? [{ id, ...lost }] : []));
    const drafts = [];
    for (const [version, anchors] of grouped(lost, ({ version }) => version))
      drafts.push({ old: articleText(await docOf(db, { id: article.id, version })), anchors });
    return { version: article.version, doc, orphans, drafts };
  });
  const now = articleText(doc);
  const found = new Map<string, Reanchored>();
  for (const { old, anchors } of drafts) {
    const spans = anchors.map(({ id, from, to }) => ({
      id,
      start: old.offsetAt(from, 1),
      end: old.offsetAt(to, -1),
    }));
    for (const one of reanchor(old.text, now.text, spans)) found.set(one.id, one);
  }
  const items = orphans.map(({ id }) => ({
    anchorId: id,
    state: 'orphaned' as const,
    candidates: passagesOf(found.get(id)).map(({ start, end, similarity }) => ({
      from: now.positionAt(start),
      to: now.positionAt(end),
      exact: now.text.slice(start, end),
      similarity,
    })),
  }));
  return { version, items };
}

/** What the words could have become, or where they stand again. */
function passagesOf(found: Reanchored | undefined): Reanchored['candidates'] {
  if (!found) return [];
  const { start, end, candidates } = found;
  return start === null || end === null ? candidates : [{ start, end, similarity: 1 }];
}
