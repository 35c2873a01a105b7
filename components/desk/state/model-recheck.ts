import type { Claim, JudgedWords } from '@/core/claim/claim';
import { type Act, confirm } from '@/core/claim/life';
import type { House } from '@/core/claim/unmet-rules';
import { Problem } from '@/core/problem';
import { judgedOn } from './words-judged';

interface Said {
  readonly words?: JudgedWords;
  readonly note?: string;
}

/** What the acts about a claim's words change in it, as the interface has it; the text itself is not changed here. */
export function recheck(
  verb: string,
  claim: Claim,
  { words, note = '' }: Said,
  act: Act,
  house: House,
): Partial<Claim> {
  switch (verb) {
    case 'confirm': {
      const judged = judgedOn(claim, words);
      if (judged === claim) throw new Problem('words-changed');
      return { ...confirm(claim, act, house), anchors: judged.anchors };
    }
    case 'close':
      if (claim.anchors.some(({ state }) => state !== 'orphaned')) throw new Problem('not-orphaned');
      return { closed: { by: act.by, at: act.at, reason: note } };
    case 'reopen':
      return { closed: null };
    default:
      if (claim.correction === null) throw new Problem('correction-missing');
      return { correction: null };
  }
}
