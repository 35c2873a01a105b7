import { eq } from 'drizzle-orm';
import { placeAnchor } from '@/core/anchor/place';
import { quoteOf } from '@/core/anchor/quote';
import type { JudgedWords } from '@/core/claim/claim';
import type { Db } from '@/db/database';
import { anchorsOf } from '@/db/queries/claim-records';
import { docOf } from '@/db/queries/doc';
import type { Opened } from '@/db/queries/open-article';
import { type ClaimRow, toldOnce } from '@/db/records/claim';
import { anchors } from '@/db/schema/schema';

/** What changes in the claim's row and what its event tells, once other words are the ones judged. */
export interface WordsJudged {
  fields: Partial<ClaimRow>;
  told: { before: { words: string[] }; after: { words: string[] } };
}

/**
 * Takes the words that stand at a claim's anchors now as the ones that are judged, where they had changed since; with `seen`,
 * only those that are still as the person saw them. Null when that changes nothing. The words judged before stay in the event.
 */
export async function judgeWords(tx: Db, { claim, article }: Opened, seen?: JudgedWords): Promise<WordsJudged | null> {
  const stored = await anchorsOf(tx, claim.id);
  const doc = await docOf(tx, article);
  const before: string[] = [];
  const after: string[] = [];
  const judged = [];
  for (const anchor of stored) {
    const { state, from, to, current } = placeAnchor(doc, anchor);
    if (state !== 'changed' || from === null || to === null || (seen && seen[anchor.id] !== current)) {
      judged.push(anchor);
      continue;
    }
    const quote = quoteOf(doc, from, to);
    before.push(anchor.exact);
    after.push(quote.exact);
    judged.push({ ...anchor, ...quote });
    await tx.update(anchors).set(quote).where(eq(anchors.id, anchor.id));
  }
  if (after.length === 0) return null;
  return { fields: toldOnce(doc, judged), told: { before: { words: before }, after: { words: after } } };
}
