import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Citation } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { openCitation } from '@/db/queries/open-citation';
import { citationRecord } from '@/db/records/source';
import { citations } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { citedWords, named } from './add-citation';
import { saidFields } from './changed-fields';
import { holdToRules } from './hold-to-rules';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/** Unties a claim from a source; the event keeps what the citation said. Returns it as it was. Throws `absent` and `stale`. */
export async function dropCitation(store: Store, call: Call, id: string, revision: number): Promise<Citation> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const { citation, source, claim } = await openCitation(tx, call, id);
    const current = citationRecord(call, citation, source);
    if (citation.revision !== revision) throw new Problem('stale', {}, { current });
    await tx
      .update(citations)
      .set({ deletedAt: call.at, revision: revision + 1 })
      .where(eq(citations.id, id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: 'citation.dropped',
      articleId: claim.articleId,
      claimId: claim.id,
      sourceId: source.id,
      before: { ...named(citation, source), ...saidFields(citedWords(citation)) },
    });
    await holdToRules(tx, call, [claim.id]);
    return current;
  });
}
