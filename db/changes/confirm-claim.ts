import type { Claim, JudgedWords } from '@/core/claim/claim';
import { confirm } from '@/core/claim/life';
import { Problem } from '@/core/problem';
import type { Call } from '@/db/call';
import { openToChange } from '@/db/queries/checks';
import { oneClaimRecord } from '@/db/queries/claim-records';
import { heldClaim, houseOf } from '@/db/queries/held-claim';
import type { Store } from '@/db/store';
import { judgeWords } from './judge-words';
import { needRight } from './need-right';
import { actOf, refuseStale, writeClaim } from './write-claim';

/**
 * The verdict still holds: the words that stand there now are the ones judged from here on. Throws `absent`, `stale` when
 * another change came first, and `words-changed` when the words are no longer those that the person saw.
 */
export async function confirmClaim(
  store: Store,
  call: Call,
  id: string,
  revision: number,
  seen?: JudgedWords,
): Promise<Claim> {
  needRight(call, 'claim.change');
  return store.change(async (tx) => {
    const opened = await openToChange(tx, call, id);
    await refuseStale(tx, call, opened, revision);
    const judged = await judgeWords(tx, opened, seen);
    if (!judged) {
      const current = await oneClaimRecord(tx, call, opened.article, opened.claim);
      if (seen && current.anchors.some(({ state }) => state === 'changed')) throw new Problem('words-changed');
      return current;
    }
    const house = await houseOf(tx, opened.article);
    const fields = confirm(await heldClaim(tx, opened.claim), actOf(call), house);
    return writeClaim(tx, call, opened, 'claim.confirmed', { ...fields, ...judged.fields }, judged.told);
  });
}
