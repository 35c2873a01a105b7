import { placeAnchor } from '@/core/anchor/place';
import { reanchor } from '@/core/anchor/reanchor';
import { articleText } from '@/core/article/text';
import type { Call } from '@/db/call';
import type { Store } from '@/db/store';
import { anchorsOf } from './claim-records';
import { docOf } from './doc';
import { openClaim } from './open-article';

/** Where the orphaned anchors of a claim could be in the present text: ProseMirror positions of `version`, the likeliest first. */
export async function candidatesOf(store: Store, call: Call, claimId: string) {
  const db = store.read;
  const { article } = await openClaim(db, call, claimId);
  const doc = await docOf(db, article);
  const now = articleText(doc);
  const items = [];
  for (const anchor of await anchorsOf(db, claimId)) {
    const { state } = placeAnchor(doc, anchor);
    if (state !== 'orphaned') continue;
    const { lost } = anchor;
    const then = lost && articleText(await docOf(db, { id: article.id, version: lost.version }));
    const [found] =
      then && lost
        ? reanchor(then.text, now.text, [
            { id: anchor.id, start: then.offsetAt(lost.from, 1), end: then.offsetAt(lost.to, -1) },
          ])
        : [];
    // What the words could have become, or where they stand again.
    const passages =
      found?.start != null && found.end !== null
        ? [{ start: found.start, end: found.end, similarity: 1 }]
        : (found?.candidates ?? []);
    const candidates = passages.map(({ start, end, similarity }) => ({
      from: now.positionAt(start),
      to: now.positionAt(end),
      exact: now.text.slice(start, end),
      similarity,
    }));
    items.push({ anchorId: anchor.id, state, candidates });
  }
  return { version: article.version, items };
}
