import { eq } from 'drizzle-orm';
import { Problem } from '@/core/problem';
import type { Citation, PatchCitation } from '@/core/source/source';
import { appendEvent } from '@/db/append-event';
import type { Call } from '@/db/call';
import { openCitation } from '@/db/queries/open-citation';
import { citationRecord } from '@/db/records/source';
import { citations } from '@/db/schema/schema';
import type { Store } from '@/db/store';
import { named } from './add-citation';
import { changedFields } from './changed-fields';
import { holdToRules } from './hold-to-rules';
import { needRight } from './need-right';
import { touchArticle } from './touch-article';

/** Changes what a citation says. An `accessedAt` of null is the time of the call. Throws `absent` and `stale`. */
export async function changeCitation(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  patch: PatchCitation,
): Promise<Citation> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const { citation, source, claim } = await openCitation(tx, call, id);
    const current = citationRecord(call, citation, source);
    if (citation.revision !== revision) throw new Problem('stale', {}, { current });
    const { accessedAt, ...said } = patch;
    const changed = changedFields(citation, { ...said, accessedAt: accessedAt === null ? call.at : accessedAt });
    if (!changed) return current;
    const fields = { ...changed.after, revision: revision + 1 };
    await tx.update(citations).set(fields).where(eq(citations.id, id));
    await touchArticle(tx, call, claim.articleId);
    await appendEvent(tx, call, {
      kind: 'citation.changed',
      articleId: claim.articleId,
      claimId: claim.id,
      sourceId: source.id,
      before: { ...named(citation, source), ...changed.before },
      after: { ...named(citation, source), ...changed.after },
    });
    await holdToRules(tx, call, [claim.id]);
    return citationRecord(call, { ...citation, ...fields }, source);
  });
}
