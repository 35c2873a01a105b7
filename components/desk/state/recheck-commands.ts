import type { DeskCommands } from './commands';
import { aboutClaim, claimPath, type Desk, done } from './deed';
import type { Change, ChangeKind, DeskState } from './desk-state';
import { wordsOf } from './words-judged';

type RecheckCommands = Pick<
  DeskCommands,
  'confirmClaim' | 'acceptCorrection' | 'rejectCorrection' | 'closeClaim' | 'reopenClaim'
>;

/** The commands about a claim whose words changed, are to be changed, or are gone. */
export function recheckCommandsOf(desk: Desk): RecheckCommands {
  const act = (
    kind: ChangeKind,
    claimId: string,
    verb: string,
    body: Readonly<Record<string, unknown>> | null,
    value: unknown,
  ) => {
    const about = { kind, field: 'anchors', ...aboutClaim(claimId) } as const;
    desk.queue({ ...about, method: 'POST', path: `${claimPath(claimId)}/${verb}`, body, value }, 'now');
    return about;
  };
  /** The words as the person sees them: what has changed by the time the server hears of it is not meant. */
  const seen = (claimId: string) => {
    const claim = desk.state().claimById.get(claimId);
    return claim ? { words: wordsOf(claim) } : {};
  };
  return {
    confirmClaim(claimId) {
      act('claim.confirmed', claimId, 'confirm', seen(claimId), true);
    },
    acceptCorrection(claimId) {
      act('correction.accepted', claimId, 'accept', seen(claimId), true);
    },
    rejectCorrection(claimId, reason) {
      act('correction.rejected', claimId, 'reject', { note: reason }, reason);
    },
    closeClaim(claimId, reason) {
      const about = act('claim.closed', claimId, 'close', { note: reason }, reason);
      const change: Change = { ...about, before: null, after: reason };
      const stands = (state: DeskState) => Boolean(state.claimById.get(claimId)?.closed);
      return done(desk, change, stands, () => act('claim.reopened', claimId, 'reopen', null, null));
    },
    reopenClaim(claimId) {
      act('claim.reopened', claimId, 'reopen', null, null);
    },
  };
}
